import { kernels } from "../backend.ts";
import { invalid } from "../check/errors.ts";
import { binomial } from "../reference/random/binomial.ts";
import { hypergeometric } from "../reference/random/hypergeometric.ts";
import { poisson } from "../reference/random/poisson.ts";
import { integer } from "../reference/random/uniform.ts";
import { MAX_INTEGER } from "../seed.ts";
import { COUNT, checkCounts, checkInteger, checkNumber, checkOut, checkWeights, inRange } from "./check.ts";
import { drawCounts } from "./counts.ts";
import { fillWholes, type Wholes } from "./fill.ts";
import { RealLaws } from "./reals.ts";
import {
  type Draw,
  geometric,
  isNegativeBinomialInRange,
  negativeBinomial,
  STEEPEST,
  zipf,
} from "./trials.ts";

/** Laws of whole numbers. */
export class WholeLaws extends RealLaws {
  /**
   * Integers from `low` to `high - 1`, each equally likely.
   * @param low an integer from -(2^53-1) to 2^53-1
   * @param high an integer above `low`, at most 2^53-1 above it
   */
  integers(low: number, high: number): number;
  integers<T extends Wholes>(low: number, high: number, out: T): T;
  integers<T extends Wholes>(low: number, high: number, out?: T): number | T {
    checkInteger("low", low, -MAX_INTEGER, MAX_INTEGER, "an integer from -(2^53-1) to 2^53-1");
    if (!Number.isSafeInteger(high) || high <= low || high - low > MAX_INTEGER) {
      throw invalid("high", high, `an integer above low = ${low}, by 2^53-1 at most`);
    }
    if (out === undefined) return integer(this.stream, low, high - low);
    return fillWholes(out, (part) => kernels().fillIntegers(this.stream, low, high - low, part));
  }

  /**
   * Poisson: inversion below mean 10, else PTRS (Hörmann 1993, https://doi.org/10.1016/0167-6687(93)90997-4).
   * @param mean a number from 0 to 2^53-1; close to 2^53 a draw may lie above it, and is then an even number
   */
  poisson(mean: number): number;
  poisson<T extends Wholes>(mean: number, out: T): T;
  poisson<T extends Wholes>(mean: number, out?: T): number | T {
    checkNumber("mean", mean, 0, MAX_INTEGER, "a number from 0 to 2^53-1");
    if (out === undefined) return poisson(this.stream, mean);
    return fillWholes(out, (part) => kernels().fillPoisson(this.stream, mean, part));
  }

  /**
   * Binomial: inversion where n min(p, 1 - p) < 10, else BTRS (Hörmann 1993,
   * https://doi.org/10.1080/00949659308811496).
   * @param n trials, an integer from 0 to 2^53-1
   * @param p probability of each, from 0 to 1
   */
  binomial(n: number, p: number): number;
  binomial<T extends Wholes>(n: number, p: number, out: T): T;
  binomial<T extends Wholes>(n: number, p: number, out?: T): number | T {
    checkInteger("n", n, 0, MAX_INTEGER, COUNT);
    checkNumber("p", p, 0, 1, "a number from 0 to 1");
    if (out === undefined) return binomial(this.stream, n, p, 1 - p);
    return fillWholes(out, (part) => kernels().fillBinomial(this.stream, n, p, 1 - p, part));
  }

  /**
   * Geometric: the trial that first succeeds, from 1 on.
   * @param p probability of success, above 0, at most 1; far below 2^-40 a draw may lie above 2^53
   */
  geometric(p: number): number;
  geometric<T extends Wholes>(p: number, out: T): T;
  geometric<T extends Wholes>(p: number, out?: T): number | T {
    checkNumber("p", p, 1e-300, 1, "a number from 1e-300 to 1");
    return this.#each(geometric(p), out);
  }

  /**
   * Negative binomial: failures before `n` successes, as a Poisson number whose mean is a gamma.
   * @param n a number above 0, which need not be whole
   * @param p probability of success, above 0, at most 1, so that draws stay below 2^53
   */
  negativeBinomial(n: number, p: number): number;
  negativeBinomial<T extends Wholes>(n: number, p: number, out: T): T;
  negativeBinomial<T extends Wholes>(n: number, p: number, out?: T): number | T {
    if (!(typeof n === "number" && n > 0 && n <= MAX_INTEGER)) {
      throw invalid("n", n, "a number above 0, at most 2^53-1");
    }
    checkNumber("p", p, 0, 1, "a number above 0, at most 1");
    if (!isNegativeBinomialInRange(n, p))
      throw invalid("p", p, `so large that n = ${n} gives draws below 2^53`);
    return this.#each(negativeBinomial(n, p), out);
  }

  /**
   * Zipf's law: k = 1, 2, …, 2^53-1 with probabilities as k^-a. By rejection (Devroye 1986, Non-Uniform Random Variate
   * Generation, X.6.1).
   * @param a from 1.0001 to 1024
   */
  zipf(a: number): number;
  zipf<T extends Wholes>(a: number, out: T): T;
  zipf<T extends Wholes>(a: number, out?: T): number | T {
    checkNumber("a", a, 1.0001, STEEPEST, `a number from 1.0001 to ${STEEPEST}`);
    return this.#each(zipf(a), out);
  }

  /**
   * Hypergeometric: how many of `draws` items, taken without replacement from `marked + unmarked`, are marked. Inversion
   * where the mean of the rarest of the four kinds of items, marked or not and drawn or not, is below 10 or the variance
   * below 5; else by the hat of BTRS (Hörmann 1993, doi:10.1080/00949659308811496). As numpy's `hypergeometric`.
   * @param marked items that are counted, an integer from 0 to 2^53-1
   * @param unmarked the other items, an integer from 0 to 2^53-1 less `marked`
   * @param draws an integer from 0 to `marked + unmarked`
   */
  hypergeometric(marked: number, unmarked: number, draws: number): number;
  hypergeometric<T extends Wholes>(marked: number, unmarked: number, draws: number, out: T): T;
  hypergeometric<T extends Wholes>(marked: number, unmarked: number, draws: number, out?: T): number | T {
    checkInteger("marked", marked, 0, MAX_INTEGER, COUNT);
    checkInteger("unmarked", unmarked, 0, MAX_INTEGER - marked, "an integer from 0 to 2^53-1 less marked");
    checkInteger("draws", draws, 0, marked + unmarked, "an integer from 0 to marked + unmarked");
    if (out === undefined) return hypergeometric(this.stream, marked, unmarked, draws);
    return fillWholes(out, (part) =>
      kernels().fillHypergeometric(this.stream, marked, unmarked, draws, part),
    );
  }

  /**
   * How many of each kind are among `draws` items taken without replacement: what is drawn sums to `draws`. By
   * hypergeometric splitting: a kind takes a share of what those before it have left to draw.
   * @param counts items of each kind: integers from 0, not all of them 0, 2^53-1 together at most
   * @param draws an integer from 0 to their sum
   * @param out receives what is drawn; as long as `counts` (default: a new array)
   */
  multivariateHypergeometric(counts: ArrayLike<number>, draws: number, out?: Float64Array): Float64Array {
    const { counts: checked, total } = checkCounts("counts", counts, 0);
    let left = total;
    checkInteger("draws", draws, 0, left, `an integer from 0 to ${left}, the sum of counts`);
    const drawn = checkOut(out, "counts", checked.length);
    let rest = draws;
    checked.forEach((count, i) => {
      left -= count;
      drawn[i] = hypergeometric(this.stream, count, left, rest);
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
  multinomial(n: number, weights: ArrayLike<number>, out?: Float64Array): Float64Array {
    checkInteger("n", n, 0, MAX_INTEGER, COUNT);
    const checked = inRange(checkWeights("weights", weights));
    const counts = checkOut(out, "weights", checked.length);
    drawCounts(kernels(), this.stream, n, checked, counts);
    return counts;
  }

  #each<T extends Wholes>(draw: Draw, out: T | undefined): number | T {
    const { stream } = this;
    if (out === undefined) return draw(stream);
    return fillWholes(out, (part) => {
      for (let i = 0; i < part.length; ++i) part[i] = draw(stream);
    });
  }
}
