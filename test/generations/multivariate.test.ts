import { describe, expect, it } from "vitest";
import { observer } from "../../src/generations/families/multivariate.ts";
import { singularValues } from "../../src/generations/families/singular.ts";
import { multivariate, simulate } from "../../src/index.ts";
import type { MultivariatePlan } from "../../src/kernels/plans.ts";
import { REPLACE } from "../../src/kernels/regime.ts";
import { definitionOf } from "../../src/models/model.ts";
import type { MultivariateModel, MultivariateObservable } from "../../src/models/multivariate.ts";
import { twin } from "../../src/reference/kernels.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { meanOf, regimesOf, run } from "./run.ts";

const FULL = [
  [2, 0.6, -0.3],
  [0.6, 1, 0.2],
  [-0.3, 0.2, 0.5],
];
const NAMES = definitionOf(multivariate({ dimension: 1, samples: 2 })).observables;
const bit = (name: string): number => 1 << NAMES.indexOf(name);

const planOf = (model: MultivariateModel, mask = 15) =>
  definitionOf(model).plan(model, mask, mask) as MultivariatePlan;

describe("replaced data", () => {
  it.each([
    [1, 2],
    [3, 4],
    [3, 1000],
    [12, 30],
  ])("d = %d, n = %d: the loop has the bits of the fused kernel", (dimension, samples) => {
    const plan = planOf(multivariate({ dimension, samples, mean: 2 }));
    expect(plan.regime).toBe(undefined);
    const rows = run(wasmKernels(), plan, 60, 3);
    expect(run(twin, { ...plan, regime: REPLACE }, 60, 3)).toEqual(rows);
    // Other observables beside them make no difference.
    const all = run(twin, { ...plan, mask: 1023, watched: 1023, regime: REPLACE }, 60, 3);
    expect(all.map((observed) => observed.slice(0, 4))).toEqual(rows);
  });
});

describe("every regime", () => {
  it.each(regimesOf(3))("%s: numbers, whole and in blocks, and rank n - 1 where n <= d", (_, regime) => {
    for (const [dimension, samples] of [
      [1, 8],
      [3, 8],
      [9, 7],
    ]) {
      const plan = { ...planOf(multivariate({ dimension, samples }), 1023), regime };
      const rows = run(wasmKernels(), plan, 12, 4);
      expect(run(twin, plan, 12, 4, 3)).toEqual(rows);
      for (const observed of rows) {
        for (const [i, values] of observed.entries()) {
          const isInfinite = NAMES[i] === "kl" && samples <= dimension;
          for (const value of values)
            if (!Number.isFinite(value) && !isInfinite) expect.fail(`${NAMES[i]}: ${value}`);
        }
        const rank = Math.max(...observed[NAMES.indexOf("effectiveRank")]);
        const isReal = regime.realShare > 0 || regime.realSamples > 0;
        if (samples <= dimension && !isReal) expect(rank).toBeLessThanOrEqual(samples - 1 + 1e-9);
        // A fit of more data than dimensions to a law of fewer keeps those it has.
        const dets = observed[NAMES.indexOf("detRatio")];
        if (samples <= dimension && !isReal) expect(dets.every((det) => det === 0)).toBe(true);
      }
    }
  });
});

it("moments of a coordinate, in every regime that keeps points and statistics alike: 4 standard errors, 6e-5", () => {
  // One generation of a subsample is that of replaced data.
  const model = multivariate({ dimension: 3, samples: 6, covariance: FULL, estimator: "ml" });
  for (const name of ["replace", "accumulate", "accumulate-subsample"] as const) {
    const plan = { ...planOf(model, bit("covarianceError") | bit("w2")), regime: { ...REPLACE, name } };
    const rows = run(twin, plan, 1, 4000);
    const { mean, error } = meanOf(rows.map(([covariance]) => covariance[0]));
    const [trace, squares] = [3.5, 2 * 2 + 1 + 0.25 + 2 * (0.36 + 0.09 + 0.04)];
    // E ||S - Sigma||^2 of S ~ Wishart(Sigma, n - 1) / n.
    const [nu, n] = [5, 6];
    const expected = (nu * (nu + 1) * squares + nu * trace ** 2) / n ** 2 - (2 * nu * squares) / n + squares;
    expect(Math.abs(mean - expected) / error).toBeLessThan(4);
  }
});

describe("observables, by closed forms", () => {
  const seen = (truth: number[][], law: number[][], mask: string, rank = truth.length) => {
    const dimension = truth.length;
    const flat = (rows: number[][]) => Float64Array.from(rows.flat());
    const rows = new Float64Array(1);
    observer({ dimension, truth: flat(truth) })({ rank, rows: flat(law) }, bit(mask), bit(mask), rows, 0, 1);
    return rows[0];
  };
  // Means, then standard deviations on the diagonal.
  const truth = [
    [0, 1, 0],
    [0, 0, 2],
  ];
  const law = [
    [1, 3, 0],
    [-1, 0, 0.5],
  ];

  it.each([
    ["logDet", 2 * Math.log(1.5)],
    ["detRatio", (1.5 / 2) ** 2],
    ["traceRatio", 9.25 / 5],
    ["meanError", 2],
    ["effectiveRank", 9.25 ** 2 / (81 + 0.0625)],
    ["topShare", 9 / 9.25],
    ["entropyRank", Math.exp(-(9 / 9.25) * Math.log(9 / 9.25) - (0.25 / 9.25) * Math.log(0.25 / 9.25))],
    ["covarianceError", 64 + 3.75 ** 2],
    ["w2", 2 + 4 + 2.25],
    ["kl", (9 + 0.0625 + 1 + 0.25 - 2 - 2 * Math.log(0.75)) / 2],
  ])("%s of two independent coordinates", (name, expected) => {
    expect(seen(truth, law, name)).toBeCloseTo(expected, 12);
  });

  it("of one direction only", () => {
    const line = [
      [0, 3, 0],
      [0, 4, 0],
    ];
    expect(seen(truth, line, "logDet", 1)).toBeCloseTo(Math.log(25), 12);
    expect(seen(truth, line, "effectiveRank", 1)).toBeCloseTo(1, 12);
    expect(seen(truth, line, "kl", 1)).toBe(Infinity);
    // tr (Sigma_0^1/2 S Sigma_0^1/2)^1/2 is the norm of A_0' (3, 4).
    expect(seen(truth, line, "w2", 1)).toBeCloseTo(5 + 25 - 2 * Math.hypot(3, 8), 12);
  });

  it("singular values of a matrix whose ranks differ by many powers of ten", () => {
    const columns = [
      [1, 1, 0],
      [1, 1, 1e-9],
      [0, 1e-9, 1],
    ].map((column) => Float64Array.from(column));
    const values = [...singularValues(columns)].sort((a, b) => b - a);
    // Its determinant is -1e-18, so that the least one is that over the product of the others.
    expect(values[0]).toBeCloseTo(2, 8);
    expect(values[1]).toBeCloseTo(1, 8);
    expect(values[2] / (1e-18 / (values[0] * values[1]))).toBeCloseTo(1, 1);
  });
});

it("with theory beside it, and generation 0 as it is", async () => {
  const model = multivariate({ dimension: 3, samples: 20, covariance: FULL, mean: [1, 2, 3] });
  const result = await simulate({
    model,
    generations: 3,
    trajectories: 100,
    seed: 1,
    observables: [...(NAMES as readonly MultivariateObservable[])],
    survival: ["detRatio>0.1"],
  });
  expect(result.observable("kl").mean[0]).toBe(0);
  expect(result.observable("w2").mean[0]).toBe(0);
  expect(result.observable("traceRatio").mean[0]).toBe(1);
  expect(result.observable("detRatio").mean[0]).toBe(1);
  expect(result.survival("detRatio>0.1").theory.map(({ name }) => name)).toEqual([
    "Markov's inequality",
    "exact law",
  ]);
});
