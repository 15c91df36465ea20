// Both sides of Theorem 1, summed over symbols; the upper one sharpened for free.
import { extinctionRate } from "../theory/extinction.ts";

/** Symbols grouped by the probability with which each is drawn. */
export interface Drawn {
  readonly p: ArrayLike<number>;
  /** How many symbols each group has. */
  readonly many: ArrayLike<number>;
}

export const single = (p: number): Drawn => ({ p: [p], many: [1] });

/** 3 n p^2 + 3 k p: from 1 on the upper side says nothing. */
const doubt = (p: number, samples: number, k: number): number => Math.min(1, 3 * samples * p * p + 3 * k * p);

/** The upper side, as a sum of positive terms, so that a tiny p keeps its digits; `rate` is n g_k. */
function upper(p: number, samples: number, k: number, rate: number): number {
  const lost = doubt(p, samples, k);
  return lost === 1 ? 1 : -Math.expm1(-p * rate) + lost * Math.exp(-p * rate);
}

/** More generations than this the turning point is not off where it is first looked for: about ln k of them. */
const FEW = 100;

/**
 * The generation at which the upper side of Theorem 1, 1 - (1 - 3 n p^2 - 3 k p) exp(-n p g_k), is least: it falls up to there
 * and rises after it, as ln(1 - 3 n p^2 - 3 k p) - n p g_k is a concave function of k. A symbol that is lost stays lost,
 * so that what holds of this generation holds of all later ones.
 */
export function turningPoint(p: number, samples: number): number {
  // Of a tiny p the logarithm of a difference from 1 would have no digits left.
  const certainAt = (k: number) => Math.log1p(-doubt(p, samples, k)) - samples * p * extinctionRate(k);
  const slack = 1 - doubt(p, samples, 0);
  // g_k falls like 2 / k: there the derivative is 0, but for a few generations.
  let k = Math.floor((Math.sqrt(p * p + (2 * slack) / (3 * samples)) - p) * samples);
  k = Math.max(1, Math.min(k, Number.MAX_SAFE_INTEGER - 1));
  // Where doubles cannot tell neighbours apart any of them will do: the bound of each holds later on.
  for (let left = FEW; left > 0 && k > 1 && !(certainAt(k) > certainAt(k - 1)); --left) --k;
  for (let left = FEW; left > 0 && certainAt(k + 1) > certainAt(k); --left) ++k;
  return k;
}

/** How many of the symbols are left on average, at least, at each of the generations. */
export function atLeast({ p, many }: Drawn, samples: number, generations: readonly number[]): Float64Array {
  return Float64Array.from(generations, (k) => {
    const rate = k === 0 ? Number.POSITIVE_INFINITY : samples * extinctionRate(k);
    let left = 0;
    for (let i = 0; i < p.length; ++i) left += p[i] === 0 ? 0 : many[i] * -Math.expm1(-p[i] * rate);
    return left;
  });
}

/** How many of them are left on average, at most: for each symbol the running minimum of the upper side. */
export function atMost({ p, many }: Drawn, samples: number, generations: readonly number[]): Float64Array {
  const left = new Float64Array(generations.length);
  const rates = generations.map((k) => samples * extinctionRate(k));
  for (let i = 0; i < p.length; ++i) {
    if (p[i] === 0) continue;
    const turn = turningPoint(p[i], samples);
    const last = upper(p[i], samples, turn, samples * extinctionRate(turn));
    for (let g = 0; g < left.length; ++g) {
      const k = generations[g];
      if (k === 0) left[g] += many[i];
      else if (k >= turn) left[g] += many[i] * last;
      else left[g] += many[i] * upper(p[i], samples, k, rates[g]);
    }
  }
  return left;
}
