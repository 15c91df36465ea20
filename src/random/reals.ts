import { kernels } from "../backend.ts";
import { invalid } from "../check/errors.ts";
import { boxMuller } from "../reference/random/box-muller.ts";
import { exponential } from "../reference/random/exponential.ts";
import { gamma } from "../reference/random/gamma.ts";
import { uniform } from "../reference/random/uniform.ts";
import { normal } from "../reference/random/ziggurat.ts";
import { MAX_INTEGER } from "../seed.ts";
import { beta, dirichlet, LEAST_SHAPE } from "./beta.ts";
import { checkNumber, checkOut, checkShapes } from "./check.ts";
import { fillReals, type Reals } from "./fill.ts";
import { Source } from "./source.ts";

const GREATEST = Number.MAX_VALUE;
const FINITE = "a finite number";
const SCALE = "a finite number, 0 or above";
/** Below this a 32-bit float has no room between a uniform and 1. */
const FLOAT = 16777216; // 2^24

/** Laws of real numbers. */
export class RealLaws extends Source {
  /**
   * Uniform on [low, high): multiples of 2^-53 of [0, 1), or of 2^-24 in a Float32Array, stretched. Where low and
   * high are not 0 and 1, rounding may give `high` itself.
   * @param low default 0
   * @param high at least `low` (default 1)
   */
  uniform(low?: number, high?: number): number;
  uniform<T extends Reals>(out: T): T;
  uniform<T extends Reals>(low: number, high: number, out: T): T;
  uniform<T extends Reals>(low: number | T = 0, high = 1, out?: T): number | T {
    if (typeof low === "object") return this.uniform(0, 1, low);
    checkNumber("low", low, -GREATEST, GREATEST, FINITE);
    checkNumber("high", high, low, GREATEST, "a finite number, low or above");
    const width = high - low;
    if (width > GREATEST) throw invalid("high", high, "a number whose distance from low is finite");
    if (out === undefined) return low + width * uniform(this.stream);
    const isCoarse = out instanceof Float32Array;
    return fillReals(out, (part) => {
      kernels().fillUniform(this.stream, part);
      if (isCoarse) for (let i = 0; i < part.length; ++i) part[i] = Math.floor(part[i] * FLOAT) / FLOAT;
      stretch(part, low, width);
    });
  }

  /**
   * Normal by the ziggurat: Marsaglia & Tsang 2000, https://doi.org/10.18637/jss.v005.i08.
   * @param loc the mean (default 0)
   * @param scale the standard deviation, 0 or above (default 1)
   */
  normal(loc?: number, scale?: number): number;
  normal<T extends Reals>(out: T): T;
  normal<T extends Reals>(loc: number, scale: number, out: T): T;
  normal<T extends Reals>(loc: number | T = 0, scale = 1, out?: T): number | T {
    if (typeof loc === "object") return this.normal(0, 1, loc);
    checkNumber("loc", loc, -GREATEST, GREATEST, FINITE);
    checkNumber("scale", scale, 0, GREATEST, SCALE);
    if (out === undefined) return loc + scale * normal(this.stream);
    return fillReals(out, (part) => {
      kernels().fillNormal(this.stream, part);
      stretch(part, loc, scale);
    });
  }

  /**
   * Standard normal by Box & Muller 1958, https://doi.org/10.1214/aoms/1177706645: three times as slow as `normal()`, but
   * two of them always take two words of the stream. The second of a pair waits for the next call.
   */
  boxMuller(): number;
  boxMuller<T extends Reals>(out: T): T;
  boxMuller<T extends Reals>(out?: T): number | T {
    if (out === undefined) return boxMuller(this.stream);
    return fillReals(out, (part) => kernels().fillBoxMuller(this.stream, part));
  }

  /**
   * Exponential by the ziggurat: Marsaglia & Tsang 2000, https://doi.org/10.18637/jss.v005.i08.
   * @param scale the mean, 0 or above (default 1)
   */
  exponential(scale?: number): number;
  exponential<T extends Reals>(out: T): T;
  exponential<T extends Reals>(scale: number, out: T): T;
  exponential<T extends Reals>(scale: number | T = 1, out?: T): number | T {
    if (typeof scale === "object") return this.exponential(1, scale);
    checkNumber("scale", scale, 0, GREATEST, SCALE);
    if (out === undefined) return scale * exponential(this.stream);
    return fillReals(out, (part) => {
      kernels().fillExponential(this.stream, part);
      stretch(part, 0, scale);
    });
  }

  /**
   * Gamma: Marsaglia & Tsang 2000, https://doi.org/10.1145/358407.358414.
   * @param shape a number above 0, at most 2^53-1
   * @param scale 0 or above (default 1)
   */
  gamma(shape: number, scale?: number): number;
  gamma<T extends Reals>(shape: number, out: T): T;
  gamma<T extends Reals>(shape: number, scale: number, out: T): T;
  gamma<T extends Reals>(shape: number, scale: number | T = 1, out?: T): number | T {
    if (typeof scale === "object") return this.gamma(shape, 1, scale);
    if (!(typeof shape === "number" && shape > 0 && shape <= MAX_INTEGER))
      throw invalid("shape", shape, "a number above 0, at most 2^53-1");
    checkNumber("scale", scale, 0, GREATEST, SCALE);
    if (out === undefined) return scale * gamma(this.stream, shape);
    return fillReals(out, (part) => {
      kernels().fillGamma(this.stream, shape, part);
      stretch(part, 0, scale);
    });
  }

  /**
   * Beta: the share of one of two gammas in their sum. Where a shape is below 1 by their logarithms, so that shapes far
   * below 1 give numbers next to 0 and 1 and never NaN.
   * @param a from 1e-300 to 2^53-1
   * @param b from 1e-300 to 2^53-1
   */
  beta(a: number, b: number): number;
  beta<T extends Reals>(a: number, b: number, out: T): T;
  beta<T extends Reals>(a: number, b: number, out?: T): number | T {
    checkNumber("a", a, LEAST_SHAPE, MAX_INTEGER, "a number from 1e-300 to 2^53-1");
    checkNumber("b", b, LEAST_SHAPE, MAX_INTEGER, "a number from 1e-300 to 2^53-1");
    if (out === undefined) return beta(this.stream, a, b);
    return fillReals(out, (part) => {
      for (let i = 0; i < part.length; ++i) part[i] = beta(this.stream, a, b);
    });
  }

  /**
   * Dirichlet: shares that sum to 1 up to rounding, of gammas, by their logarithms as in `beta()`.
   * @param alpha the shapes, each from 1e-300 to 2^53-1
   * @param out receives the shares; as long as `alpha` (default: a new array)
   */
  dirichlet(alpha: ArrayLike<number>, out?: Float64Array): Float64Array {
    const shapes = checkShapes("alpha", alpha, LEAST_SHAPE);
    const shares = checkOut(out, "alpha", shapes.length);
    dirichlet(this.stream, shapes, shares);
    return shares;
  }
}

function stretch(part: Float64Array, loc: number, scale: number): void {
  if (loc === 0 && scale === 1) return;
  for (let i = 0; i < part.length; ++i) part[i] = loc + scale * part[i];
}
