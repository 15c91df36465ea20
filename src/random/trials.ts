// Counts of trials, and Zipf's law.
import { exp, log, logComplement } from "../kernels/math.ts";
import type { Stream } from "../kernels/stream.ts";
import { exponential } from "../reference/random/exponential.ts";
import { gamma } from "../reference/random/gamma.ts";
import { poisson } from "../reference/random/poisson.ts";
import { positiveUniform, TRIES, uniform } from "../reference/random/uniform.ts";
import { MAX_INTEGER } from "../seed.ts";

/** Draws one number of a law. */
export type Draw = (stream: Stream) => number;

/** The trial that first succeeds: an exponential, cut to whole trials. */
export function geometric(p: number): Draw {
  const rate = p === 1 ? Number.POSITIVE_INFINITY : -logComplement(p);
  return (stream) => Math.floor(exponential(stream) / rate) + 1;
}

/** Whether draws of this law stay below 2^53, but for one in 10^20. */
export function isNegativeBinomialInRange(n: number, p: number): boolean {
  return ((n + 10 * Math.sqrt(n) + 60) * (1 - p)) / p <= MAX_INTEGER;
}

/** Failures before n successes: Poisson of a gamma. */
export function negativeBinomial(n: number, p: number): Draw {
  return (stream) => poisson(stream, (gamma(stream, n) * (1 - p)) / p);
}

/** From here on all draws but one in 10^300 are 1. */
export const STEEPEST = 1024;

/** e^x - 1 with all its digits, for x from 0 on. */
function growth(x: number): number {
  return x < 1e-3 ? x * (1 + (x / 2) * (1 + (x / 3) * (1 + (x / 4) * (1 + x / 5)))) : exp(x) - 1;
}

/**
 * Zipf's law on 1, 2, …, 2^53 - 1: probabilities as k^-a. By the density that is 1 up to x = 1 and (a - 1) x^-a from there
 * on, cut to integers, and rejection. L. Devroye (1986), Non-Uniform Random Variate Generation, X.6.1.
 */
export function zipf(a: number): Draw {
  const power = a - 1;
  const double = exp(power * log(2));
  // What lies beyond the last integer is not drawn in the first place.
  const least = exp(-power * log(MAX_INTEGER));
  return (stream) => {
    for (let tries = TRIES; tries > 0; --tries) {
      const u = least + (1 - least) * positiveUniform(stream);
      const x = Math.min(MAX_INTEGER, Math.floor(exp(-log(u) / power)));
      const step = growth(-power * logComplement(1 / (x + 1)));
      if ((uniform(stream) * x * step) / (double - 1) <= (1 + step) / double) return x;
    }
    return Number.NaN;
  };
}
