// Laws of real numbers, each for a generator to have as a method.
import { invalid } from "../check/errors.ts";
import { kindOf } from "../check/given.ts";
import {
  beta as drawBeta,
  dirichlet as drawDirichlet,
  fillBeta,
  LEAST_SHAPE,
} from "../reference/random/beta.ts";
import { boxMuller as drawBoxMuller, fillBoxMuller } from "../reference/random/box-muller.ts";
import { exponential as drawExponential, fillExponential } from "../reference/random/exponential.ts";
import { gamma as drawGamma, fillGamma } from "../reference/random/gamma.ts";
import { uniform as drawUniform, fillUniform } from "../reference/random/uniform.ts";
import { normal as drawNormal, fillNormal } from "../reference/random/ziggurat.ts";
import { MAX_INTEGER } from "../seed.ts";
import { checkNumber, checkOut, checkShapes } from "./check.ts";
import { fillReals, type Reals } from "./fill.ts";
import { fillsOf, type Source, streamOf } from "./source.ts";

const GREATEST = Number.MAX_VALUE;
const FINITE = "a finite number";
const SCALE = "a finite number, 0 or above";
/** Below this a 32-bit float has no room between a uniform and 1. */
const FLOAT = 16777216; // 2^24

/**
 * Uniform on [low, high): multiples of 2^-53 of [0, 1), or of 2^-24 in a Float32Array, stretched. Where low and
 * high are not 0 and 1, rounding may give `high` itself.
 * @param low default 0
 * @param high at least `low` (default 1)
 */
export function uniform(this: Source, low?: number, high?: number): number;
export function uniform<T extends Reals>(this: Source, out: T): T;
export function uniform<T extends Reals>(this: Source, low: number, high: number, out: T): T;
export function uniform<T extends Reals>(this: Source, low: number | T = 0, high = 1, out?: T): number | T {
  if (typeof low === "object") return uniform.call(this, 0, 1, low) as T;
  checkNumber("low", low, -GREATEST, GREATEST, FINITE);
  checkNumber("high", high, low, GREATEST, "a finite number, low or above");
  const width = high - low;
  if (width > GREATEST) throw invalid("high", high, "a number whose distance from low is finite");
  if (out === undefined) return low + width * drawUniform(streamOf(this));
  const isCoarse = kindOf(out) === "Float32Array";
  return fillReals(out, (part) => {
    (fillsOf(this, part.length)?.fillUniform ?? fillUniform)(streamOf(this), part);
    if (isCoarse) for (let i = 0; i < part.length; ++i) part[i] = Math.floor(part[i] * FLOAT) / FLOAT;
    stretch(part, low, width);
  });
}

/**
 * Normal by the ziggurat: Marsaglia & Tsang 2000, https://doi.org/10.18637/jss.v005.i08.
 * @param loc the mean (default 0)
 * @param scale the standard deviation, 0 or above (default 1)
 */
export function normal(this: Source, loc?: number, scale?: number): number;
export function normal<T extends Reals>(this: Source, out: T): T;
export function normal<T extends Reals>(this: Source, loc: number, scale: number, out: T): T;
export function normal<T extends Reals>(this: Source, loc: number | T = 0, scale = 1, out?: T): number | T {
  if (typeof loc === "object") return normal.call(this, 0, 1, loc) as T;
  checkNumber("loc", loc, -GREATEST, GREATEST, FINITE);
  checkNumber("scale", scale, 0, GREATEST, SCALE);
  if (out === undefined) return loc + scale * drawNormal(streamOf(this));
  return fillReals(out, (part) => {
    (fillsOf(this, part.length)?.fillNormal ?? fillNormal)(streamOf(this), part);
    stretch(part, loc, scale);
  });
}

/**
 * Standard normal by Box & Muller 1958, https://doi.org/10.1214/aoms/1177706645: three times as slow as `normal()`, but
 * two of them always take two words of the stream. The second of a pair waits for the next call.
 */
export function boxMuller(this: Source): number;
export function boxMuller<T extends Reals>(this: Source, out: T): T;
export function boxMuller<T extends Reals>(this: Source, out?: T): number | T {
  if (out === undefined) return drawBoxMuller(streamOf(this));
  return fillReals(out, (part) =>
    (fillsOf(this, part.length)?.fillBoxMuller ?? fillBoxMuller)(streamOf(this), part),
  );
}

/**
 * Exponential by the ziggurat: Marsaglia & Tsang 2000, https://doi.org/10.18637/jss.v005.i08.
 * @param scale the mean, 0 or above (default 1)
 */
export function exponential(this: Source, scale?: number): number;
export function exponential<T extends Reals>(this: Source, out: T): T;
export function exponential<T extends Reals>(this: Source, scale: number, out: T): T;
export function exponential<T extends Reals>(this: Source, scale: number | T = 1, out?: T): number | T {
  if (typeof scale === "object") return exponential.call(this, 1, scale) as T;
  checkNumber("scale", scale, 0, GREATEST, SCALE);
  if (out === undefined) return scale * drawExponential(streamOf(this));
  return fillReals(out, (part) => {
    (fillsOf(this, part.length)?.fillExponential ?? fillExponential)(streamOf(this), part);
    stretch(part, 0, scale);
  });
}

/**
 * Gamma: Marsaglia & Tsang 2000, https://doi.org/10.1145/358407.358414.
 * @param shape a number above 0, at most 2^53-1
 * @param scale 0 or above (default 1)
 */
export function gamma(this: Source, shape: number, scale?: number): number;
export function gamma<T extends Reals>(this: Source, shape: number, out: T): T;
export function gamma<T extends Reals>(this: Source, shape: number, scale: number, out: T): T;
export function gamma<T extends Reals>(
  this: Source,
  shape: number,
  scale: number | T = 1,
  out?: T,
): number | T {
  if (typeof scale === "object") return gamma.call(this, shape, 1, scale) as T;
  if (!(typeof shape === "number" && shape > 0 && shape <= MAX_INTEGER))
    throw invalid("shape", shape, "a number above 0, at most 2^53-1");
  checkNumber("scale", scale, 0, GREATEST, SCALE);
  if (out === undefined) return scale * drawGamma(streamOf(this), shape);
  return fillReals(out, (part) => {
    (fillsOf(this, part.length)?.fillGamma ?? fillGamma)(streamOf(this), shape, part);
    stretch(part, 0, scale);
  });
}

/**
 * Beta: the share of one of two gammas in their sum. Where a shape is below 1 by their logarithms, so that shapes far
 * below 1 give numbers next to 0 and 1 and never NaN.
 * @param a from 1e-300 to 2^53-1
 * @param b from 1e-300 to 2^53-1
 */
export function beta(this: Source, a: number, b: number): number;
export function beta<T extends Reals>(this: Source, a: number, b: number, out: T): T;
export function beta<T extends Reals>(this: Source, a: number, b: number, out?: T): number | T {
  checkNumber("a", a, LEAST_SHAPE, MAX_INTEGER, "a number from 1e-300 to 2^53-1");
  checkNumber("b", b, LEAST_SHAPE, MAX_INTEGER, "a number from 1e-300 to 2^53-1");
  if (out === undefined) return drawBeta(streamOf(this), a, b);
  return fillReals(out, (part) =>
    (fillsOf(this, part.length)?.fillBeta ?? fillBeta)(streamOf(this), a, b, part),
  );
}

/**
 * Dirichlet: shares that sum to 1 up to rounding, of gammas, by their logarithms as in `beta()`.
 * @param alpha the shapes, each from 1e-300 to 2^53-1
 * @param out receives the shares; as long as `alpha` (default: a new array)
 */
export function dirichlet(this: Source, alpha: ArrayLike<number>, out?: Float64Array): Float64Array {
  const shapes = checkShapes("alpha", alpha, LEAST_SHAPE);
  const shares = checkOut(out, "alpha", shapes.length);
  drawDirichlet(streamOf(this), shapes, shares);
  return shares;
}

function stretch(part: Float64Array, loc: number, scale: number): void {
  if (loc === 0 && scale === 1) return;
  for (let i = 0; i < part.length; ++i) part[i] = loc + scale * part[i];
}
