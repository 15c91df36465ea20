// Mean squared errors of fits after some generations against recursions computed independently (theory, section 8 of
// mean errors): D is E (fit - truth)^2 for n = 10, in units of the variance of one data point. Seeds are fixed; each
// test allows 4 standard errors of the mean square over its trajectories: two-sided, 6e-5.
import { expect, it } from "vitest";
import type { Regime } from "../../src/experiment/regime.ts";
import { bernoulli, gaussian, type Model, poisson, simulate } from "../../src/index.ts";

interface Row {
  readonly regime: Regime;
  readonly samples: number;
  readonly generation: number;
  /** D of a variance that is v0 + v1 m + v2 m^2 in the mean m: for v2 = 0 and for v2 = -1. */
  readonly constant: number;
  readonly shrinking: number;
}

const rows: Row[] = [
  { regime: { name: "replace" }, samples: 10, generation: 10, constant: 1, shrinking: 0.65132156 },
  {
    regime: { name: "accumulate" },
    ...{ samples: 10, generation: 10, constant: 0.154976773, shrinking: 0.148497937 },
  },
  {
    regime: { name: "accumulate-subsample" },
    ...{ samples: 10, generation: 10, constant: 0.267747443, shrinking: 0.2402205 },
  },
  {
    regime: { name: "fresh", realShare: 0.1 },
    ...{ samples: 10, generation: 10, constant: 0.477469058, shrinking: 0.353361196 },
  },
  // These two have all but reached their limits.
  {
    regime: { name: "fixed", realSamples: 10 },
    ...{ samples: 20, generation: 20, constant: 0.133333333, shrinking: 0.129032258 },
  },
  {
    regime: { name: "weighted", realSamples: 10, weight: 0.5 },
    ...{ samples: 30, generation: 20, constant: 0.05, shrinking: 0.0491803279 },
  },
];

const TRAJECTORIES = 3000;

async function zOf(model: Model, regime: Regime, generation: number, truth: number, expected: number) {
  const name = model.name === "bernoulli" ? "p" : model.name === "poisson" ? "rate" : "mean";
  const run = await simulate({
    model,
    regime,
    generations: generation,
    trajectories: TRAJECTORIES,
    seed: 8,
    observables: [name],
    record: `every:${generation}`,
  });
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < TRAJECTORIES; ++i) {
    const square = (run.observable(name).trajectory(i)[1] - truth) ** 2;
    sum += square;
    squares += square ** 2;
  }
  const mean = sum / TRAJECTORIES;
  return (mean - expected) / Math.sqrt((squares / TRAJECTORIES - mean ** 2) / TRAJECTORIES);
}

it.each(rows.map((row) => [row.regime.name, row] as const))("%s", async (_, row) => {
  const { regime, samples, generation, constant, shrinking } = row;
  const of = (model: Model, truth: number, expected: number) =>
    zOf(model, regime, generation, truth, expected);
  expect(Math.abs(await of(poisson({ rate: 2, samples }), 2, 2 * constant))).toBeLessThan(4);
  expect(Math.abs(await of(bernoulli({ p: 0.3, samples }), 0.3, 0.21 * shrinking))).toBeLessThan(4);
  if (regime.name === "weighted") return; // The variances that are averaged have divisors of their own.
  const normal = gaussian({ mean: 1, std: 2, samples, estimator: "ml" });
  expect(Math.abs(await of(normal, 1, 4 * shrinking))).toBeLessThan(4);
});
