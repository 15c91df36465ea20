// Regression in the general loop: least squares as the equations of algebra have it, and the laws that it must have however
// its rows are kept.
import { describe, expect, it } from "vitest";
import { leastSquares, roomFor } from "../../src/generations/families/least-squares.ts";
import { regression as equations } from "../../src/generations/families/regression.ts";
import { regressionRows } from "../../src/generations/families/regression-rows.ts";
import { loop } from "../../src/generations/loop.ts";
import { regression, simulate, theory } from "../../src/index.ts";
import type { RegressionPlan } from "../../src/kernels/plans.ts";
import { REPLACE } from "../../src/kernels/regime.ts";
import { twin } from "../../src/reference/kernels.ts";
import { seedKey } from "../../src/seed.ts";

describe("leastSquares", () => {
  it("solves the normal equations, from wherever it starts", () => {
    const gram = Float64Array.of(4, 0, 0, 2, 5, 0, -1, 1, 3);
    // G times (1, -2, 3).
    const right = Float64Array.of(4 - 4 - 3, 2 - 10 + 3, -1 - 2 + 9);
    for (const start of [0, 100]) {
      const w = new Float64Array(3).fill(start);
      leastSquares(gram, right, 3, w, roomFor(3));
      for (const [i, x] of [1, -2, 3].entries()) expect(w[i]).toBeCloseTo(x, 12);
    }
  });

  it("leaves what the rows do not determine", () => {
    // The row (1, 2, 0) three times, labelled 7 each time, and (0, 0, 2), labelled 4: w_1 + 2 w_2 = 7 and w_3 = 2.
    const gram = Float64Array.of(3, 0, 0, 6, 12, 0, 0, 0, 4);
    const w = Float64Array.of(0, 5, 0);
    leastSquares(gram, Float64Array.of(21, 42, 8), 3, w, roomFor(3));
    expect(w[1]).toBe(5);
    expect(w[0]).toBeCloseTo(-3, 12);
    expect(w[2]).toBeCloseTo(2, 12);
  });
});

const TRAJECTORIES = 4000;
const GENERATIONS = 3;
const THRESHOLDS = [0.3, 1, 3];

/** Standard errors between two shares, or a share and a probability: of all that are looked at, 90, one is beyond it in 1500. */
const LIMIT = 4.4;

const plan = (fresh: boolean): RegressionPlan => ({
  kind: "regression",
  ...{ samples: 8, bySamples: false, dimension: 3, noise: 1, fresh, mask: 1 },
});

const ways = {
  equations: (plan: RegressionPlan, name: "replace" | "accumulate", seed: number) =>
    loop(
      { thin() {}, ...equations(plan) },
      { ...REPLACE, name },
      { ...plan, watched: 1, width: 1 },
      seedKey(seed),
    ),
  rows: (plan: RegressionPlan, name: "replace" | "accumulate", seed: number) =>
    loop(regressionRows(plan), { ...REPLACE, name }, { ...plan, watched: 1, width: 1 }, seedKey(seed)),
  kernel: (plan: RegressionPlan, name: "replace" | "accumulate", seed: number) =>
    twin.chain({ ...plan, ...(name === "accumulate" && { regime: { ...REPLACE, name } }) }, seedKey(seed)),
};

/** Shares of trajectories whose error is above a threshold, [threshold][generation]. */
function shares(
  way: keyof typeof ways,
  fresh: boolean,
  name: "replace" | "accumulate",
  seed: number,
): number[][] {
  const chain = ways[way](plan(fresh), name, seed);
  const counts = THRESHOLDS.map(() => new Array<number>(GENERATIONS).fill(0));
  for (let t = 0; t < TRAJECTORIES; ++t) {
    chain.start(t, 1);
    const rows = chain.advance(GENERATIONS, new Uint8Array(GENERATIONS).fill(1));
    THRESHOLDS.forEach((threshold, i) => {
      for (let g = 0; g < GENERATIONS; ++g) counts[i][g] += rows[g] > threshold ? 1 / TRAJECTORIES : 0;
    });
  }
  return counts;
}

const REGIMES = ["replace", "accumulate"] as const;

describe.each(["equations", "rows", "kernel"] as const)("a fixed design by its %s", (way) => {
  it.each(REGIMES)("has the F law: %s", (name) => {
    const generations = Array.from({ length: GENERATIONS }, (_, g) => g + 1);
    const measured = shares(way, false, name, 7);
    THRESHOLDS.forEach((threshold, i) => {
      const of = { dimension: 3, samples: 8, noise: 1, regime: { name }, generations, threshold };
      theory.regression.survival(of).forEach((p, g) => {
        const error = Math.sqrt((p * (1 - p)) / TRAJECTORIES);
        expect(Math.abs(measured[i][g] - p)).toBeLessThan(LIMIT * error);
      });
    });
  });
});

describe("a fresh design", () => {
  it.each([
    ["replace", "equations", "kernel"],
    ["replace", "rows", "kernel"],
    ["accumulate", "equations", "rows"],
  ] as const)("has one law: %s, by %s and by %s", (name, one, other) => {
    const [a, b] = [shares(one, true, name, 11), shares(other, true, name, 12)];
    a.flat().forEach((p, i) => {
      const q = b.flat()[i];
      const mean = (p + q) / 2;
      expect(Math.abs(p - q)).toBeLessThan(LIMIT * Math.sqrt((2 * mean * (1 - mean)) / TRAJECTORIES));
    });
  });
});

describe.each(["fixed", "fresh"] as const)("a subsample of a %s design", (design) => {
  it("goes on where the rows that were drawn do not determine the fit", async () => {
    const model = regression({ dimension: 3, samples: 3, design });
    const regime = { name: "accumulate-subsample" } as const;
    const run = await simulate({ model, regime, generations: 20, trajectories: 50, seed: 3 });
    for (let t = 0; t < 50; ++t)
      for (const error of run.observable("error").trajectory(t)) expect(error).toBeLessThan(Infinity);
  });
});
