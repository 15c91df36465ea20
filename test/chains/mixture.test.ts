// The estimators of the mixture, one fit at a time, against brute force.
import { describe, expect, it } from "vitest";
import { mixture, simulate } from "../../src/index.ts";
import { Stream } from "../../src/kernels/stream.ts";
import { likeliest } from "../../src/reference/chains/mixture-ml.ts";
import { notebook } from "../../src/reference/chains/mixture-notebook.ts";
import type { Sample } from "../../src/reference/chains/mixture-sample.ts";
import { uniform } from "../../src/reference/random/uniform.ts";
import { normal } from "../../src/reference/random/ziggurat.ts";
import { integerKey } from "../../src/seed.ts";

const average = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;

function sampleOf(y: Float64Array): Sample {
  const mean = average(y);
  return { y, mean, std: Math.sqrt(average(y.map((x) => (x - mean) ** 2))), least: Math.min(...y) };
}

/** ln of the likelihood a sample, except for a constant. */
function likelihood(y: Float64Array, mean: number, std: number): number {
  const v = std * std;
  const term = (x: number) => Math.log1p(Math.exp((-2 * mean * x) / v)) - (x - mean) ** 2 / (2 * v);
  return average(y.map(term)) - Math.log(std) - Math.LN2;
}

/** Its maximum by a search of 600 points along variance = m2 - mean^2, refined around the best. */
function bruteForce({ y, mean: m1, std: s }: Sample): number {
  const m2 = m1 * m1 + s * s;
  const at = (t: number) => {
    const mean = (2 * m2 * t) / (1 + Math.sqrt(1 + 4 * m2 * t * t));
    return likelihood(y, mean, Math.sqrt(mean / t));
  };
  const from = 1e-3 / Math.sqrt(m2);
  const ratio = (m1 / (s * s) / from) ** (1 / 599);
  const grid = Array.from({ length: 600 }, (_, i) => from * ratio ** i);
  const best = grid.reduce((a, b) => (at(b) > at(a) ? b : a));
  let [low, high] = [best / ratio, Math.min(best * ratio, grid[599])];
  for (let i = 0; i < 60; ++i) {
    const [a, b] = [low + 0.382 * (high - low), low + 0.618 * (high - low)];
    if (at(a) > at(b)) high = b;
    else low = a;
  }
  return Math.max(likelihood(y, 0, Math.sqrt(m2)), at(low));
}

const stream = new Stream(integerKey(5), integerKey(0));
type Draw = () => number;
const families: [string, () => Draw][] = [
  ["mean = std", () => () => Math.abs(1 + normal(stream))],
  [
    "any mean",
    () =>
      (
        (mean) => () =>
          Math.abs(mean + normal(stream))
      )(4 * uniform(stream)),
  ],
  [
    "log-normal",
    () =>
      (
        (a) => () =>
          Math.exp(a * normal(stream))
      )(2 * uniform(stream)),
  ],
  [
    "heavy tails",
    () =>
      (
        (a) => () =>
          Math.abs(normal(stream)) / (1 - uniform(stream)) ** a
      )(2 * uniform(stream)),
  ],
  [
    "two clusters",
    () =>
      (
        (near, width) => () =>
          Math.abs((uniform(stream) < 0.5 ? near : 1) * (1 + width * normal(stream)))
      )(10 ** (-3 * uniform(stream)), 10 ** (-3 * uniform(stream))),
  ],
];

describe("ml is the global maximum", () => {
  it.each(families)("%s", (_, family) => {
    for (let i = 0; i < 100; ++i) {
      const n = 2 + Math.floor(40 * uniform(stream) ** 2);
      const sample = sampleOf(Float64Array.from({ length: n }, family()));
      const fit = { mean: Number.NaN, std: Number.NaN };
      likeliest(sample, fit);
      const best = bruteForce(sample);
      expect(likelihood(sample.y, fit.mean, fit.std), `${sample.y}`).toBeGreaterThan(best - 1e-9);
    }
  });

  it("also where it is the smallest of three roots", () => {
    const y = [0.791587, 0.864257, 0.535874, 1.18203, 0.807025, 3.15872, 1.40463, 1.08309, 1.56997, 0.547808];
    const sample = sampleOf(Float64Array.from(y));
    const fit = { mean: 0, std: 0 };
    likeliest(sample, fit);
    expect(fit.mean / sample.mean).toBeGreaterThan(0.1);
    expect(likelihood(sample.y, fit.mean, fit.std)).toBeGreaterThan(bruteForce(sample) - 1e-12);
  });
});

describe("notebook finds what scipy's fsolve finds", () => {
  // fsolve(F, 1.0) of scipy 1.17 on these samples.
  it.each([
    [[1.0, 1.2, 0.9, 1.1, 0.8], 1.0],
    [[3.040919, 1.555665, 1.418099, 0.43223, 0.547351, 0.784403], 0.8812249556318136],
    [[1.957759, 0.800198, 1.02426, 2.545821, 1.545106, 0.494771], 0],
    [[0.817161, 1.540525, 2.935088, 0.73038, 0.756441, 2.002314], 0],
    [
      [0.639786, 0.074253, 2.444299, 1.666004, 1.219254, 1.926709, 2.062534, 1.341036, 1.457661, 0.324411],
      1.283948250715278,
    ],
  ] as const)("%j: %d", (y, expected) => {
    const fit = { mean: 0, std: 0 };
    notebook(sampleOf(Float64Array.from(y)), 1, fit);
    expect(Math.abs(fit.mean - expected)).toBeLessThan(2e-6);
  });
});

describe("trajectories", () => {
  it("shrink by hundreds of orders where fits allow it, and never stall or fail", async () => {
    for (const estimator of ["ml", "approximate-ml"] as const) {
      const model = mixture({ samples: 2, estimator });
      const run = await simulate({ model, generations: 600, trajectories: 50, seed: 1, record: "all" });
      for (let i = 0; i < 50; ++i) {
        const std = run.observable("std").trajectory(i);
        const mean = run.observable("mean").trajectory(i);
        expect(std[600]).toBeLessThan(1e-60);
        for (let k = 1; k <= 600; ++k) if (std[k] === std[k - 1]) expect.fail(`stalls at ${std[k]}`);
        for (const x of [...std, ...mean]) if (!(Number.isFinite(x) && x >= 0)) expect.fail(`${x}`);
      }
    }
  });

  it("go on when std has left the range of doubles", async () => {
    for (const estimator of ["ml", "approximate-ml", "notebook"] as const) {
      const model = mixture({ samples: 2, estimator });
      const run = await simulate({
        model,
        generations: 3000,
        trajectories: 3,
        seed: 2,
        record: "every:3000",
      });
      expect(run.observable("std").mean[1]).toBe(0);
      expect(run.observable("mean").mean[1]).toBeGreaterThan(0);
    }
  });
});
