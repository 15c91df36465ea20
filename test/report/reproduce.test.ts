import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { experiments } from "../../src/paper/index.ts";
import { reproduce } from "../../src/report/index.ts";

const directory = mkdtempSync(join(tmpdir(), "lethe-report-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** A name that would break a page that does not escape it. */
const corpus = join(directory, "a<b>&'c'.txt");
writeFileSync(corpus, Array.from({ length: 60 }, (_, i) => `w${i} `.repeat((i % 9) + 1)).join("\n"));

/** One experiment of each kind and model, cut short: drawing takes longer than running them. */
const kinds = new Set<string>();
const brief = experiments
  .filter((experiment) => {
    const kind = `${experiment.kind} ${"model" in experiment ? experiment.model?.name : ""}`;
    return !kinds.has(kind) && kinds.add(kind);
  })
  .map((one) => ({ ...one, trajectories: 40, generations: Math.min(one.generations, 40) }));

describe("reproduce", async () => {
  const seen: [string, number, number][] = [];
  const report = await reproduce(
    { corpus, seed: 1, quick: true, experiments: brief },
    { onProgress: (...progress) => seen.push(progress) },
  );
  const page = String(report.files.at(-1)?.content);

  it("writes every file of every figure, the page last", () => {
    const names = report.files.map(({ name }) => name);
    const expected = report.findings.flatMap(({ name }) => [
      `figures/${name}.svg`,
      `figures/${name}.png`,
      `figures/${name}.vl.json`,
      `data/${name}.csv`,
    ]);
    expect(names).toEqual([...expected, "index.html"]);
    expect(report.findings).toHaveLength(brief.length + 1);
    for (const { name, content } of report.files) expect(content.length, name).toBeGreaterThan(100);
  });

  it("makes a page that needs nothing else", () => {
    expect(page).not.toMatch(/<script|<link|@import|url\((?!#)/i);
    const targets = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, target]) => target);
    const outside = targets.filter((target) => /^[a-z]+:|^\/\//i.test(target));
    expect(new Set(outside)).toEqual(new Set(["https://arxiv.org/abs/2412.17646"]));
    const files = new Set(report.files.map(({ name }) => name));
    for (const target of targets) {
      if (target.startsWith("#")) expect(page).toContain(`id="${target.slice(1)}"`);
      else if (!outside.includes(target)) expect(files).toContain(target);
    }
    expect(page).toContain("prefers-color-scheme:dark");
    expect(page).toContain('name="viewport"');
  });

  it("escapes the name of the corpus wherever it stands", () => {
    expect(page).toContain("a&lt;b&gt;&amp;&#39;c&#39;.txt");
    expect(page).not.toContain("a<b>");
  });

  it("has ids that are its own", () => {
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says of every figure what was found, and where it comes from", () => {
    for (const { name, title, verdicts } of report.findings) {
      expect(verdicts.length, name).toBeGreaterThan(0);
      expect(page).toContain(`<h2>${title}</h2>`);
    }
    for (const { verdicts } of report.findings)
      expect(verdicts.map((v) => v.outcome)).not.toContain("violated");
    expect(page).toContain(report.provenance.wasm);
    expect(page).toContain("<details>");
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });

  it("runs a tenth of the trajectories when it is to be quick", () => {
    expect(report.findings.map(({ trajectories }) => trajectories)).toEqual(report.findings.map(() => 4));
  });

  it("tells how far it is", () => {
    expect(seen[0]).toEqual([brief[0].title, 0, brief.length]);
    expect(seen.at(-1)).toEqual([brief.at(-1)?.title, brief.length, brief.length]);
  });

  it("gives the same numbers for the same seed", async () => {
    const [first] = brief;
    const data = async (seed: number) =>
      (await reproduce({ corpus, seed, experiments: [first] })).files.find(({ name }) =>
        name.endsWith(".csv"),
      )?.content;
    const once = await data(5);
    expect(await data(5)).toBe(once);
    expect(await data(6)).not.toBe(once);
  });
});

describe("bad input to reproduce", () => {
  it.each([
    [{ seed: -1 }, "invalid seed: -1 (an integer from 0 to 2^53-1, or a string)"],
    [{ quick: 1 }, "invalid quick: 1 (true or false)"],
    [{ corpus: "no/such/file" }, "no such file"],
    [{ corpus, tokenizer: "vowels" }, "tokenizer"],
    [{ sed: 1 }, "unknown option: sed"],
  ])("%j", async (options, message) => {
    await expect(reproduce(options as object)).rejects.toThrow(message);
  });

  it("stops when told to", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(reproduce({ corpus, experiments: brief }, { signal })).rejects.toThrow("enough");
  });
});
