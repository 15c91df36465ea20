import { kernels } from "../backend.ts";
import { invalid } from "../check/errors.ts";
import { Stream } from "../kernels/stream.ts";
import { binomial } from "../reference/random/binomial.ts";
import { boxMuller } from "../reference/random/box-muller.ts";
import { gamma } from "../reference/random/gamma.ts";
import { hypergeometric } from "../reference/random/hypergeometric.ts";
import { poisson } from "../reference/random/poisson.ts";
import { integer, uniform } from "../reference/random/uniform.ts";
import { normal } from "../reference/random/ziggurat.ts";
import { integerKey, MAX_INTEGER, seedKey } from "../seed.ts";
import {
  COUNT,
  checkArray,
  checkCounts,
  checkInteger,
  checkNumber,
  checkOut,
  checkWeights,
  inRange,
} from "./check.ts";
import { drawCounts } from "./counts.ts";

/** The streams of ours that generators were made of. */
const lent = new WeakSet<Stream>();

/**
 * Seeded random numbers: the same seed gives the same bits on every machine, in Node and in browsers, in
 * WebAssembly and without it.
 *
 * Each sampler draws one number, or fills a `Float64Array` given as its last argument and returns it. A filled
 * array holds just what as many single draws would have given. Filling is the fast way.
 *
 * The numbers come from four lanes of xoshiro128++ (Blackman & Vigna 2021, https://doi.org/10.1145/3460772) started
 * by Philox4x32-10 (Salmon et al. 2011, https://doi.org/10.1145/2063384.2063405) from the seed and the stream.
 *
 * @example
 * const rng = new Generator(42);
 * rng.normal();                        // one standard normal
 * rng.normal(new Float64Array(1e6));   // a million
 */
export class Generator {
  readonly #stream: Stream;

  /**
   * @param seed an integer from 0 to 2^53-1, or a string. A string is hashed (64-bit FNV-1a of its UTF-8 bytes) and
   * never shares its numbers with an integer seed.
   * @param stream an integer from 0 to 2^53-1 (default 0). Streams of a seed are independent of each other:
   * trajectory i of `simulate({ seed, … })` draws from stream i.
   * @throws {InputError} for any other seed or stream
   */
  constructor(seed: number | string, stream?: number);
  constructor(seed: number | string | Stream, stream = 0) {
    // Nothing else is asked of it: a revoked proxy answers no question.
    if (lent.has(seed as Stream)) {
      this.#stream = seed as Stream;
      return;
    }
    const key = seedKey(seed as number | string);
    checkInteger("stream", stream, 0, MAX_INTEGER);
    this.#stream = new Stream(key, integerKey(stream));
  }

  /** Uniform on [0, 1): multiples of 2^-53. */
  uniform(): number;
  uniform(out: Float64Array): Float64Array;
  uniform(out?: Float64Array): number | Float64Array {
    if (out === undefined) return uniform(this.#stream);
    kernels().fillUniform(this.#stream, checkArray("out", out));
    return out;
  }

  /**
   * Integers from `low` to `high - 1`, each equally likely.
   * @param low an integer from -(2^53-1) to 2^53-1
   * @param high an integer above `low`, at most 2^53-1 above it
   */
  integers(low: number, high: number): number;
  integers(low: number, high: number, out: Float64Array): Float64Array;
  integers(low: number, high: number, out?: Float64Array): number | Float64Array {
    checkInteger("low", low, -MAX_INTEGER, MAX_INTEGER, "an integer from -(2^53-1) to 2^53-1");
    if (!Number.isSafeInteger(high) || high <= low || high - low > MAX_INTEGER) {
      throw invalid("high", high, `an integer above low = ${low}, by 2^53-1 at most`);
    }
    if (out === undefined) return integer(this.#stream, low, high - low);
    kernels().fillIntegers(this.#stream, low, high - low, checkArray("out", out));
    return out;
  }

  /** Standard normal by the ziggurat: Marsaglia & Tsang 2000, https://doi.org/10.18637/jss.v005.i08. */
  normal(): number;
  normal(out: Float64Array): Float64Array;
  normal(out?: Float64Array): number | Float64Array {
    if (out === undefined) return normal(this.#stream);
    kernels().fillNormal(this.#stream, checkArray("out", out));
    return out;
  }

  /**
   * Standard normal by Box & Muller 1958, https://doi.org/10.1214/aoms/1177706645: three times as slow as `normal()`, but
   * two of them always take two words of the stream. The second of a pair waits for the next call.
   */
  boxMuller(): number;
  boxMuller(out: Float64Array): Float64Array;
  boxMuller(out?: Float64Array): number | Float64Array {
    if (out === undefined) return boxMuller(this.#stream);
    kernels().fillBoxMuller(this.#stream, checkArray("out", out));
    return out;
  }

  /**
   * Gamma of scale 1: Marsaglia & Tsang 2000, https://doi.org/10.1145/358407.358414.
   * @param shape a number above 0, at most 2^53-1
   */
  gamma(shape: number): number;
  gamma(shape: number, out: Float64Array): Float64Array;
  gamma(shape: number, out?: Float64Array): number | Float64Array {
    if (!(typeof shape === "number" && shape > 0 && shape <= MAX_INTEGER))
      throw invalid("shape", shape, "a number above 0, at most 2^53-1");
    if (out === undefined) return gamma(this.#stream, shape);
    kernels().fillGamma(this.#stream, shape, checkArray("out", out));
    return out;
  }

  /**
   * Poisson: inversion below mean 10, else PTRS (Hörmann 1993, https://doi.org/10.1016/0167-6687(93)90997-4).
   * @param mean a number from 0 to 2^53-1; close to 2^53 a draw may lie above it, and is then an even number
   */
  poisson(mean: number): number;
  poisson(mean: number, out: Float64Array): Float64Array;
  poisson(mean: number, out?: Float64Array): number | Float64Array {
    checkNumber("mean", mean, 0, MAX_INTEGER, "a number from 0 to 2^53-1");
    if (out === undefined) return poisson(this.#stream, mean);
    kernels().fillPoisson(this.#stream, mean, checkArray("out", out));
    return out;
  }

  /**
   * Binomial: inversion where n min(p, 1 - p) < 10, else BTRS (Hörmann 1993,
   * https://doi.org/10.1080/00949659308811496).
   * @param n trials, an integer from 0 to 2^53-1
   * @param p probability of each, from 0 to 1
   */
  binomial(n: number, p: number): number;
  binomial(n: number, p: number, out: Float64Array): Float64Array;
  binomial(n: number, p: number, out?: Float64Array): number | Float64Array {
    checkInteger("n", n, 0, MAX_INTEGER, COUNT);
    checkNumber("p", p, 0, 1, "a number from 0 to 1");
    if (out === undefined) return binomial(this.#stream, n, p, 1 - p);
    kernels().fillBinomial(this.#stream, n, p, 1 - p, checkArray("out", out));
    return out;
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
  hypergeometric(marked: number, unmarked: number, draws: number, out: Float64Array): Float64Array;
  hypergeometric(marked: number, unmarked: number, draws: number, out?: Float64Array): number | Float64Array {
    checkInteger("marked", marked, 0, MAX_INTEGER, COUNT);
    checkInteger("unmarked", unmarked, 0, MAX_INTEGER - marked, "an integer from 0 to 2^53-1 less marked");
    checkInteger("draws", draws, 0, marked + unmarked, "an integer from 0 to marked + unmarked");
    if (out === undefined) return hypergeometric(this.#stream, marked, unmarked, draws);
    kernels().fillHypergeometric(this.#stream, marked, unmarked, draws, checkArray("out", out));
    return out;
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
      drawn[i] = hypergeometric(this.#stream, count, left, rest);
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
    drawCounts(kernels(), this.#stream, n, checked, counts);
    return counts;
  }
}

/** A generator that draws from a stream of ours: those who call the library have seeds only. */
export function generatorOf(stream: Stream): Generator {
  lent.add(stream);
  return new (Generator as unknown as new (stream: Stream) => Generator)(stream);
}
