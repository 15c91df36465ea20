// The reports of the papers on data regimes: every curve of theory agrees, and the figures are drawn as they were.
import { describe, expect, it } from "vitest";
import { theory } from "../../src/index.ts";
import { type PaperExperiment, papers } from "../../src/papers/index.ts";
import { escapeHtml } from "../../src/report/html.ts";
import { reproduce, summary } from "../../src/report/index.ts";
import { pinned } from "../plot/pinned.ts";

/** Cut short: drawing takes longer than running them. */
function brief(one: PaperExperiment): PaperExperiment {
  if (one.kind === "collapse") return { ...one, models: one.models.slice(0, 3), trajectories: 200 };
  // Two thousand generations of data that are all kept are a million points.
  if (one.kind === "errors" && one.exponents) return { ...one, generations: 50, trajectories: 200 };
  if (one.kind !== "sweep") return { ...one, trajectories: 200 };
  // A hundred dimensions take as long as all others together.
  if (one.over === "dimension") {
    const series = one.series.map((row) => ({ ...row, cells: row.cells.filter(({ at }) => at <= 10) }));
    return { ...one, series, generations: 5, trajectories: 100 };
  }
  return { ...one, ...(one.from ? { from: 40, generations: 50 } : { generations: 10 }), trajectories: 100 };
}

const reports = new Map<string, Awaited<ReturnType<typeof reproduce>>>();
for (const { name, experiments } of papers.slice(1))
  reports.set(name, await reproduce({ paper: name, seed: 1, experiments: experiments.map(brief) }));

const finding = (name: string) => {
  const all = [...reports.values()].flatMap(({ findings }) => findings);
  return all.find((one) => one.name === name) ?? expect.fail(name);
};

describe.each(papers.slice(1))("the report of $name", ({ name, url, missing, experiments }) => {
  const { findings, files } = reports.get(name) ?? expect.fail(name);
  const page = String(files.at(-1)?.content);

  // The worst of a hundred generations, by 4.5 standard errors: met by chance once in a thousand such curves.
  it("finds every exact mean", () => {
    expect(findings.map((one) => one.name)).toEqual(experiments.map((one) => one.name));
    for (const { verdicts } of findings) {
      expect(verdicts.length).toBeGreaterThan(0);
      for (const one of verdicts) expect(one, one.text).toMatchObject({ side: "exact", outcome: "holds" });
    }
  });

  it.each(experiments.map((one) => one.name))("draws %s as it did", async (figure) => {
    const spec = files.find((file) => file.name === `figures/${figure}.vl.json`);
    const { config: _, ...own } = JSON.parse(String(spec?.content));
    await expect(pinned(own)).toMatchFileSnapshot(`specs/${figure}.txt`);
  });

  it("is a page that names its paper and what is not there, and no corpus", () => {
    expect(page).toContain(`href="${url}"`);
    expect(page).toContain("<b>Not here</b>: ");
    expect(missing).toBeDefined();
    expect(page).not.toMatch(/NaN|undefined|\[object|<dt>corpus|Moby/);
    for (const { verdicts } of findings) expect(page).toContain(escapeHtml(summary(verdicts)));
  });
});

describe("what they write of the results", () => {
  it("is the factor of accumulated data and its limit", () => {
    const [remark] = finding("gerstgrasser-accumulate").remarks;
    const sum = Array.from({ length: 100 }, (_, j) => 1 / (j + 1) ** 2).reduce((a, b) => a + b, 0);
    expect(remark).toContain(`exactly ${sum.toFixed(3)}, in the long run ${(Math.PI ** 2 / 6).toFixed(3)}.`);
  });

  it("is the golden ratio", () => {
    const [remark] = finding("he-xu-cheng-weight").remarks;
    expect(remark).toContain(`best weight is ${((Math.sqrt(5) - 1) / 2).toFixed(4)}`);
  });

  it("is a row for each option of a sweep, as it was given", () => {
    const { table } = finding("kanabar-gastpar-share");
    expect(table.rows.map(([first]) => first)).toEqual("0.01 0.02 0.05 0.1 0.2 0.3 0.5 0.7 0.9".split(" "));
    // Within a few parts in ten thousand of the long run, where the share is not small.
    const regime = { name: "fresh", realShare: 0.5 } as const;
    const limit = 1 / (50 - 0.25 * 49);
    expect(theory.regimes.meanErrorLimit({ regime, samples: 50, family: "categorical" })).toBeCloseTo(
      limit,
      12,
    );
    expect(Number(table.rows[6].at(-1))).toBeCloseTo(limit, 4);
  });

  it("is the exact time until one of ten outcomes is left", () => {
    const { table, verdicts } = finding("kazdan-collapse-time");
    expect(verdicts.map(({ name }) => name)).toEqual(["exact chain"]);
    // By the rows of Stirling numbers, without this library: 17.4956202 and 187.425738.
    expect(table.rows.map((row) => row[3])).toEqual(expect.arrayContaining(["17.50", "187.4"]));
  });

  it("has bars that know of the runs that were not met", () => {
    const variance = finding("kazdan-variance-10")
      .csv.split("\n")
      .find((row) => row.startsWith("100,replace,"));
    const [, , , value, error] = variance?.split(",").map(Number) ?? [];
    // E Sigma^4 = (1 - 1/n^2)^k, of which 200 runs see nothing.
    const exact = Math.sqrt((0.99 ** 100 - 0.9 ** 200) / 200);
    expect(value).toBeLessThan(error / 2);
    expect(error).toBeCloseTo(exact, 10);
  });
});

describe("kept data that real ones are mixed into", () => {
  it("fall by the paper's rates in the end", () => {
    // What is exact, between generations 5,000 and 50,000.
    const { experiments } = papers.find(({ name }) => name === "wang-niu-li") ?? expect.fail();
    const [one] = experiments;
    if (one.kind !== "errors" || !one.exponents) expect.fail();
    for (const [i, { model, regime }] of one.lines.entries()) {
      if (model.name !== "empirical") expect.fail();
      const asked = { regime: regime as theory.regimes.RegimeLaw, samples: model.samples, v2: -1 };
      const [from, to] = theory.regimes.meanError({ ...asked, generations: [5000, 50_000] });
      const told = one.exponents[i];
      // At a half a logarithm comes in.
      const isHalf = model.samples === 100;
      expect(Math.abs(Math.log10(from / to) - told), `${told}`).toBeLessThan(isHalf ? 0.12 : 0.02);
    }
  });

  it("have them beside what was measured", () => {
    const { remarks } = finding("wang-niu-li-ecdf");
    expect(remarks[1]).toMatch(
      /^a = 0.1: from generation 6 on it goes as k\^−0\.\d\d, exactly k\^−0\.\d\d; the paper's rate in the long run is k\^−0\.2\.$/,
    );
  });
});

describe("a paper", () => {
  it("must be one that is there, and has figures of its own", async () => {
    await expect(reproduce({ paper: "nobody" })).rejects.toThrow(
      'invalid paper: "nobody" (one of suresh, kazdan, gerstgrasser, he-xu-cheng, wang-niu-li, kanabar-gastpar)',
    );
    await expect(reproduce({ paper: "kazdan", only: ["zipf-1"] })).rejects.toThrow("invalid only");
  });
});
