import { describe, expect, it } from "vitest";
import { bernoulli, gaussian, type Model, simulate } from "../../src/index.ts";
import type { Comparison, Context, Corpus } from "../../src/report/finding.ts";
import { rowsOf } from "../../src/report/run.ts";
import { correlations } from "../../src/report/simultaneous.ts";
import { survival } from "../../src/report/survival.ts";
import { ALPHA, verdicts } from "../../src/report/verdict.ts";

const RUNS = 200;
const trajectories = 1000;
const generations = 60;

/** The comparison of an event with its exact law; `power` of another law than the true one. */
async function event(model: Model, watched: string, seed: number): Promise<Comparison> {
  const context: Context = {
    seed,
    corpus: undefined as unknown as Corpus,
    workers: 1,
    trajectories: () => trajectories,
    onProgress: () => {},
  };
  const how = { event: watched, quantity: watched, generations, trajectories };
  const { comparison } = await survival(model, how, context);
  return { ...comparison, theory: comparison.theory.filter(({ side }) => side === "exact").slice(0, 1) };
}

/** The mean of ln std, a sum of independent steps, which are nearly normal. */
async function logarithm(seed: number): Promise<Comparison> {
  const model = gaussian({ mean: 0, std: 1, samples: 20 });
  const run = await simulate({ model, generations, trajectories, seed, observables: ["logStd"] });
  const { mean, standardError, theory } = run.observable("logStd");
  return {
    quantity: "mean of ln std",
    over: "generation",
    at: run.generations,
    measured: mean,
    standardError,
    trajectories,
    correlation: correlations(rowsOf(run, "logStd"), run.generations.length),
    theory,
  };
}

/** Its comparisons over seeds 1 to 200. */
const over = (compare: (seed: number) => Promise<Comparison>): Promise<Comparison[]> =>
  Promise.all(Array.from({ length: RUNS }, (_, i) => compare(i + 1)));

const chances = (list: readonly Comparison[]): number[] => list.map((one) => verdicts(one)[0].p);

/** The largest distance of the empirical law of numbers from that of uniform ones. */
function distance(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.max(...sorted.flatMap((p, i) => [(i + 1) / sorted.length - p, p - i / sorted.length]));
}

/** Kolmogorov's distance at α = 0.001: its standard error is about 0.26 / √200. */
const FAR = 1.95 / Math.sqrt(RUNS);

/** So many of 200 are at or below 0.05 with a probability of less than 0.001: 10 ± 3.1 are expected. */
const MANY = 21;

const independent = ({ correlation: _, ...rest }: Comparison): Comparison => rest;

const moved = (one: Comparison, move: (value: number) => number): Comparison => ({
  ...one,
  theory: one.theory.map((curve) => ({ ...curve, values: curve.values.map(move) })),
});

describe("the probability of a whole curve of means", async () => {
  const list = await over(logarithm);

  it("is uniform where theory is right", () => {
    expect(distance(chances(list))).toBeLessThan(FAR);
  });

  it("is not where generations are taken for independent: it would be too large", () => {
    const found = chances(list.map(independent));
    expect(distance(found)).toBeGreaterThan(FAR);
    expect(found.filter((p) => p <= 0.05).length).toBeLessThan(MANY);
  });

  it("finds what is wrong by a fifth of the distance covered", () => {
    // ln std has moved by 1.6 in the end, with a standard error of 0.04.
    for (const p of chances(list.slice(0, 5).map((one) => moved(one, (value) => 1.2 * value))))
      expect(p).toBeLessThan(ALPHA);
  });
});

describe.each([
  ["that does not come back", bernoulli({ p: 0.2, samples: 100 }), "p!=0,1"],
  ["that may come back", gaussian({ mean: 0, std: 1, samples: 10 }), "std>0.1"],
])("the probability of a whole curve of shares, of an event %s", async (_, model, watched) => {
  const list = await over((seed) => event(model, watched, seed));

  it("is small no oftener than it says, as shares go in steps, and not much rarer", () => {
    const found = chances(list);
    for (const [p, most] of [
      [0.05, MANY],
      [0.01, 9],
    ])
      expect(found.filter((one) => one <= p).length).toBeLessThan(most);
    expect(found.filter((one) => one <= 0.25).length).toBeGreaterThan(25);
  });

  it("finds a law that is wrong by a sixth", () => {
    for (const p of chances(list.slice(0, 5).map((one) => moved(one, (value) => value * 0.84))))
      expect(p).toBeLessThan(ALPHA);
  });
});
