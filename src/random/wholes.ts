// Laws of whole numbers, each for a generator to have as a method.
import { invalid } from "../check/errors.ts";
import { binomial as drawBinomial, fillBinomial } from "../reference/random/binomial.ts";
import { exponential as drawExponential, fillExponential } from "../reference/random/exponential.ts";
import { poisson as drawPoisson, fillPoisson } from "../reference/random/poisson.ts";
import { nextWord, wordHigh } from "../reference/random/stream.ts";
import {
  negativeBinomial as drawNegativeBinomial,
  zipf as drawZipf,
  fillNegativeBinomial,
  fillZipf,
} from "../reference/random/trials.ts";
import { integer as drawInteger, fillIntegers, fillUniform } from "../reference/random/uniform.ts";
import { MAX_INTEGER } from "../seed.ts";
import { COUNT, checkInteger, checkNumber } from "./check.ts";
import { fillWholes, type Wholes } from "./fill.ts";
import { fillsOf, type Source, streamOf } from "./source.ts";
import { geometricOf, isNegativeBinomialInRange, STEEPEST } from "./trials.ts";

/** 2^32 */
const HALF_WORD = 4294967296;

/** Integers from 0 to 2^32-1, each equally likely: the upper half of a word. */
export function uint32(this: Source): number;
export function uint32<T extends Wholes>(this: Source, out: T): T;
export function uint32<T extends Wholes>(this: Source, out?: T): number | T {
  const stream = streamOf(this);
  if (out === undefined) return wordHigh(stream, nextWord(stream));
  return fillWholes(out, (part) => {
    // A uniform is the upper 53 bits of a word.
    (fillsOf(this, part.length)?.fillUniform ?? fillUniform)(stream, part);
    for (let i = 0; i < part.length; ++i) part[i] = Math.floor(part[i] * HALF_WORD);
  });
}

/**
 * Integers from `low` to `high - 1`, each equally likely.
 * @param low an integer from -(2^53-1) to 2^53-1
 * @param high an integer above `low`, at most 2^53-1 above it
 */
export function integers(this: Source, low: number, high: number): number;
export function integers<T extends Wholes>(this: Source, low: number, high: number, out: T): T;
export function integers<T extends Wholes>(this: Source, low: number, high: number, out?: T): number | T {
  checkInteger("low", low, -MAX_INTEGER, MAX_INTEGER, "an integer from -(2^53-1) to 2^53-1");
  if (!Number.isSafeInteger(high) || high <= low || high - low > MAX_INTEGER) {
    throw invalid("high", high, `an integer above low = ${low}, by 2^53-1 at most`);
  }
  if (out === undefined) return drawInteger(streamOf(this), low, high - low);
  return fillWholes(out, (part) =>
    (fillsOf(this, part.length)?.fillIntegers ?? fillIntegers)(streamOf(this), low, high - low, part),
  );
}

/**
 * Poisson: inversion below mean 10, else PTRS (Hörmann 1993, https://doi.org/10.1016/0167-6687(93)90997-4).
 * @param mean a number from 0 to 2^53-1; close to 2^53 a draw may lie above it, and is then an even number
 */
export function poisson(this: Source, mean: number): number;
export function poisson<T extends Wholes>(this: Source, mean: number, out: T): T;
export function poisson<T extends Wholes>(this: Source, mean: number, out?: T): number | T {
  checkNumber("mean", mean, 0, MAX_INTEGER, "a number from 0 to 2^53-1");
  if (out === undefined) return drawPoisson(streamOf(this), mean);
  return fillWholes(out, (part) =>
    (fillsOf(this, part.length)?.fillPoisson ?? fillPoisson)(streamOf(this), mean, part),
  );
}

/**
 * Binomial: inversion where n min(p, 1 - p) < 10, else BTRS (Hörmann 1993,
 * https://doi.org/10.1080/00949659308811496).
 * @param n trials, an integer from 0 to 2^53-1
 * @param p probability of each, from 0 to 1
 */
export function binomial(this: Source, n: number, p: number): number;
export function binomial<T extends Wholes>(this: Source, n: number, p: number, out: T): T;
export function binomial<T extends Wholes>(this: Source, n: number, p: number, out?: T): number | T {
  checkInteger("n", n, 0, MAX_INTEGER, COUNT);
  checkNumber("p", p, 0, 1, "a number from 0 to 1");
  if (out === undefined) return drawBinomial(streamOf(this), n, p, 1 - p);
  return fillWholes(out, (part) =>
    (fillsOf(this, part.length)?.fillBinomial ?? fillBinomial)(streamOf(this), n, p, 1 - p, part),
  );
}

/**
 * Geometric: the trial that first succeeds, from 1 on.
 * @param p probability of success, above 0, at most 1; far below 2^-40 a draw may lie above 2^53
 */
export function geometric(this: Source, p: number): number;
export function geometric<T extends Wholes>(this: Source, p: number, out: T): T;
export function geometric<T extends Wholes>(this: Source, p: number, out?: T): number | T {
  checkNumber("p", p, 1e-300, 1, "a number from 1e-300 to 1");
  const trial = geometricOf(p);
  if (out === undefined) return trial(drawExponential(streamOf(this)));
  return fillWholes(out, (part) => {
    (fillsOf(this, part.length)?.fillExponential ?? fillExponential)(streamOf(this), part);
    for (let i = 0; i < part.length; ++i) part[i] = trial(part[i]);
  });
}

/**
 * Negative binomial: failures before `n` successes, as a Poisson number whose mean is a gamma.
 * @param n a number above 0, which need not be whole
 * @param p probability of success, above 0, at most 1, so that draws stay below 2^53
 */
export function negativeBinomial(this: Source, n: number, p: number): number;
export function negativeBinomial<T extends Wholes>(this: Source, n: number, p: number, out: T): T;
export function negativeBinomial<T extends Wholes>(this: Source, n: number, p: number, out?: T): number | T {
  if (!(typeof n === "number" && n > 0 && n <= MAX_INTEGER)) {
    throw invalid("n", n, "a number above 0, at most 2^53-1");
  }
  checkNumber("p", p, 0, 1, "a number above 0, at most 1");
  if (!isNegativeBinomialInRange(n, p))
    throw invalid("p", p, `so large that n = ${n} gives draws below 2^53`);
  if (out === undefined) return drawNegativeBinomial(streamOf(this), n, p);
  return fillWholes(out, (part) =>
    (fillsOf(this, part.length)?.fillNegativeBinomial ?? fillNegativeBinomial)(streamOf(this), n, p, part),
  );
}

/**
 * Zipf's law: k = 1, 2, …, 2^53-1 with probabilities as k^-a. By rejection (Devroye 1986, Non-Uniform Random Variate
 * Generation, X.6.1).
 * @param a from 1.0001 to 1024
 */
export function zipf(this: Source, a: number): number;
export function zipf<T extends Wholes>(this: Source, a: number, out: T): T;
export function zipf<T extends Wholes>(this: Source, a: number, out?: T): number | T {
  checkNumber("a", a, 1.0001, STEEPEST, `a number from 1.0001 to ${STEEPEST}`);
  if (out === undefined) return drawZipf(streamOf(this), a);
  return fillWholes(out, (part) =>
    (fillsOf(this, part.length)?.fillZipf ?? fillZipf)(streamOf(this), a, part),
  );
}
