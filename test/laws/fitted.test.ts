// Estimators other than frequencies, and decoding rules: laws beside runs of them.
import { describe, expect, it } from "vitest";
import { checkRegime } from "../../src/experiment/regime.ts";
import {
  type CategoricalOptions,
  categorical,
  type GaussianOptions,
  gaussian,
  type Regime,
  simulate,
} from "../../src/index.ts";
import { meanTheory, survivalTheory } from "../../src/laws/index.ts";
import { shrunkGaussian } from "../../src/theory/estimators.ts";

const TRAJECTORIES = 1200;
const GENERATIONS = 5;
/** Standard errors; of some hundred numbers that are looked at, alpha is about 1e-5 for all of them together. */
const LIMIT = 5.5;

const REGIMES: Regime[] = [
  { name: "replace" },
  { name: "replace", growth: "linear" },
  { name: "accumulate" },
  { name: "accumulate", growth: "linear" },
  { name: "accumulate", realShare: 0.3 },
  { name: "accumulate", realSamples: 4, growth: "linear" },
  { name: "accumulate-subsample" },
  { name: "accumulate-subsample", growth: "linear" },
  { name: "fresh", realShare: 0.3 },
  { name: "fresh", realSamples: 4 },
  { name: "fixed", realSamples: 5 },
  { name: "fixed", realSamples: 5, growth: "linear" },
  { name: "weighted", realSamples: 5, weight: 0.4 },
];

/** Runs a model and holds all its means to the exact laws; returns which observables had one. */
async function heldToLaws(
  model: ReturnType<typeof categorical> | ReturnType<typeof gaussian>,
  regime: Regime,
  observables: string[],
  survival: string[] = [],
): Promise<string[]> {
  const run = await simulate({
    model,
    regime,
    observables,
    survival,
    generations: GENERATIONS,
    trajectories: TRAJECTORIES,
    seed: 11,
  } as Parameters<typeof simulate>[0]);
  const told: string[] = [];
  for (const name of observables) {
    const { mean, standardError, theory } = run.observable(name);
    for (const { side, values } of theory) {
      expect(side).toBe("exact");
      told.push(name);
      values.forEach((value, i) => {
        const z = (mean[i] - value) / Math.max(standardError[i], 1e-12);
        expect(Math.abs(z), `${name} at ${run.generations[i]}: ${mean[i]}, ${value}`).toBeLessThan(LIMIT);
      });
    }
  }
  for (const event of survival) {
    const { probability, theory } = run.survival(event);
    for (const { side, values } of theory) {
      expect(side).toBe("exact");
      told.push(event);
      values.forEach((value, i) => {
        const error = Math.sqrt(Math.max(value * (1 - value), 1 / TRAJECTORIES) / TRAJECTORIES);
        expect(Math.abs(probability[i] - value) / error, `${event} at ${i}`).toBeLessThan(LIMIT);
      });
    }
    const time = run.timeTo(event);
    if (time.censored > 0) continue;
    for (const { mean } of time.theory) {
      told.push(`time ${event}`);
      expect(Math.abs(time.mean - mean) / Math.max(time.standardError, 1e-9)).toBeLessThan(LIMIT);
    }
  }
  return told;
}

const given = { weights: [5, 3, 1, 1, 0], samples: 12 };
const pulls: Partial<CategoricalOptions>[] = [
  { estimator: "add", beta: 0.5 },
  { estimator: "shrink", lambda: 0.2 },
];

describe.each(pulls)("%j", (pull) => {
  it.each(REGIMES)("has exact means of squares under %j", async (regime) => {
    const told = await heldToLaws(categorical({ ...given, ...pull }), regime, ["heterozygosity", "l2"]);
    expect(told).toEqual(["heterozygosity", "l2"]);
  });

  it("has exact means of all that is a sum over symbols", async () => {
    const names = ["unique", "entropy", "tv", "klForward", "lostMass", "hallucinated"];
    const told = await heldToLaws(categorical({ ...given, ...pull }), { name: "replace" }, names);
    expect(told).toEqual(names);
  });
});

const two = { weights: [1, 3], samples: 10 };
const ways: Partial<CategoricalOptions>[] = [
  { estimator: "add", beta: 0.1 },
  { estimator: "james-stein" },
  { estimator: "good-turing" },
  { estimator: "absolute-discount", discount: 0.6 },
  { temperature: 0.8 },
  { temperature: 1.2, topP: 0.9 },
  { topK: 1 },
  { minP: 0.3 },
  { curation: 3, rewards: [0.4, 0] },
  { verifier: { valid: 1, invalid: 0.7, symbols: [0] } },
  {
    estimator: "shrink",
    lambda: 0.1,
    temperature: 0.9,
    verifier: { valid: 0.9, invalid: 0.5, symbols: [1] },
  },
];

it.each(ways)("two symbols have the exact mean of everything with %j", async (way) => {
  const names = ["unique", "entropy", "heterozygosity", "tv", "l2", "klForward", "lostMass", "top1"];
  const told = await heldToLaws(categorical({ ...two, ...way }), { name: "replace" }, names, [
    "unique>1",
    "heterozygosity>0.3",
  ]);
  expect(told).toEqual(expect.arrayContaining([...names, "unique>1", "heterozygosity>0.3"]));
});

it("two symbols that one decoding rule keeps drifting have an exact time to one", async () => {
  const run = await simulate({
    model: categorical({ ...two, temperature: 0.8 }),
    generations: 400,
    trajectories: TRAJECTORIES,
    seed: 12,
    survival: ["unique>1"],
  });
  const time = run.timeTo("unique>1");
  expect(time.censored).toBe(0);
  const [law] = time.theory;
  expect(law.side).toBe("exact");
  // alpha = 4e-8 for each.
  expect(Math.abs(time.mean - law.mean) / time.standardError).toBeLessThan(LIMIT);
  const sd = time.standardError * Math.sqrt(TRAJECTORIES);
  expect(Math.abs(sd / (law.sd as number) - 1)).toBeLessThan(0.15);
});

const gaussians: Partial<GaussianOptions>[] = [
  { estimator: "shrink", lambda: 0.2, tau: 3 },
  { estimator: "shrink", lambda: 0.5, tau: 0, temperature: 1.3 },
  { estimator: "unbiased", temperature: 0.8 },
];

describe.each(gaussians)("%j", (options) => {
  it.each(REGIMES)("has exact moments under %j", async (regime) => {
    const names = ["mean", "variance", "l2"];
    const model = gaussian({ mean: 1, std: 2, samples: 12, ...options });
    expect(await heldToLaws(model, regime, names)).toEqual(names);
  });
});

it("a temperature alone leaves the laws of a standard deviation", async () => {
  const names = ["std", "logStd", "variance"];
  const model = gaussian({ std: 2, samples: 12, estimator: "ml", temperature: 0.9 });
  expect(await heldToLaws(model, { name: "replace" }, names, ["std>1.5", "logStd>0.1"])).toEqual([
    ...names,
    "std>1.5",
    "logStd>0.1",
  ]);
});

const setup = (model: ReturnType<typeof categorical> | ReturnType<typeof gaussian>, name = "replace") => ({
  model,
  regime: checkRegime({ name }, model, 10).regime,
});

it("is silent of what it does not know", () => {
  const silent = (model: Parameters<typeof setup>[0], observable: string, name?: string) =>
    expect(meanTheory(setup(model, name), observable, [0, 3])).toEqual([]);
  const own = categorical({ ...two, estimator: (counts) => counts });
  for (const name of ["unique", "l2"]) silent(own, name);
  silent(gaussian({ samples: 5, estimator: ({ mean }) => ({ mean: mean + 1, std: 1 }) }), "mean");
  silent(categorical({ ...given, estimator: "good-turing" }), "heterozygosity");
  silent(categorical({ ...given, estimator: "add", temperature: 0.9 }), "heterozygosity");
  silent(categorical({ ...two, temperature: 0.9 }), "heterozygosity", "accumulate");
  silent(gaussian({ samples: 5, estimator: "shrink", lambda: 0.1, tau: 1 }), "std");
});

it("is silent of an event on whose side a value is by its rounding", () => {
  const model = categorical({ ...two, temperature: 0.9 });
  const at = (values: number[]) =>
    survivalTheory(setup(model), { text: "", observable: "heterozygosity", operator: ">", values }, [0, 2])
      .length;
  // 2 of 10: 1 - 0.04 - 0.64.
  expect(at([0.32])).toBe(0);
  expect(at([0.33])).toBe(1);
});

it("is silent where an answer would take too long", () => {
  const weights = Array.from({ length: 3000 }, (_, i) => i + 1);
  const model = categorical({ weights, samples: 1500, estimator: "add" });
  expect(meanTheory(setup(model), "entropy", [1000])).toEqual([]);
  expect(meanTheory(setup(model), "heterozygosity", [1000])).toHaveLength(1);
});

it("agrees with the closed recursion of a shrunk Gaussian", () => {
  const model = gaussian({ std: 2, samples: 7, estimator: "shrink", lambda: 0.3, tau: 1, temperature: 1.1 });
  const generations = [0, 1, 5, 40];
  const [variance] = meanTheory(setup(model), "variance", generations);
  const [l2] = meanTheory(setup(model), "l2", generations);
  generations.forEach((generation, i) => {
    const exact = shrunkGaussian({
      samples: 7,
      estimator: "ml",
      share: 0.3,
      target: 0.25,
      temperature: 1.1,
      generation,
    });
    expect(variance.values[i] / 4).toBeCloseTo(exact.variance, 12);
    expect(l2.values[i] / 4).toBeCloseTo(exact.squaredError, 12);
  });
});
