// A page for every regime: what it shows is what comes out.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { figureOf, regimes } from "../../scripts/regimes.mjs";
import { REGIMES } from "../../src/kernels/regime.ts";
import { lethe } from "../cli/lethe.ts";

const docs = new URL("../../docs/", import.meta.url);
const index = readFileSync(new URL("regimes.md", docs), "utf8");

describe("the index of regimes", () => {
  it("has a row for each, and each a page", () => {
    const rows = [...index.matchAll(/^\| \[([\w-]+)\]\(regimes\/\1\.md\)/gm)].map(([, name]) => name);
    expect(rows).toEqual([...REGIMES]);
    const files = readdirSync(new URL("regimes/", docs)).sort();
    expect(files).toEqual(REGIMES.flatMap((name) => [`${name}.md`, `${name}.png`]).sort());
    expect(regimes.map(({ name }) => name)).toEqual([...REGIMES]);
  });
});

describe.each(regimes)("the page of $name", (regime) => {
  const { name } = regime;
  const file = new URL(`regimes/${name}.md`, docs);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const [, command = "", output] = text.match(/```sh\n(lethe .*)\n```\n\n```text\n(.*?)```/s) ?? [];

  it("prints what it claims", async () => {
    const words = command.split(" ").slice(1);
    expect(words).toEqual(expect.arrayContaining(["--regime", name]));
    const { code, stdout } = await lethe([...words, "--quiet"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: output });
  });

  it("has a picture of the same run, small enough", async () => {
    expect(statSync(new URL(`regimes/${name}.png`, docs)).size).toBeLessThanOrEqual(40_000);
    const { parts } = await figureOf(regime);
    const measured = parts.find(({ kind }) => kind === "measured") as unknown as { y: Float64Array };
    const law = parts.find(({ kind }) => kind !== "measured") as unknown as { y: Float64Array };
    const row = output?.split("\n").find((line) => /^ +20 /.test(line)) ?? "";
    expect(Number(row.split(/ +/)[2])).toBeCloseTo(measured.y[20], 0);
    // The law stands beside it: its bias for the multinomial is far below five words.
    for (const [i, y] of measured.y.entries()) expect(Math.abs(y - law.y[i])).toBeLessThan(5);
  });

  it("gives its law with a source", () => {
    expect(text).toMatch(/## Law\n.*\]\(https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}\)/s);
  });
});
