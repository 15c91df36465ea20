// Both sides of Theorem 1, summed over symbols; the upper one sharpened for free.
import { lastOf } from "./check.ts";
import { condensed } from "./condensed.ts";
import { extinctionRate } from "./extinction.ts";

/** Symbols grouped by the probability with which each is drawn, which rises from group to group: 0 where it is too small for a number. */
export interface Drawn {
  readonly p: ArrayLike<number>;
  /** How many symbols each group has. */
  readonly many: ArrayLike<number>;
}

/** A symbol alone; one of probability 0 was never there. */
export const single = (p: number): Drawn => ({ p: [p], many: [p === 0 ? 0 : 1] });

/** 3 n p^2 + 3 k p: from 1 on the upper side says nothing. */
const doubt = (p: number, samples: number, k: number): number => Math.min(1, 3 * samples * p * p + 3 * k * p);

/** The lower side; `rate` is n g_k. */
export const lowerSide = (p: number, rate: number): number => -Math.expm1(-p * rate);

/** The upper side, from the lower one: a sum of positive terms, so that a tiny p keeps its digits. */
export function upperSide(p: number, samples: number, k: number, lower: number): number {
  const lost = doubt(p, samples, k);
  return lost === 1 ? 1 : lower + lost * (1 - lower);
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
  // g_k falls like 2 / k: there the derivative is 0, except for a few generations.
  let k = Math.floor((Math.sqrt(p * p + (2 * slack) / (3 * samples)) - p) * samples);
  k = Math.max(1, Math.min(k, Number.MAX_SAFE_INTEGER - 1));
  // Where doubles cannot tell neighbours apart any of them will do: the bound of each holds later on.
  for (let left = FEW; left > 0 && k > 1 && !(certainAt(k) > certainAt(k - 1)); --left) --k;
  for (let left = FEW; left > 0 && certainAt(k + 1) > certainAt(k); --left) ++k;
  return k;
}

/** Whether the upper side still falls after generation k, given n g_k of it and of the next: then it turns later on. */
function stillFalls(p: number, samples: number, k: number, rate: number, next: number): boolean {
  const certain = Math.log1p(-doubt(p, samples, k)) - p * rate;
  return Math.log1p(-doubt(p, samples, k + 1)) - p * next > certain;
}

/** Sums over more symbols are taken over fewer points, if they are wanted at more than a few generations. */
const MANY = 2000;
const SEVERAL = 8;

/**
 * How many of the symbols are left on average at each of the generations: at least, and at most. The upper side is for each
 * symbol its running minimum, or as published. More than 2000 symbols at more than 8 generations are condensed: the relative
 * error is then below 1e-11.
 */
export function bothSides(
  { p, many }: Drawn,
  samples: number,
  generations: readonly number[],
  runningMinimum = true,
): { lower: Float64Array; upper: Float64Array } {
  const lower = new Float64Array(generations.length);
  const upper = new Float64Array(generations.length);
  const rateOf = (k: number): number => samples * extinctionRate(k);
  const rates = generations.map(rateOf);
  const end = Math.min(Math.max(1, lastOf(generations)), Number.MAX_SAFE_INTEGER - 1);
  const [rate, next] = [rateOf(end), rateOf(end + 1)];
  const add = (share: number, symbols: number, turn: number): void => {
    const most = (k: number, alive: number) => upperSide(share, samples, k, alive);
    const last = turn < Number.POSITIVE_INFINITY ? most(turn, lowerSide(share, rateOf(turn))) : 1;
    for (let g = 0; g < rates.length; ++g) {
      const k = generations[g];
      const alive = k === 0 ? 1 : lowerSide(share, rates[g]);
      lower[g] += symbols * alive;
      upper[g] += symbols * (k < turn ? most(k, alive) : last);
    }
  };
  const isLong = p.length > MANY && generations.length > SEVERAL;
  const smooth: { p: number[]; many: number[] } = { p: [], many: [] };
  for (let i = 0; i < p.length; ++i) {
    // A turning point takes a search, for each symbol, and most turn after all of the generations.
    const falls = stillFalls(p[i], samples, end, rate, next);
    if (isLong && falls) {
      smooth.p.push(p[i]);
      smooth.many.push(many[i]);
    } else
      add(p[i], many[i], !falls && runningMinimum ? turningPoint(p[i], samples) : Number.POSITIVE_INFINITY);
  }
  // Until it turns, and before it says nothing, a side is as smooth in p as condensing asks for.
  const points = condensed(sharesOf(smooth));
  for (let i = 0; i < points.p.length; ++i) add(points.p[i], points.many[i], Number.POSITIVE_INFINITY);
  // All are there at first, which points are only nearly.
  generations.forEach((k, g) => {
    if (k === 0) lower[g] = upper[g] = total(many);
  });
  return { lower, upper };
}

const sharesOf = ({ p, many }: { p: number[]; many: number[] }) => ({
  p: Float64Array.from(p),
  rest: Float64Array.from(p, (share) => 1 - share),
  many: Float64Array.from(many),
});

function total(many: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < many.length; ++i) sum += many[i];
  return sum;
}
