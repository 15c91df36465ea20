// Whole simulations of the mixture, n = 10, mean = std = 1, against runs of independent implementations (4e6, 2e6
// and 6000 trajectories). Every cell must lie within 4 standard errors of both together; seeds are fixed.
import { afterAll, describe, expect, it } from "vitest";
import { mixture, simulate } from "../../src/index.ts";

/** A number and its standard error. */
type Known = readonly [value: number, error: number];
type Row = readonly [generation: number, probability: Known | undefined, mean?: Known];

const tables: [estimator: "ml" | "approximate-ml" | "notebook", trajectories: number, rows: Row[]][] = [
  [
    "approximate-ml",
    1_000_000,
    [
      [1, undefined, [0.75224, 91e-6]],
      [2, [0.999983, 2e-6], [0.638896, 101e-6]],
      [5, [0.993277, 41e-6], [0.458794, 110e-6]],
      [10, [0.865353, 171e-6], [0.295082, 106e-6]],
      [20, [0.390179, 244e-6], [0.125534, 77e-6]],
      [40, [0.040746, 99e-6], [0.020732, 29e-6]],
      [60, [0.003611, 30e-6]],
      [80, [0.000308, 9e-6]],
      [100, [0.000022, 2e-6]],
    ],
  ],
  [
    "ml",
    500_000,
    [
      [1, undefined, [0.908413, 214e-6]],
      [2, [0.999981, 3e-6], [0.791844, 244e-6]],
      [5, [0.99427, 53e-6], [0.561784, 251e-6]],
      [10, [0.884324, 226e-6], [0.347939, 219e-6]],
      [20, [0.43819, 351e-6], [0.145852, 142e-6]],
      [40, [0.056713, 164e-6], [0.027952, 50e-6]],
      [60, [0.006236, 56e-6]],
      [80, [0.00065, 18e-6]],
      [100, [0.000074, 6e-6]],
    ],
  ],
  [
    "notebook",
    50_000,
    [
      [1, undefined, [1.0656, 55e-4]],
      [2, undefined, [1.0412, 71e-4]],
      [5, [0.995, 9e-4], [0.9189, 97e-4]],
      [10, [0.9143, 36e-4], [0.7463, 121e-4]],
      [20, [0.5682, 64e-4], [0.4873, 131e-4]],
      [40, [0.1758, 49e-4], [0.2195, 132e-4]],
      [60, [0.0608, 31e-4]],
      [80, [0.0253, 20e-4]],
      [100, [0.012, 14e-4]],
    ],
  ],
];

const worst: string[] = [];
afterAll(() => console.log(worst.join("\n")));

function judge(name: string, deviations: readonly number[]): void {
  const z = deviations.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  worst.push(`${name.padEnd(34)} ${deviations.length} cells, worst ${z.toFixed(2)} standard errors`);
  expect(Math.abs(z)).toBeLessThan(4);
}

describe("mixture, n = 10", () => {
  it.each(tables)("%s, %d trajectories", async (estimator, trajectories, rows) => {
    const model = mixture({ samples: 10, estimator });
    const run = await simulate({
      model,
      generations: 100,
      trajectories,
      seed: 35,
      survival: ["std>0.1"],
      observables: ["std"],
    });
    const survival = run.survival("std>0.1");
    const { mean, standardError } = run.observable("std");
    const probabilities = rows.flatMap(([k, known]) => {
      if (known === undefined) return [];
      const [p, error] = known;
      return [(survival.probability[k] - p) / Math.hypot(error, Math.sqrt((p * (1 - p)) / trajectories))];
    });
    const means = rows.flatMap(([k, , known]) =>
      known ? [(mean[k] - known[0]) / Math.hypot(known[1], standardError[k])] : [],
    );
    judge(`${estimator}: Pr(std>0.1)`, probabilities);
    judge(`${estimator}: mean of std`, means);
    expect(survival.probability[1]).toBeGreaterThan(1 - 10 / trajectories);
    for (const { values } of survival.theory) {
      survival.probability.forEach((p, i) => {
        expect(p).toBeLessThanOrEqual(values[i]);
      });
    }
  });

  it("ml: mean 0 is the likeliest in 11 % of first fits", async () => {
    // By a search of 150 points along the likelihood, over 9e6 samples of another generator.
    const [known, error] = [0.110864, 1.05e-4];
    const trajectories = 1_000_000;
    const run = await simulate({
      model: mixture({ samples: 10 }),
      generations: 1,
      trajectories,
      seed: 36,
      survival: ["mean!=0"],
      observables: [],
    });
    const share = 1 - run.survival("mean!=0").probability[1];
    const standardError = Math.sqrt((known * (1 - known)) / trajectories);
    judge("ml: share of mean = 0", [(share - known) / Math.hypot(error, standardError)]);
  });
});
