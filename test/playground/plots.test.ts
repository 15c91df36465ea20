// What the pictures of the page are made of.
import { describe, expect, it } from "vitest";
import { plotsOf } from "../../playground/src/distribution-plots.ts";
import { simulated } from "../../playground/src/engine/simulation.ts";
import { defaults, type Values } from "../../playground/src/fields.ts";
import { spread } from "../../playground/src/labels.ts";
import { MODELS } from "../../playground/src/models.ts";
import { counted, type Plot, pointsOf, shown } from "../../playground/src/plot.ts";
import { promises } from "../../playground/src/promises.ts";
import { follows, specOf } from "../../playground/src/spec.ts";
import { svg } from "../../playground/src/svg.ts";

const never = new AbortController().signal;

const PLOT: Plot = {
  ...{ title: "a plot", xLabel: "generation", yLabel: "mean", xLog: false, yLog: false },
  ...{ yRange: [-2, 2], x: [0, 1, 2, 3], bands: [], lines: [], each: false, lineColour: "blue", curves: [] },
};

describe("a line", () => {
  it("goes below zero on a linear axis, and through it", () => {
    const values = [1, 0, -0.5, Number.NaN, -1];
    expect([...pointsOf(values, PLOT, 4)]).toEqual([
      [0, 1, false],
      [1, 0, true],
      [2, -0.5, true],
      [4, -1, false],
    ]);
  });

  it("leaves a logarithmic axis below where it is zero", () => {
    const values = [1, 0, 0, 0.1, 1e-9];
    expect([...pointsOf(values, { yLog: true, yRange: [0.01, 1] }, 4)]).toEqual([
      [0, 1, false],
      [1, 1e-5, true],
      [3, 0.1, false],
      [4, 1e-5, true],
    ]);
  });

  it("has its negative values in the file too", () => {
    const curve = { name: "mean", values: [1, -1, -2, 0], colour: "ink", width: 2, simulated: true } as const;
    const picture = svg([{ ...PLOT, curves: [curve] }], [], 3);
    const heights = [...picture.matchAll(/[ML](?:\d|\.)+ (\d+\.\d)/g)].map(([, y]) => Number(y));
    const [one, below, least, zero] = heights.slice(-4);
    expect(one - zero).toBeCloseTo(zero - below, 1);
    expect(zero - least).toBeCloseTo(2 * (zero - below), 1);
  });
});

describe("names beside a picture", () => {
  it("stand where curves end, and as far apart as they are high", () => {
    expect(spread([50, 150], [20, 20], 232)).toEqual([40, 140]);
    const tops = spread([100, 101, 102, 230, 231], [16, 32, 16, 16, 16], 232);
    const boxes = tops.map((top, i) => [top, top + [16, 32, 16, 16, 16][i]]).sort(([a], [b]) => a - b);
    for (let i = 1; i < boxes.length; ++i) expect(boxes[i][0]).toBeGreaterThanOrEqual(boxes[i - 1][1]);
    expect(boxes[0][0]).toBeGreaterThanOrEqual(0);
    expect(boxes.at(-1)?.[1]).toBe(232);
  });
});

it.each(Object.keys(MODELS))("has room for what is drawn of %s", async (model) => {
  const preset: Values = { ...defaults(MODELS[model].fields), generations: 20, trajectories: 50 };
  const shows = MODELS[model].fields.find(({ name }) => name === "show");
  const words = shows?.kind === "choice" ? shows.values.map(({ value }) => value) : [preset["show"]];
  for (const show of words) {
    const spec = specOf(model, { ...preset, show }, 1);
    const run = await simulated(spec, never, () => {});
    const [{ yRange, title }, survival] = plotsOf(spec, run, { each: false, followed: undefined });
    for (const value of [...run.low, ...run.high]) {
      expect(value, title).toBeGreaterThanOrEqual(yRange[0]);
      expect(value, title).toBeLessThanOrEqual(yRange[1]);
    }
    expect(survival.title).toMatch(/ [<>≠] /);
  }
});

it("lets generations grow with the samples where they were not chosen", () => {
  for (const [model, { fields }] of Object.entries(MODELS)) {
    const preset = defaults(fields);
    const more = { ...preset, samples: 2 * Number(preset["samples"]) };
    const grown = follows(model, preset, more);
    // A mixture draws every sample, and has time for so many.
    if (model !== "mixture") expect(grown["generations"]).toBe(2 * Number(preset["generations"]));
    const chosen = { ...preset, generations: 77 };
    expect(follows(model, chosen, { ...chosen, samples: 99 })).toEqual({ ...chosen, samples: 99 });
    // The reader's own last word.
    expect(follows(model, preset, chosen)).toBe(chosen);
  }
});

describe("what is promised", () => {
  const spec = (model: string, more: object) =>
    specOf(model, { ...defaults(MODELS[model].fields), generations: 60, trajectories: 200, ...more }, 1);

  it("is both sides of a bound, what happens, and the exact law", async () => {
    const run = await simulated(spec("bernoulli", {}), never, () => {});
    const said = promises(run, 40);
    const value = (side: string) => run.survivalTheory!.find((one) => one.side === side)!.values[40];
    const share = (p: number) => `${shown(100 * p)}\u00a0%`;
    expect(said).toEqual([
      ["Theorem 1 promises", `at least ${share(value("lower"))}, at most ${share(value("upper"))}`],
      ["What happens", expect.stringMatching(/^[\d.]+\s% \(95\s%: [\d.]+\s% to [\d.]+\s%\)$/)],
      ["Exact chain", share(value("exact"))],
    ]);
  });

  it("is nothing where a bound is that of any share, or there is none", async () => {
    const gaussian = await simulated(spec("gaussian", {}), never, () => {});
    expect(promises(gaussian, 1)[0]).toEqual(["Theorem 3 promises", "nothing at this generation"]);
    const zipf = await simulated(spec("categorical", {}), never, () => {});
    expect(promises(zipf, 1).map(([name]) => name)).toEqual(["What happens"]);
  });
});

it("marks where each trajectory is the first time without what it is watched for", async () => {
  const spec = specOf("gaussian", { ...defaults(MODELS["gaussian"].fields), trajectories: 50 }, 1);
  const run = await simulated(spec, never, () => {});
  const [{ lines }] = plotsOf(spec, run, { each: true, followed: undefined });
  expect(lines).toHaveLength(40);
  for (const { values, death } of lines) {
    const first = Array.from(values).findIndex((std) => !(std > 0.1));
    expect(death).toBe(first < 0 ? undefined : first);
  }
  expect(lines.some(({ death }) => death !== undefined)).toBe(true);
});

it("counts one thing where it shows 1", () => {
  const said = [0, 1, 1.0004, 1.5, 2, 1234].map((count) => counted(count, "generation"));
  expect(said).toEqual([
    ...["0 generations", "1 generation", "1 generation", "1.5 generations", "2 generations"],
    "1,234 generations",
  ]);
});

/** Every model that the page offers, in every choice of it. */
const CHOSEN = Object.entries(MODELS).flatMap(([model, { fields }]) => {
  const preset = { ...defaults(fields), generations: 40, trajectories: 5, samples: 20 };
  const others = fields.flatMap((field) =>
    field.kind === "choice" && !["draw", "follow"].includes(field.name)
      ? field.values.map(({ value }) => ({ ...preset, [field.name]: value }))
      : [],
  );
  return [preset, ...others].map((values) => specOf(model, values, 1));
});

describe.each(CHOSEN)("$model, $options, $event, $observable", (spec) => {
  it("has curves that the eye tells apart, and bounds from above that do not rise", async () => {
    const run = await simulated(spec, never, () => {});
    for (const { curves } of plotsOf(spec, run, { each: false, followed: 3 })) {
      const looks = curves.map(({ colour, dash = [] }) => `${colour} ${dash.join()}`);
      expect(new Set(looks).size).toBe(looks.length);
    }
    for (const { side, values } of run.survivalTheory ?? []) {
      // The chance of an event that has not failed before can only fall; not so the sums of an exact law, by rounding.
      if (side === "lower") continue;
      const rises = Array.from(values.subarray(1), (value, i) => value - values[i]);
      expect(Math.max(...rises)).toBeLessThan(1e-12);
    }
  });
});
