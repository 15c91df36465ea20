// Small cases in full: every outcome of n draws from weighted symbols, with its probability.
import { chiSquare } from "./chi-square.ts";
import type { Finding } from "./finding.ts";

export interface Outcome {
  readonly counts: readonly number[];
  readonly probability: number;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** The ways to write n as a sum of `size` counts. */
function compositions(n: number, size: number): number[][] {
  if (size === 1) return [[n]];
  const firsts = Array.from({ length: n + 1 }, (_, first) => first);
  return firsts.flatMap((first) => compositions(n - first, size - 1).map((rest) => [first, ...rest]));
}

/** n draws: n! / (c1! c2! …) w1^c1 w2^c2 …, with 0^0 = 1. */
export function multinomialOutcomes(n: number, weights: readonly number[]): Outcome[] {
  const total = weights.reduce((a, b) => a + b);
  return compositions(n, weights.length).map((counts) => ({
    counts,
    probability: counts.reduce((p, c, i) => (p * (weights[i] / total) ** c) / factorial(c), factorial(n)),
  }));
}

/** Independent Poisson counts of means n w1, n w2, …, up to `most` each. */
export function poissonOutcomes(n: number, weights: readonly number[], most: number): Outcome[] {
  const total = weights.reduce((a, b) => a + b);
  let all: Outcome[] = [{ counts: [], probability: 1 }];
  for (const weight of weights) {
    const mean = (n * weight) / total;
    const terms = Array.from(
      { length: weight > 0 ? most + 1 : 1 },
      (_, c) => (Math.exp(-mean) * mean ** c) / factorial(c),
    );
    all = all.flatMap(({ counts, probability }) =>
      terms.map((term, c) => ({ counts: [...counts, c], probability: probability * term })),
    );
  }
  return all;
}

/** n of the items drawn without replacement, all equally likely. */
export function hypergeometricOutcomes(n: number, items: readonly number[]): Outcome[] {
  const choose = (of: number, c: number) => (c > of ? 0 : factorial(of) / factorial(c) / factorial(of - c));
  const total = items.reduce((a, b) => a + b);
  return compositions(n, items.length).map((counts) => ({
    counts,
    probability: counts.reduce((p, c, i) => p * choose(items[i], c), 1 / choose(total, n)),
  }));
}

/** Chi-square over all outcomes of `calls` calls of a sampler; an impossible outcome has p = 0. */
export function joint(
  draw: (counts: Float64Array) => void,
  n: number,
  all: readonly Outcome[],
  calls: number,
): Finding {
  const outcomes = all.filter(({ probability }) => probability > 0);
  const key = (counts: ArrayLike<number>) => Array.from(counts).reduce((sum, c) => sum * (n + 1) + c, 0);
  const index = new Map(outcomes.map(({ counts }, i) => [key(counts), i]));
  const observed = new Float64Array(outcomes.length);
  const counts = new Float64Array(all[0].counts.length);
  for (let i = 0; i < calls; ++i) {
    draw(counts);
    const at = index.get(key(counts));
    if (at === undefined) return { test: `impossible outcome ${counts}`, statistic: 1, p: 0 };
    observed[at] += 1;
  }
  return chiSquare(
    observed,
    outcomes.map(({ probability }) => calls * probability),
    "joint",
  );
}
