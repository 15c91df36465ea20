// Categorical models of two symbols, fitted by any estimator that has a name and sampled from by any rules: the count of the
// first tells all, so its chain has the exact mean of whatever is observed.
import { categoricalDerived } from "../generations/derived/many.ts";
import { fitPlan } from "../models/categorical/fit.ts";
import { type CategoricalModel, weightsOf } from "../models/categorical.ts";
import type { Row } from "../theory/binomial-row.ts";
import { CountChain } from "../theory/count-chain.ts";
import { type Decode, type DecodingRule, decodeOf } from "../theory/decoding/rule.ts";
import * as estimate from "../theory/estimators.ts";
import { factor, solve } from "../theory/linear.ts";
import type { TimeMoments } from "./law.ts";

/** A model beside the true one, and how many symbols its data have. */
interface Seen {
  readonly shares: Float64Array;
  readonly truth: Float64Array;
  readonly samples: number;
  readonly seen: number;
}

const OBSERVABLES: Readonly<Record<string, (model: Seen) => number>> = {
  unique: ({ seen }) => seen,
  entropy: ({ shares }) => shares.reduce((sum, x) => (x > 0 ? sum - x * Math.log(x) : sum), 0),
  heterozygosity: ({ shares }) => 1 - shares.reduce((sum, x) => sum + x * x, 0),
  tv: ({ shares, truth }) => shares.reduce((sum, x, i) => sum + Math.max(0, x - truth[i]), 0),
  ...categoricalDerived,
};

export const isReadable = (observable: string): boolean => Object.hasOwn(OBSERVABLES, observable);

/** What the model's estimator makes of two counts. */
function fitOf({ estimator = "ml", beta = 1, lambda = 0, discount = 0 }: CategoricalModel) {
  const named = {
    ml: estimate.maximumLikelihood,
    add: (given: estimate.CountOptions) => estimate.addConstant({ ...given, beta }),
    shrink: (given: estimate.CountOptions) => estimate.shrinkToUniform({ ...given, share: lambda }),
    "james-stein": estimate.jamesStein,
    "good-turing": estimate.goodTuring,
    "absolute-discount": (given: estimate.CountOptions) =>
      estimate.absoluteDiscounting({ ...given, discount }),
  };
  return named[estimator as keyof typeof named];
}

/** Its decoding rules, one after the other. */
function rulesOf(model: CategoricalModel): Decode {
  const { temperature, topK, topP, minP, curation, verifier } = fitPlan(model).decoding ?? {};
  const rules: DecodingRule[] = [
    ...(temperature !== undefined ? [{ name: "temperature", temperature } as const] : []),
    ...(topK !== undefined ? [{ name: "top-k", k: topK } as const] : []),
    ...(topP !== undefined ? [{ name: "top-p", mass: topP } as const] : []),
    ...(minP !== undefined ? [{ name: "min-p", share: minP } as const] : []),
    ...(curation !== undefined ? [{ name: "curation", ...curation } as const] : []),
    ...(verifier !== undefined
      ? [
          {
            name: "verifier",
            valid: [0, 1].map((symbol) => verifier.symbols.includes(symbol)),
            pass: verifier.valid,
            fail: verifier.invalid,
          } as const,
        ]
      : []),
  ];
  const decoded = rules.map((rule) => decodeOf(rule, 2));
  return (shares) => decoded.reduce((x, rule) => rule(x), shares);
}

export function twoSymbols(model: CategoricalModel) {
  const { samples } = model;
  const weights = weightsOf(model);
  const total = weights[0] + weights[1];
  const truth = weights.map((weight) => weight / total);
  const estimated = fitOf(model);
  const rules = rulesOf(model);
  const fitted = (count: number): Float64Array => estimated({ counts: [count, samples - count] });
  const chance = (shares: Float64Array) => {
    const [p, rest] = rules(shares);
    return [p, rest] as const;
  };
  const chain = new CountChain(samples, (count) => chance(fitted(count)));

  /** What is observed where the first symbol was drawn so often, and at generation 0. */
  const values = (observable: string) => {
    const read = OBSERVABLES[observable];
    const seen = (counts: ArrayLike<number>): number => (counts[0] > 0 ? 1 : 0) + (counts[1] > 0 ? 1 : 0);
    return {
      start: read({ shares: truth, truth, samples, seen: seen(truth) }),
      at: Float64Array.from({ length: samples + 1 }, (_, count) =>
        read({ shares: fitted(count), truth, samples, seen: seen([count, samples - count]) }),
      ),
    };
  };

  return {
    /** Whether no value of an observable is so near to these numbers that rounding decides on which side it is. */
    isClear(observable: string, numbers: readonly number[]): boolean {
      if (observable === "unique") return true;
      const { start, at } = values(observable);
      const isNear = (x: number) => numbers.some((number) => Math.abs(x - number) < ROUNDING);
      return !isNear(start) && !at.some(isNear);
    },

    /** The mean, over trajectories, of what `of` makes of an observable. */
    means(observable: string, generations: readonly number[], of: (x: number) => number): Float64Array {
      const { start, at } = values(observable);
      const results = Float64Array.from(generations, () => of(start));
      const mapped = at.map(of);
      chain.follow(chance(truth), generations, (i, law) => {
        let mean = 0;
        for (let count = 0; count < law.length; ++count) {
          if (law[count] > 0) mean += law[count] * mapped[count];
        }
        results[i] = mean;
      });
      return results;
    },

    /** The first generation at which an observable is not as `isMet` wants it: the chain's linear systems. */
    time(observable: string, isMet: (x: number) => boolean): TimeMoments {
      const { start, at } = values(observable);
      if (!isMet(start)) return { mean: 0, sd: 0, median: 0 };
      const first = chain.from(chance(truth));
      const states = [...at.keys()].filter((count) => isMet(at[count]));
      const rows = states.map((count) => chain.row(count));
      const on = ({ first, mass }: Row, count: number): number => mass[count - first] ?? 0;
      const system = factor(
        rows.map((row, i) => Float64Array.from(states, (to, j) => (i === j ? 1 : 0) - on(row, to))),
      );
      const left = solve(system, new Float64Array(states.length).fill(1));
      const square = solve(
        system,
        left.map((t) => 2 * t - 1),
      );
      const mean = (of: Float64Array): number =>
        states.reduce((sum, to, i) => sum + of[i] * on(first, to), 0);
      const later = mean(left);
      // A system with no digits left, or an event that may hold for ever.
      if (!left.every((t) => t >= 0 && t < LONGEST))
        return { mean: Number.POSITIVE_INFINITY, sd: null, median: null };
      return { mean: 1 + later, sd: Math.sqrt(Math.max(0, mean(square) - later * later)), median: null };
    },
  };
}

const ROUNDING = 1e-9;
// Beyond it the systems have no digits left.
const LONGEST = 1e10;
