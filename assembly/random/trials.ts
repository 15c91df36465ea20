// Failures before some successes, and Zipf's law.
import { exp, log, logComplement } from "../math";
import { gamma } from "./gamma";
import { poisson } from "./poisson";
import { positiveUniform, TRIES, uniform } from "./uniform";
import { buildZiggurat } from "./ziggurat";

/** Fills out[0..count) with failures before n successes: Poisson of a gamma. */
export function fillNegativeBinomial(s: usize, n: f64, p: f64, out: usize, count: i32): void {
  buildZiggurat();
  for (const end = out + (<usize>count << 3); out < end; out += 8) {
    store<f64>(out, poisson(s, (gamma(s, n) * (1.0 - p)) / p));
  }
}

/** e^x - 1 with all its digits, for x from 0 on. */
function growth(x: f64): f64 {
  return x < 1e-3 ? x * (1.0 + (x / 2.0) * (1.0 + (x / 3.0) * (1.0 + (x / 4.0) * (1.0 + x / 5.0)))) : exp(x) - 1.0;
}

const MAX_INTEGER: f64 = 9007199254740991.0;

/** One number of Zipf's law: `double` is 2^power, `least` the share of what lies beyond the last integer. */
function zipf(s: usize, power: f64, double: f64, least: f64): f64 {
  for (let tries = TRIES; tries > 0; --tries) {
    const u = least + (1.0 - least) * positiveUniform(s);
    const v = uniform(s);
    // The commonest number, which is always accepted, asks for no logarithm.
    if (u * double > 1.0) return 1.0;
    const x = min(MAX_INTEGER, floor(exp(-log(u) / power)));
    const step = growth(-power * logComplement(1.0 / (x + 1.0)));
    if ((v * x * step) / (double - 1.0) <= (1.0 + step) / double) return x;
  }
  return NaN;
}

/** Fills out[0..count) with numbers of Zipf's law of exponent a. */
export function fillZipf(s: usize, a: f64, out: usize, count: i32): void {
  const power = a - 1.0;
  const double = exp(power * log(2.0));
  const least = exp(-power * log(MAX_INTEGER));
  for (const end = out + (<usize>count << 3); out < end; out += 8) store<f64>(out, zipf(s, power, double, least));
}
