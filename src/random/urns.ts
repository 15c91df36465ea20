// Items taken from kinds, and draws that fall on symbols; each law for a generator to have as a method.
import {
  hypergeometric as drawHypergeometric,
  fillHypergeometric,
} from "../reference/random/hypergeometric.ts";
import { multinomial as fillMultinomial } from "../reference/random/multinomial.ts";
import { multinomialOf } from "../reference/random/multinomial-of.ts";
import { MAX_INTEGER } from "../seed.ts";
import { COUNT, checkCounts, checkInteger, checkOut, checkWeights, inRange } from "./check.ts";
import { drawCounts } from "./counts.ts";
import { fillWholes, type Wholes } from "./fill.ts";
import { fillsOf, type Source, streamOf } from "./source.ts";

/**
 * Hypergeometric: how many of `draws` items, taken without replacement from `marked + unmarked`, are marked. Inversion
 * where the mean of the rarest of the four kinds of items, marked or not and drawn or not, is below 10 or the variance
 * below 5; else by the hat of BTRS (Hörmann 1993, doi:10.1080/00949659308811496). As numpy's `hypergeometric`.
 * @param marked items that are counted, an integer from 0 to 2^53-1
 * @param unmarked the other items, an integer from 0 to 2^53-1 less `marked`
 * @param draws an integer from 0 to `marked + unmarked`
 */
export function hypergeometric(this: Source, marked: number, unmarked: number, draws: number): number;
export function hypergeometric<T extends Wholes>(
  this: Source,
  marked: number,
  unmarked: number,
  draws: number,
  out: T,
): T;
export function hypergeometric<T extends Wholes>(
  this: Source,
  marked: number,
  unmarked: number,
  draws: number,
  out?: T,
): number | T {
  checkInteger("marked", marked, 0, MAX_INTEGER, COUNT);
  checkInteger("unmarked", unmarked, 0, MAX_INTEGER - marked, "an integer from 0 to 2^53-1 less marked");
  checkInteger("draws", draws, 0, marked + unmarked, "an integer from 0 to marked + unmarked");
  if (out === undefined) return drawHypergeometric(streamOf(this), marked, unmarked, draws);
  return fillWholes(out, (part) =>
    (fillsOf(this, part.length)?.fillHypergeometric ?? fillHypergeometric)(
      streamOf(this),
      marked,
      unmarked,
      draws,
      part,
    ),
  );
}

/**
 * How many of each kind are among `draws` items taken without replacement: what is drawn sums to `draws`. By
 * hypergeometric splitting: a kind takes a share of what those before it have left to draw.
 * @param counts items of each kind: integers from 0, not all of them 0, 2^53-1 together at most
 * @param draws an integer from 0 to their sum
 * @param out receives what is drawn; as long as `counts` (default: a new array)
 */
export function multivariateHypergeometric(
  this: Source,
  counts: ArrayLike<number>,
  draws: number,
  out?: Float64Array,
): Float64Array {
  const { counts: checked, total } = checkCounts("counts", counts, 0);
  let left = total;
  checkInteger("draws", draws, 0, left, `an integer from 0 to ${left}, the sum of counts`);
  const drawn = checkOut(out, "counts", checked.length);
  let rest = draws;
  checked.forEach((count, i) => {
    left -= count;
    drawn[i] = drawHypergeometric(streamOf(this), count, left, rest);
    rest -= drawn[i];
  });
  return drawn;
}

/**
 * How n draws fall on weighted symbols; the counts sum to n. By binomial splitting: a symbol takes a binomial
 * share of what those before it have left. Where there are many symbols for n, by Poisson counts, somewhat too few,
 * and single draws for the rest: given their sum, whatever it is, Poisson counts are multinomial.
 * @param n draws, an integer from 0 to 2^53-1
 * @param weights finite numbers of any size, which need not sum to 1; zeros are allowed, but not all of them zero
 * @param out receives the counts; as long as `weights` (default: a new array)
 */
export function multinomial(
  this: Source,
  n: number,
  weights: ArrayLike<number>,
  out?: Float64Array,
): Float64Array {
  checkInteger("n", n, 0, MAX_INTEGER, COUNT);
  const checked = inRange(checkWeights("weights", weights));
  const counts = checkOut(out, "weights", checked.length);
  drawCounts(
    fillsOf(this, checked.length) ?? { multinomial: fillMultinomial, multinomialOf },
    streamOf(this),
    n,
    checked,
    counts,
  );
  return counts;
}
