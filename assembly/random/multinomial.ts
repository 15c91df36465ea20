import { exp } from "../math";
import { suffixSums } from "../sums/sums";
import { exps, logs } from "../vector-math";
import { binomial } from "./binomial";
import { FARTHEST, walk } from "./inversion";
import { RARE, uniform } from "./uniform";

const MARGIN: f64 = 1e-11;

// What a block of symbols needs that does not depend on how many draws the symbols before it took.
const BLOCK = 64;
const SHARES = memory.data(512, 16); // p, the probability of the symbol among those that are left
const RESTS = memory.data(512, 16); // q = 1 - p
const ODDS = memory.data(512, 16); // p / q, as binomial.ts makes it
const LOGS = memory.data(512, 16); // ln(1 - p)
const EXPECTED = memory.data(512, 16); // how many draws are likely to be left for the symbol and those after it
const NONE = memory.data(512, 16); // the probability that none of these falls on it; means nothing below e^-708

/** Works these out for two symbols at a time, `count` in all (or one more), when there are n draws left. */
function prepare(n: f64, weights: usize, suffixes: usize, count: i32): void {
  const one = f64x2.splat(1.0);
  const scale = f64x2.splat(n / load<f64>(suffixes));
  for (let at: usize = 0, end = <usize>count << 3; at < end; at += 16) {
    const here = v128.load(suffixes + at);
    const p = f64x2.div(v128.load(weights + at), here);
    const rest = f64x2.sub(one, p);
    const lost = f64x2.add(f64x2.sub(rest, one), p); // as in logComplement()
    const logarithm = f64x2.sub(logs(rest), f64x2.div(lost, rest));
    const expected = f64x2.mul(scale, here);
    v128.store(SHARES + at, p);
    v128.store(RESTS + at, f64x2.div(v128.load(suffixes + at, 8), here));
    v128.store(ODDS + at, f64x2.div(p, rest));
    v128.store(LOGS + at, logarithm);
    v128.store(EXPECTED + at, expected);
    v128.store(NONE + at, exps(f64x2.mul(expected, logarithm)));
  }
}

/**
 * The binomial variate by inversion, for symbol `at` of the block. The walk starts at e^(n log), but a few terms of
 * the series about what was expected come sooner. They are wrong by less than 1e-13 of their value, and so are all
 * numbers of the walk; where its end hangs on a difference below MARGIN, it is walked again from the exact start.
 */
// @ts-ignore: decorator
@inline
function inversion(s: usize, n: f64, at: usize): f64 {
  const odds = load<f64>(ODDS + at);
  const logarithm = load<f64>(LOGS + at);
  const shift = (n - load<f64>(EXPECTED + at)) * logarithm;
  const a = (n + 1.0) * odds;
  const last = min(n, FARTHEST);
  const start = uniform(s);
  if (abs(shift) < 0.001) {
    let u = start;
    const series = 1.0 + shift + shift * shift * (0.5 + shift * 0.16666666666666666);
    let probability = load<f64>(NONE + at) * series;
    let k = 0.0;
    while (u >= probability && k < last) {
      u -= probability;
      k += 1.0;
      probability *= a / k - odds;
    }
    if (u > MARGIN && probability - u > MARGIN) return k;
  }
  return walk(start, exp(n * logarithm), a, odds, last);
}

/**
 * counts[0..size) ~ multinomial(n, weights / sum), by binomial splitting: symbol i takes a binomial share of what
 * the symbols before it have left. `counts` holds the suffix sums of the weights until they are overwritten; one more
 * number after them may be read.
 */
export function multinomial(s: usize, n: f64, weights: usize, counts: usize, size: i32): void {
  suffixSums(weights, counts, size);
  const last = size - 1;
  for (let done = 0; done < last; done += BLOCK) {
    const count = min(BLOCK, last - done);
    const from = <usize>done << 3;
    prepare(n, weights + from, counts + from, count);
    for (let at: usize = 0, end = <usize>count << 3; at < end; at += 8) {
      let share = 0.0;
      // n goes to 0 when nothing is left to share out; a suffix of 0 means only zero weights follow.
      if (load<f64>(weights + from + at) > 0.0) {
        const p = load<f64>(SHARES + at);
        const q = load<f64>(RESTS + at);
        const mean = n * p;
        share = p <= q && mean >= RARE && mean < 10.0 ? inversion(s, n, at) : binomial(s, n, p, q);
      }
      store<f64>(counts + from + at, share);
      n -= share;
    }
  }
  store<f64>(counts + (<usize>last << 3), n);
}
