import { describe, expect, it } from "vitest";
import { drawPdf, drawPng, drawSvg, type PlotOptions, plot } from "../../src/plot/study/index.ts";
import { MEASURES, SEEDS } from "../../src/plot/study/measures.ts";
import { sweep } from "../../src/study/sweep.ts";
import type { Table } from "../../src/study/tables.ts";
import { message } from "../message.ts";
import { pinned } from "./pinned.ts";

const study = {
  model: { name: "gaussian", samples: [5, 10, 20], estimator: ["ml", "unbiased"] },
  ...{
    generations: "8*samples",
    trajectories: 40,
    seed: [1, 2, 3],
    survival: ["std>0.1"],
    record: "every:10",
  },
};
const { times, survival, observables } = await sweep(study);
const lines: PlotOptions = { x: "samples", y: "median", colour: "estimator", scale: "log" };

/** Rows of a spec's layer whose mark is of this type. */
const rowsOf = (spec: object, mark: string) =>
  (spec as { layer: { mark: { type: string }; data: { values: Record<string, number>[] } }[] }).layer
    .filter(({ mark: { type } }) => type === mark)
    .map(({ data }) => data.values);

describe("a study's picture", () => {
  it.each([
    ["times", times, lines],
    [
      "survival",
      survival,
      { x: "generation", y: "probability", colour: "samples", where: { estimator: "ml" } },
    ],
    [
      "one-seed",
      observables,
      {
        ...{ x: "generation", y: "mean", yScale: "log", title: "One seed: alone" },
        ...{
          where: { observable: "std", samples: 20, estimator: "ml", studySeed: 2 },
          width: "6in",
          height: "3in",
        },
      },
    ],
  ] satisfies [string, Table, PlotOptions][])("of %s", async (name, table, options) => {
    await expect(pinned(plot(table, options).spec)).toMatchFileSnapshot(`specs/study-${name}.txt`);
  });

  it("puts replicates together: the median of times, from their 10 % to their 90 % quantile", () => {
    const [ml] = rowsOf(plot(times, lines).spec, "rule");
    const own = [0, 1, 2].map((i) => times["median"]?.[i] as number).sort((a, b) => a - b);
    expect(times["samples"]?.slice(0, 3)).toEqual([5, 5, 5]);
    expect(ml[0]).toEqual({
      ...{ x: 5, y: own[1] },
      ...{ low: own[0] + 0.2 * (own[1] - own[0]), high: own[1] + 0.8 * (own[2] - own[1]) },
    });
  });

  it("averages what is a mean, with two standard errors", () => {
    const table = { samples: [1, 1, 1, 1], mean: [1, 2, 3, 6], seed: ["a", "b", "c", "d"] };
    const [[row]] = rowsOf(plot(table, { x: "samples", y: "mean" }).spec, "rule");
    // Of 1, 2, 3, 6: a mean of 3, a variance of 14 / 3.
    const off = 2 * Math.sqrt(14 / 3 / 4);
    expect(row).toEqual({ x: 1, y: 3, low: expect.closeTo(3 - off), high: expect.closeTo(3 + off) });
  });

  it("takes an event that did not come for later than all, and says which points are missing", () => {
    const table = {
      ...{ samples: [1, 1, 1, 2, 2, 2], seed: [..."abcdef"], censored: [0, 0, 9, 9, 9, 0] },
      median: [4, 6, null, null, null, 5],
    };
    const { spec, notes } = plot(table, { x: "samples", y: "median" });
    expect(rowsOf(spec, "point")[0]).toEqual([expect.objectContaining({ x: 1, y: 6 })]);
    expect(notes).toEqual([expect.stringContaining("1 point of 2 have no number")]);
  });

  it("knows all columns that are measured: the others are options", () => {
    const options = [
      "model",
      "samples",
      "regime",
      "trajectories",
      "generations",
      "estimator",
      "event",
      "observable",
      "generation",
    ];
    const columns = new Set([times, survival, observables].flatMap((table) => Object.keys(table)));
    expect([...columns].filter((name) => !Object.hasOwn(MEASURES, name)).sort()).toEqual(
      [...options, ...SEEDS].sort(),
    );
    expect(Object.keys(MEASURES).filter((name) => !columns.has(name))).toEqual([]);
  });
});

describe("is refused", () => {
  const cases: [string, unknown, object, RegExp][] = [
    [
      "a column that is not there",
      times,
      { ...lines, y: "medain" },
      /^invalid y: "medain" \(a column: model, samples/,
    ],
    [
      "texts on an axis",
      times,
      { ...lines, x: "estimator" },
      /^invalid x: "estimator" \(a column of numbers, and this one has "ml"/,
    ],
    [
      "options that differ",
      times,
      { ...lines, colour: undefined },
      /^invalid where: estimator is not given \(.*ml, unbiased, or take it/,
    ],
    [
      "a value that no row has",
      times,
      { ...lines, where: { samples: 7 } },
      /^invalid where.samples: 7 \(one of 5, 10, 20\)/,
    ],
    [
      "more colours than can be told apart",
      survival,
      { ...lines, y: "probability", colour: "generation" },
      /up to 6 values, and this one has 17/,
    ],
    [
      "zeros alone on a logarithmic axis",
      { a: [1, 2], b: [0, -1] },
      { x: "a", y: "b", scale: "log" },
      /nothing to draw \(2 points of 2 are at 0/,
    ],
    ["a table without rows", { a: [], b: [] }, { x: "a", y: "b" }, /^invalid table: it has no rows/],
    ["columns of different length", { a: [1], b: [1, 2] }, { x: "a", y: "b" }, /a has 1, b has 2 rows/],
    ["no table", [1], { x: "a", y: "b" }, /^invalid table: \[1\] \(a table of a study/],
    [
      "a length without a unit",
      times,
      { ...lines, width: "85" },
      /^invalid width: "85" \(a length from 40mm to 1000mm, in mm, cm, in, px/,
    ],
    ["a width that holds nothing", times, { ...lines, width: "5mm" }, /from 40mm/],
    ["a font that is markup", times, { ...lines, font: '"><script' }, /the name of a font/],
    ["a scale that there is not", times, { ...lines, scale: "sqrt" }, /"linear" or "log"/],
  ];
  it.each(cases)("%s", (_, table, options, expected) => {
    expect(message(() => plot(table as never, options as never))).toMatch(expected);
  });
});

describe("is drawn", () => {
  const picture = plot(times, { ...lines, width: "8.5cm", height: "50mm" });

  it("as SVG of its size, in its font", async () => {
    const svg = await drawSvg(
      plot(times, { ...lines, width: "8.5cm", height: "50mm", font: "Latin Modern" }),
    );
    expect(svg).toMatch(/^<svg [^>]*width="8.5cm" height="50mm" viewBox="0 0 560 329"/);
    expect(svg).toContain('font-family="Latin Modern"');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("as PNG of 600 pixels to an inch, or of as many as its width says", async () => {
    const width = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16);
    expect(width(await drawPng(picture))).toBe(Math.round((85 / 25.4) * 600));
    expect(width(await drawPng(plot(times, { ...lines, width: 400 })))).toBe(400);
  });

  it("as PDF of its size, with its font inside, and the same bytes each time", async () => {
    const [one, two] = [await drawPdf(picture), await drawPdf(picture)];
    expect(Buffer.compare(one, two)).toBe(0);
    const text = Buffer.from(one).toString("latin1");
    const [, across, down] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect([Number(across), Number(down)]).toEqual([
      expect.closeTo((85 / 25.4) * 72, 1),
      expect.closeTo((50 / 25.4) * 72, 0),
    ]);
    expect(text).toContain("/FontFile2");
    expect(text).toMatch(/BaseFont \/[A-Z]+\+DejaVuSans/);
  });

  it("in no font but its own where the font is inside", async () => {
    const other = plot(times, { ...lines, font: "Arial" });
    await expect(drawPdf(other)).rejects.toThrow('invalid font: "Arial" (a PDF has its font inside');
    await expect(drawPng(other)).rejects.toThrow('invalid font: "Arial" (a PNG has its font inside');
  });
});
