// out[0..count) of the samplers that draw one number at a time.
import { binomial } from "./binomial";
import { gamma } from "./gamma";
import { poisson } from "./poisson";

export function fillGamma(s: usize, shape: f64, out: usize, count: i32): void {
  for (const end = out + ((<usize>count) << 3); out < end; out += 8) store<f64>(out, gamma(s, shape));
}

export function fillPoisson(s: usize, mean: f64, out: usize, count: i32): void {
  for (const end = out + ((<usize>count) << 3); out < end; out += 8) store<f64>(out, poisson(s, mean));
}

export function fillBinomial(s: usize, n: f64, p: f64, q: f64, out: usize, count: i32): void {
  for (const end = out + ((<usize>count) << 3); out < end; out += 8) store<f64>(out, binomial(s, n, p, q));
}
