// A categorical model whose frequencies are pulled to the uniform law: each symbol's count is a chain of its own, and what is
// a sum over symbols has a mean that is one.
import type { CategoricalModel } from "../models/categorical.ts";
import { CountChain } from "../theory/count-chain.ts";
import { uniformShare } from "../theory/estimators/estimate.ts";
import { sizeOf, symbolsOf } from "./categorical.ts";

/** A symbol: its share of the model and of the truth, and how often it is in the data. */
interface One {
  readonly share: number;
  readonly truth: number;
  readonly count: number;
  readonly samples: number;
  /** How many symbols the truth has. */
  readonly known: number;
}

/** What each symbol gives to an observable. */
export const MEASURES: Readonly<Record<string, (symbol: One) => number>> = {
  unique: ({ count }) => (count > 0 ? 1 : 0),
  entropy: ({ share }) => (share > 0 ? -share * Math.log(share) : 0),
  tv: ({ share, truth }) => Math.max(0, share - truth),
  kl: ({ share, truth }) => (share > 0 ? share * (truth > 0 ? Math.log(share / truth) : Infinity) : 0),
  klForward: ({ share, truth, samples, known }) =>
    truth > 0 ? truth * Math.log((truth * (samples + known)) / (share * samples + 1)) : 0,
  lostMass: ({ share, truth }) => (share === 0 ? truth : 0),
  hallucinated: ({ share, truth }) => (truth === 0 ? share : 0),
};

/** The exact mean of one of these at the generations, of replaced data. */
export function pulledSum(model: CategoricalModel, observable: string, generations: readonly number[]) {
  const { samples, estimator, beta = 1, lambda = 0 } = model;
  const { p, rest, many, types } = symbolsOf(model);
  const m = sizeOf(model);
  const u = estimator === "add" ? uniformShare(samples, m, beta) : lambda;
  const shareOf = (count: number): number => (1 - u) * (count / samples) + u / m;
  const chain = new CountChain(samples, (count) => [
    shareOf(count),
    (1 - u) * ((samples - count) / samples) + u * (1 - 1 / m),
  ]);
  const measure = (share: number, truth: number, count: number): number =>
    MEASURES[observable]({ share, truth, count, samples, known: types });
  const sum = new Float64Array(generations.length);
  const addGroup = (truth: number, others: number, symbols: number): void => {
    if (symbols === 0) return;
    const values = Float64Array.from({ length: samples + 1 }, (_, count) =>
      measure(shareOf(count), truth, count),
    );
    generations.forEach((k, i) => {
      if (k === 0) sum[i] += symbols * measure(truth, truth, truth > 0 ? 1 : 0);
    });
    chain.follow([truth, others], generations, (i, law) => {
      let mean = 0;
      for (let count = 0; count < law.length; ++count) if (law[count] > 0) mean += law[count] * values[count];
      sum[i] += symbols * mean;
    });
  };
  p.forEach((truth, g) => {
    addGroup(truth, rest[g], many[g]);
  });
  addGroup(0, 1, m - types);
  return sum;
}
