// Estimators and rules, simulated, against exact recursions and chains, and against other simulations of the same. Each z is
// of a fixed seed; among the 60 or so, one beyond 4.5 has a chance of 4e-4 where all is right.
import { describe, expect, it } from "vitest";
import {
  type CategoricalOptions,
  categorical,
  type GaussianOptions,
  gaussian,
  simulate,
} from "../../src/index.ts";
import { type DecodingRule, twoSymbolFate } from "../../src/theory/decoding/index.ts";
import { shrunkGaussian } from "../../src/theory/estimators.ts";

const LIMIT = 4.5;

const z = (measured: number, se: number, expected: number, seExpected = 0): number =>
  (measured - expected) / Math.hypot(se, seExpected);

function expectNear(name: string, value: number): void {
  expect(Math.abs(value), `z of ${name}: ${value}`).toBeLessThan(LIMIT);
}

/** F = E sum p^2 with its standard error where it was simulated, then symbols in the data, then the total variation distance. */
type Row = readonly [of: Partial<CategoricalOptions>, F: number, se: number, seen: number, tv: number];

// Zipf 1/i, m = n = 50, 20 generations, 20,000 other runs.
const ROWS: readonly Row[] = [
  [{}, 0.385989, 0, 4.215, 0.756],
  [{ estimator: "add" }, 0.02649, 0, 29.27, 0.4826],
  [{ estimator: "add", beta: 0.5 }, 0.035433, 0, 26.5, 0.5235],
  [{ estimator: "add", beta: 0.01 }, 0.31664, 0, 6.09, 0.7402],
  [{ estimator: "good-turing" }, 0.02731, 3e-5, 29.39, 0.479],
  [{ estimator: "james-stein" }, 0.021, 9e-5, 31.54, 0.4539],
  [{ estimator: "absolute-discount", discount: 0.75 }, 0.13785, 75e-5, 19.94, 0.5468],
  [{ temperature: 0.9 }, 0.8068, 15e-4, 1.904, 0.7803],
  [{ temperature: 1.1 }, 0.24309, 43e-5, 5.9, 0.7576],
  [{ topP: 0.95 }, 0.485, 12e-4, 2.915, 0.757],
  [{ minP: 0.05 }, 0.4486, 13e-4, 3.456, 0.7287],
];

describe("twenty generations of fifty symbols", () => {
  it.each(ROWS)("%j", async (options, F, seF, seen, tv) => {
    const model = categorical({ zipf: { size: 50, exponent: 1 }, samples: 50, ...options });
    const run = await simulate({ model, generations: 20, trajectories: 20_000, seed: 1, record: "every:20" });
    const last = (name: string) => {
      const { mean, standardError } = run.observable(name);
      return [mean[1], standardError[1]] as const;
    };
    const [heterozygosity, seH] = last("heterozygosity");
    // Digits of a reference are an error too: one of half their last place, at most.
    expectNear("F", z(1 - heterozygosity, seH, F, seF || 5e-7));
    for (const [name, value, digit] of [
      ["unique", seen, 0.005],
      ["tv", tv, 5e-5],
    ] as const) {
      const [mean, se] = last(name);
      // The reference has as many runs, and so the same error.
      expectNear(name, z(mean, se, value, Math.hypot(se, digit)));
    }
  });
});

describe("the stationary law of ten symbols", () => {
  // After so many generations the start still tells where beta is small, so the recursion itself is asked.
  it.each([1, 0.5, 0.01])("add %d", async (beta) => {
    const [m, n, generations] = [10, 100, 300];
    const u = (m * beta) / (n + m * beta);
    let F = 1 / m;
    for (let k = 0; k < generations; ++k) F = (1 - u) ** 2 * (F + (1 - F) / n) + (2 * u - u * u) / m;
    const model = categorical({ weights: Array(m).fill(1), samples: n, estimator: "add", beta });
    const run = await simulate({ model, generations, trajectories: 4000, seed: 2, record: "every:300" });
    const { mean, standardError } = run.observable("heterozygosity");
    expectNear("F", z(1 - mean[1], standardError[1], F));
  });
});

const TWO: readonly [Partial<CategoricalOptions>, DecodingRule][] = [
  [{ temperature: 0.95 }, { name: "temperature", temperature: 0.95 }],
  [{ topP: 0.95 }, { name: "top-p", mass: 0.95 }],
  [{ minP: 0.1 }, { name: "min-p", share: 0.1 }],
  [
    { curation: 2, rewards: [0.1, 0] },
    { name: "curation", choices: 2, rewards: [0.1, 0] },
  ],
  [
    { curation: 5, rewards: [0.1, 0] },
    { name: "curation", choices: 5, rewards: [0.1, 0] },
  ],
  [
    { verifier: { valid: 1, invalid: 0.9, symbols: [0] } },
    { name: "verifier", valid: [true, false], pass: 1, fail: 0.9 },
  ],
];

describe("two symbols, n = 50, from 5 of the first", () => {
  it.each(TWO)("%j", async (options, rule) => {
    const fate = twoSymbolFate({ samples: 50, count: 5, rule });
    const run = await simulate({
      model: categorical({ counts: [5, 45], ...options }),
      ...{ generations: 600, trajectories: 2000, seed: 3, survival: ["unique>1"], record: "every:600" },
    });
    const time = run.timeTo("unique>1");
    expect(time.censored).toBe(0);
    expectNear("the time", z(time.mean, time.standardError, fate.mean));
    // tv is 0.9 where the first symbol is left, else 0.1.
    const fixed = (run.observable("tv").mean[1] - 0.1) / 0.8;
    expectNear(
      "the first one's share",
      z(fixed, Math.sqrt((fate.fixed * (1 - fate.fixed)) / 2000), fate.fixed),
    );
  });
});

describe("a Gaussian of ten samples, ten generations", () => {
  it.each([
    [
      { estimator: "shrink", lambda: 0.2, tau: 1 },
      { estimator: "ml", share: 0.2 },
    ],
    [
      { estimator: "shrink", lambda: 0.2, tau: 0.5, method: "samples" },
      { estimator: "ml", share: 0.2, target: 0.25 },
    ],
    [{ temperature: 0.9 }, { temperature: 0.9 }],
    [
      { temperature: 1.2, estimator: "ml" },
      { temperature: 1.2, estimator: "ml" },
    ],
  ] as [Partial<GaussianOptions>, object][])("%j", async (options, asked) => {
    const trajectories = 50_000;
    const run = await simulate({
      model: gaussian({ samples: 10, ...options }),
      ...{ generations: 10, trajectories, seed: 4, record: "every:10" },
    });
    const expected = shrunkGaussian({ samples: 10, generation: 10, ...asked });
    const momentOf = (name: string) => {
      const values = Array.from(
        { length: trajectories },
        (_, i) => run.observable(name).trajectory(i)[1] ** 2,
      );
      const mean = values.reduce((a, b) => a + b) / trajectories;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / trajectories;
      return [mean, Math.sqrt(variance / trajectories)] as const;
    };
    const [variance, seVariance] = momentOf("std");
    expectNear("the variance", z(variance, seVariance, expected.variance));
    const [error, seError] = momentOf("mean");
    expectNear("the squared error", z(error, seError, expected.squaredError));
  });
});
