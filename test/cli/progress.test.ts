import { describe, expect, it } from "vitest";
import { ProgressBar } from "../../src/cli/progress.ts";

const visible = (text: string): string => text.replaceAll("\u001b", "ESC");

/** What a bar writes in ten minutes of work, of which half is done after five; and what it writes when cleared. */
function written(isTTY: boolean, env: Record<string, string>) {
  const texts: string[] = [];
  const bar = new ProgressBar({ isTTY, columns: 80, write: (text) => texts.push(visible(text)) }, env);
  for (let now = 0; now < 600_000; now += 50) bar.show("simulating", now, 600_000, now);
  const shown = texts.splice(0);
  bar.clear();
  return { shown, cleared: texts };
}

describe("a progress bar", () => {
  it("on a terminal uses no escape but that which erases its line", () => {
    const { shown, cleared } = written(true, { TERM: "xterm" });
    expect(shown.length).toBeGreaterThan(5000);
    for (const text of shown) expect(text).toMatch(/^\rESC\[K((?!ESC)[^\r\n])+$/);
    expect(shown[Math.floor(shown.length / 2)]).toMatch(
      /^\rESC\[Ksimulating █{15}░{15} {2}50 %, 5 min left$/,
    );
    expect(cleared).toEqual(["\rESC[K"]);
  });

  it("is never as wide as the terminal, so that no line wraps", () => {
    for (const columns of [10, 20, 40, 80]) {
      const texts: string[] = [];
      const bar = new ProgressBar({ isTTY: true, columns, write: (text) => texts.push(text) }, {});
      for (const now of [0, 50_000]) bar.show("读".repeat(30), now, 100_000, now);
      const [line] = texts.map((text) => text.slice("\r\u001b[K".length));
      // Each of these signs takes two columns.
      expect(line.length + (line.match(/读/g)?.length ?? 0)).toBeLessThan(columns);
    }
  });

  it.each([
    ["a log", false, {}],
    ["TERM=dumb", true, { TERM: "dumb" }],
    ["CI=true", true, { TERM: "xterm", CI: "true" }],
  ])("is plain lines now and then: %s", (_, isTTY, env) => {
    const { shown, cleared } = written(isTTY, env);
    expect(shown).toHaveLength(59);
    for (const text of shown) expect(text).toMatch(/^simulating [█░]+ {1,3}\d+ %, \d+ (s|min) left\n$/);
    expect(cleared).toEqual([]);
  });

  it("is not seen when the work is over at once, nor when all is done", () => {
    const texts: string[] = [];
    const bar = new ProgressBar({ isTTY: true, columns: 80, write: (text) => texts.push(text) }, {});
    bar.show("reading", 1, 2, 0);
    bar.show("reading", 1, 2, 399);
    expect(texts).toEqual([]);
    bar.show("reading", 0, 0, 400);
    bar.show("reading", 2, 2, 500);
    bar.clear();
    expect(texts).toEqual(["\r\u001b[Kreading", "\r\u001b[K"]);
  });
});
