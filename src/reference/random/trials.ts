// Twin of assembly/random/trials.ts.
import { exp, log, logComplement } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { MAX_INTEGER } from "../../seed.ts";
import { gamma } from "./gamma.ts";
import { poisson } from "./poisson.ts";
import { positiveUniform, TRIES, uniform } from "./uniform.ts";

/** Failures before n successes: Poisson of a gamma. */
export function negativeBinomial(stream: Stream, n: number, p: number): number {
  return poisson(stream, (gamma(stream, n) * (1 - p)) / p);
}

export function fillNegativeBinomial(stream: Stream, n: number, p: number, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = negativeBinomial(stream, n, p);
}

/** e^x - 1 with all its digits, for x from 0 on. */
function growth(x: number): number {
  return x < 1e-3 ? x * (1 + (x / 2) * (1 + (x / 3) * (1 + (x / 4) * (1 + x / 5)))) : exp(x) - 1;
}

/**
 * Zipf's law on 1, 2, …, 2^53 - 1: probabilities as k^-a. By the density that is 1 up to x = 1 and (a - 1) x^-a from there
 * on, cut to integers, and rejection. L. Devroye (1986), Non-Uniform Random Variate Generation, X.6.1.
 */
export function zipf(stream: Stream, a: number): number {
  return draw(stream, constantsOf(a));
}

export function fillZipf(stream: Stream, a: number, out: Float64Array): void {
  const constants = constantsOf(a);
  for (let i = 0; i < out.length; ++i) out[i] = draw(stream, constants);
}

function constantsOf(a: number) {
  const power = a - 1;
  // What lies beyond the last integer is not drawn in the first place.
  return { power, double: exp(power * log(2)), least: exp(-power * log(MAX_INTEGER)) };
}

function draw(stream: Stream, { power, double, least }: ReturnType<typeof constantsOf>): number {
  for (let tries = TRIES; tries > 0; --tries) {
    const u = least + (1 - least) * positiveUniform(stream);
    const v = uniform(stream);
    // The commonest number, which is always accepted, asks for no logarithm.
    if (u * double > 1) return 1;
    const x = Math.min(MAX_INTEGER, Math.floor(exp(-log(u) / power)));
    const step = growth(-power * logComplement(1 / (x + 1)));
    if ((v * x * step) / (double - 1) <= (1 + step) / double) return x;
  }
  return Number.NaN;
}
