import { log } from "../../math";
import { at, Vocabulary } from "./vocabulary";

const UNIQUE = 1;
const ENTROPY = 2;
const HETEROZYGOSITY = 4;
export const TOTAL_VARIATION = 8;

/** Writes the observables in `mask` to out, out + stride, … */
export function observe(v: Vocabulary, mask: i32, out: usize, stride: usize): void {
  if (mask & UNIQUE) {
    store<f64>(out, <f64>v.living);
    out += stride;
  }
  if ((mask & ~UNIQUE) == 0) return;
  const total = v.total;
  let logs = 0.0;
  let squares = 0.0;
  let distance = 0.0;
  for (let i = 0; i < v.living; ++i) {
    const share = load<f64>(at(v.counts, i)) / total;
    if (mask & ENTROPY) logs += share * log(share);
    squares += share * share;
    distance += abs(share - load<f64>(at(v.start, load<u32>(v.symbols + (<usize>i << 2)))));
  }
  const extinct = v.living == 0;
  if (mask & ENTROPY) {
    store<f64>(out, 0.0 - logs);
    out += stride;
  }
  if (mask & HETEROZYGOSITY) {
    store<f64>(out, extinct ? 0.0 : 1.0 - squares);
    out += stride;
  }
  if (mask & TOTAL_VARIATION) store<f64>(out, extinct ? 1.0 : 0.5 * (distance + v.lost));
}
