import { describe, expect, it } from "vitest";
import type { CategoricalPlan } from "../../src/kernels/plans.ts";
import { runChain, tally } from "./chain.ts";
import { chiSquare, chiSquareTwo } from "./chi-square.ts";
import { Ledger, LIMIT } from "./ledger.ts";
import { multinomialOutcomes, type Outcome, poissonOutcomes } from "./outcomes.ts";

const ledger = new Ledger("categorical chains");
/** A trajectory costs a call and its setting up. */
const TRAJECTORIES = 200_000;
const HETEROZYGOSITY_AND_DISTANCE = 4 + 8;

let seed = 2000;

type Method = "statistic" | "splitting" | "samples";

function plan(weights: number[], samples: number, byPoisson: boolean, method: Method): CategoricalPlan {
  const mask = HETEROZYGOSITY_AND_DISTANCE;
  return {
    kind: "categorical",
    weights: Float64Array.from(weights),
    samples,
    byPoisson,
    bySamples: method === "samples",
    splitting: method === "splitting",
    mask,
    watched: mask,
  };
}

/** One number for what shows of a state. The odd scale keeps the fractions that occur away from the rounding's edge. */
function key(heterozygosity: number, distance: number, dead: number): number {
  const scale = 123456.7;
  return dead * 1e12 + Math.round(distance * scale) * 1e6 + Math.round(heterozygosity * scale);
}

function keys(p: CategoricalPlan, generation: number): Map<number, number> {
  const all: number[] = [];
  runChain(p, seed++, generation, TRAJECTORIES, ([heterozygosity, distance], died) => {
    all.push(
      key(
        heterozygosity,
        distance,
        died.reduce((bits, g, i) => bits + (g > 0 ? 2 ** i : 0), 0),
      ),
    );
  });
  return tally(all);
}

/** What shows of an outcome of the first generation, from the definitions. */
function keyOf({ counts }: Outcome, weights: number[]): number {
  const total = counts.reduce((a, b) => a + b);
  const start = weights.reduce((a, b) => a + b);
  const dead = weights.reduce((bits, w, i) => bits + (w > 0 && counts[i] === 0 ? 2 ** i : 0), 0);
  if (total === 0) return key(0, 1, dead);
  const heterozygosity = 1 - counts.reduce((sum, c) => sum + (c / total) ** 2, 0);
  const distance = 0.5 * counts.reduce((sum, c, i) => sum + Math.abs(c / total - weights[i] / start), 0);
  return key(heterozygosity, distance, dead);
}

describe.each([false, true])(`categorical, Poisson %s: ${LIMIT}`, (byPoisson) => {
  const law = byPoisson ? "poisson" : "multinomial";
  const methods: readonly Method[] = byPoisson
    ? ["statistic", "samples"]
    : ["statistic", "splitting", "samples"];

  // Whole counts that sum to n are drawn from tables at once, other weights not before the second generation.
  describe.each([
    [[2, 0, 3, 5], 5],
    [[1, 0, 2, 4], 7],
  ])("weights %j", (weights, n) => {
    const outcomes = byPoisson ? poissonOutcomes(n, weights, 25) : multinomialOutcomes(n, weights);
    const expected = new Map<number, number>();
    for (const outcome of outcomes) {
      if (outcome.probability === 0) continue;
      const at = keyOf(outcome, weights);
      expected.set(at, (expected.get(at) ?? 0) + TRAJECTORIES * outcome.probability);
    }

    it.each(methods)("generation 1: %s has the exact law", (method) => {
      const observed = keys(plan(weights, n, byPoisson, method), 1);
      expect([...observed.keys()].filter((at) => !expected.has(at))).toEqual([]);
      const all = [...expected.keys()];
      const finding = chiSquare(
        all.map((at) => observed.get(at) ?? 0),
        [...expected.values()],
      );
      ledger.accept(`${law} ${weights} ${method}`, [finding]);
    });

    it.each([1, 2, 5])("generation %d: the methods agree", (k) => {
      const [first, ...others] = methods.map((method) => keys(plan(weights, n, byPoisson, method), k));
      ledger.accept(
        `${law} ${weights}, k = ${k}`,
        others.map((other) => chiSquareTwo(first, other)),
      );
    });
  });

  // Counts with a table of their own, counts in parts, and one that is too large for either.
  const corpus = [400, 90, 50, 33, 32, 20, 9, 5, 3, 2, 2, 1, 1, 1, 1, 1];
  it.each([
    [1, "twelve weights", Array.from({ length: 12 }, (_, i) => 1 / (i + 1)), 30],
    [2, "twelve weights", Array.from({ length: 12 }, (_, i) => 1 / (i + 1)), 30],
    [5, "twelve weights", Array.from({ length: 12 }, (_, i) => 1 / (i + 1)), 30],
    [1, "a small corpus", corpus, 651],
    [4, "a small corpus", corpus, 651],
  ] as const)("generation %d of %s: the methods agree", (k, name, weights, n) => {
    const runs = methods.map((method) => {
      const generations: number[] = [];
      const living: number[] = [];
      const trajectories = method === "samples" && n > 100 ? TRAJECTORIES / 4 : TRAJECTORIES;
      const all = runChain(plan([...weights], n, byPoisson, method), seed++, k, trajectories, (_, died) => {
        generations.push(died[8]);
        living.push(died.reduce((count, g) => count + (g === 0 ? 1 : 0), 0));
      });
      const coarse = all.map((values) => tally(values.map((value) => Math.round(300 * value))));
      return [...coarse, tally(living), tally(generations)];
    });
    const [first, ...others] = runs;
    ledger.accept(
      `${law}, ${name}, k = ${k}`,
      others.flatMap((other) => first.map((counts, i) => chiSquareTwo(counts, other[i]))),
    );
  });
});

describe(`chains: ${LIMIT}`, () => {
  it("first p-values are uniform", () => ledger.close());
});
