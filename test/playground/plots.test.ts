// What the pictures of the page are made of.
import { describe, expect, it } from "vitest";
import { plotsOf } from "../../playground/src/distribution-plots.ts";
import { simulated } from "../../playground/src/engine/simulation.ts";
import { defaults } from "../../playground/src/fields.ts";
import { MODELS, specOf } from "../../playground/src/models.ts";
import { counted, type Plot, pointsOf } from "../../playground/src/plot.ts";
import { svg } from "../../playground/src/svg.ts";

const never = new AbortController().signal;

const PLOT: Plot = {
  ...{ title: "a plot", xLabel: "generation", yLabel: "mean", xLog: false, yLog: false },
  ...{ yRange: [-2, 2], x: [0, 1, 2, 3], lines: [], lineColour: "blue", curves: [] },
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
    field.kind === "choice" ? field.values.map(({ value }) => ({ ...preset, [field.name]: value })) : [],
  );
  return [preset, ...others].map((values) => specOf(model, values, 1));
});

describe.each(CHOSEN)("$model, $options, $event, $observable", (spec) => {
  it("has curves that the eye tells apart, and bounds from above that do not rise", async () => {
    const run = await simulated(spec, never, () => {});
    for (const { curves } of plotsOf(spec, run)) {
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
