// Counts ~ multinomial(n, p), or each count ~ Poisson(n p_i), then p = counts / n. Only the symbols still alive are
// kept, in their first order, so a generation costs what is still alive.
import { log } from "../math";
import { binomial } from "../random/binomial";
import { poisson } from "../random/poisson";
import { uniform } from "../random/uniform";
import { prefixSums } from "../sums/sums";

const UNIQUE = 1;
const ENTROPY = 2;
const HETEROZYGOSITY = 4;
const TOTAL_VARIATION = 8;

/** One trajectory, as laid out by the boundary: addresses of its arrays, then what changes as it runs. */
@unmanaged
class Vocabulary {
  /** The stream it draws from. */
  stream: usize;
  /** Counts of the living symbols (their weights at generation 0). */
  counts: usize;
  /** Which symbol each of these counts belongs to. */
  symbols: usize;
  /** Probability of each symbol at generation 0. */
  start: usize;
  /** Suffix sums of the weights at generation 0, one longer than the symbols: the last is 0. */
  suffix: usize;
  /** Room for one number a symbol, used when samples are drawn one by one. */
  tally: usize;
  /** Generation in which each symbol died; 0 while it lives. */
  died: usize;
  living: i32;
  generation: i32;
  /** Samples a generation. */
  n: f64;
  /** Sum of the counts (of the weights at generation 0). */
  total: f64;
  /** Probability at generation 0 of the symbols that have died. */
  lost: f64;
}

// @ts-ignore: decorator
@inline
function at(array: usize, index: i32): usize {
  return array + (<usize>index << 3);
}

/** Draws `draws` tokens one by one from the living symbols, and leaves how often each came up in v.tally. */
function tallySamples(v: Vocabulary, draws: f64): void {
  const prefix = v.suffix; // free after generation 0; rebuilt here for every generation
  const living = v.living;
  prefixSums(v.counts, prefix, living);
  memory.fill(v.tally, 0, <usize>living << 3);
  const total = load<f64>(at(prefix, living - 1));
  for (let i = 0.0; i < draws; i += 1.0) {
    const target = uniform(v.stream) * total;
    let low = 0;
    let high = living - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (load<f64>(at(prefix, middle)) > target) high = middle;
      else low = middle + 1;
    }
    store<f64>(at(v.tally, low), load<f64>(at(v.tally, low)) + 1.0);
  }
}

/** Draws the next generation and drops the symbols that it forgot. */
function step(v: Vocabulary, byPoisson: bool, bySamples: bool): void {
  const s = v.stream;
  const first = v.generation == 0;
  const living = v.living;
  const scale = first ? v.n / v.total : 1.0;
  if (bySamples && living > 0) tallySamples(v, byPoisson ? poisson(s, scale * v.total) : v.n);
  v.generation += 1;
  let kept = 0;
  let left = v.n;
  let rest = v.total;
  let total = 0.0;
  for (let i = 0; i < living; ++i) {
    const count = load<f64>(at(v.counts, i));
    const beyond = first && !bySamples ? load<f64>(at(v.suffix, i + 1)) : rest - count;
    const next = bySamples
      ? load<f64>(at(v.tally, i))
      : byPoisson
        ? poisson(s, scale * count)
        : binomial(s, left, count / rest, beyond / rest);
    rest = beyond;
    left -= next;
    total += next;
    const symbol = load<u32>(v.symbols + (<usize>i << 2));
    if (next > 0.0) {
      store<f64>(at(v.counts, kept), next);
      store<u32>(v.symbols + (<usize>kept << 2), symbol);
      ++kept;
    } else {
      store<u32>(v.died + (<usize>symbol << 2), v.generation);
      v.lost += load<f64>(at(v.start, symbol));
    }
  }
  v.living = kept;
  v.total = total;
}

/** Writes the observables in `mask` to out, out + stride, … */
function observe(v: Vocabulary, mask: i32, out: usize, stride: usize): void {
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

/**
 * Takes a vocabulary through `generations`; rows[observable][generation]. Observables in `watched` are written at
 * every generation, those in `mask` besides only where `recorded` has a 1 for the generation.
 */
export function categorical(
  vocabulary: usize, generations: i32, rows: usize, mask: i32, watched: i32, recorded: usize,
  byPoisson: bool, bySamples: bool,
): void {
  const v = changetype<Vocabulary>(vocabulary);
  const stride = <usize>generations << 3;
  for (let g = 0; g < generations; ++g) {
    step(v, byPoisson, bySamples);
    const wanted = load<u8>(recorded + g) ? mask : watched;
    let out = rows + (<usize>g << 3);
    if (wanted == mask) {
      observe(v, mask, out, stride);
    } else {
      for (let bit = 1; bit <= TOTAL_VARIATION; bit <<= 1) {
        if (wanted & bit) observe(v, bit, out, stride);
        if (mask & bit) out += stride;
      }
    }
  }
}
