// What follows from the few numbers that a chain writes: how far a model is from the true one. These are recorded, so
// logarithms and exponentials are the kernels'.
import { deviance, exp } from "../../kernels/math.ts";
import { upperTail } from "./normal.ts";

type Numbers = readonly number[];

/** An observable that is worked out of others. */
export interface FromFew {
  /** The observables of the chain that it takes. */
  readonly from: readonly string[];
  /** Its value, given theirs now and at generation 0, in the order of `from`. */
  value(now: Numbers, truth: Numbers): number;
}

const square = (x: number): number => x * x;

/** x ln(x / mean) + mean - x, which is 0 where both are 0. */
const divergence = (x: number, mean: number): number => (x === mean ? 0 : x === 0 ? mean : deviance(x, mean));

export const bernoulliDerived = {
  l2: { from: ["p"], value: ([p], [truth]) => square(p - truth) },
  kl: { from: ["p"], value: ([p], [truth]) => divergence(p, truth) + divergence(1 - p, 1 - truth) },
  variance: { from: ["p"], value: ([p]) => p * (1 - p) },
} satisfies Record<string, FromFew>;

export const poissonDerived = {
  l2: { from: ["rate"], value: ([rate], [truth]) => square(rate - truth) },
  kl: { from: ["rate"], value: ([rate], [truth]) => divergence(rate, truth) },
  variance: { from: ["rate"], value: ([rate]) => rate },
} satisfies Record<string, FromFew>;

/** From here on e^(-2 logStd) is no double any more. */
const LEAST_LOG = -350;

export const gaussianDerived = {
  variance: { from: ["std"], value: ([std]) => std * std },
  l2: { from: ["mean"], value: ([mean], [truth]) => square(mean - truth) },
  kl: {
    from: ["mean", "std", "logStd"],
    value: ([mean, std, logStd], [mean0, std0, log0]) =>
      Math.max(0, (square(std / std0) + square((mean - mean0) / std0) - 1) / 2 - (logStd - log0)),
  },
  klForward: {
    from: ["mean", "logStd"],
    value([mean, logStd], [mean0, log0]) {
      const shift = logStd - log0;
      if (shift < LEAST_LOG) return Number.POSITIVE_INFINITY;
      const distance = square((mean - mean0) / exp(log0));
      return Math.max(0, shift + ((1 + distance) * exp(-2 * shift) - 1) / 2);
    },
  },
  w2: {
    from: ["mean", "std"],
    value: ([mean, std], [mean0, std0]) => square(mean - mean0) + square(std - std0),
  },
  hallucinated: {
    from: ["mean", "std"],
    value: ([mean, std], [mean0, std0]) =>
      upperTail(mean0 + 4 * std0 - mean, std) + upperTail(mean - (mean0 - 4 * std0), std),
  },
} satisfies Record<string, FromFew>;

export const mixtureDerived = {
  overlap: { from: ["mean", "std"], value: ([mean, std]) => upperTail(Math.abs(mean), std) },
  variance: { from: ["mean", "std"], value: ([mean, std]) => mean * mean + std * std },
} satisfies Record<string, FromFew>;
