// Counts ~ multinomial(n, p), or each count ~ Poisson(n p_i), then p = counts / n. Only the symbols still alive are
// kept, in their first order, so a generation costs what is still alive.
import { poisson } from "../random/poisson";
import { TRIES } from "../random/uniform";
import { buildDigits } from "./categorical/digits";
import { makeExact } from "./categorical/exact-total";
import { buildPackings, keepLiving } from "./categorical/keep";
import { observe, TOTAL_VARIATION } from "./categorical/observe";
import { countEach, countWeights } from "./categorical/poisson";
import { countSamples } from "./categorical/samples";
import { split } from "./categorical/splitting";
import { Vocabulary } from "./categorical/vocabulary";

const SPLITTING = 1;
const SAMPLES = 2;

/**
 * Poisson counts are cheaper than binomial ones, but making their sum exact takes some sqrt(n) draws: that pays from
 * sqrt(n) / PAYS symbols on.
 */
const PAYS: f64 = 2.5;

/** Draws the next generation's counts. Returns their sum. Poisson counts and those of single samples are doubles. */
function draw<T>(v: Vocabulary, byPoisson: bool, method: i32): f64 {
  const n = v.n;
  const whole = v.generation > 0 || v.whole != 0;
  if (sizeof<T>() == 8) {
    if (method == SAMPLES) {
      const draws = byPoisson ? poisson(v.stream, v.generation > 0 ? v.total : n) : n;
      countSamples(v, draws);
      return draws;
    }
    if (byPoisson) return whole ? countEach<T>(v) : countWeights(v, n / v.total);
  }
  if (method != SPLITTING && whole && v.room > 0 && <f64>v.living * PAYS >= sqrt(n)) {
    // Whatever their sum, it is made exact: one that is five standard deviations off may as well be drawn again.
    for (let tries = TRIES; tries > 0; --tries) {
      const total = countEach<T>(v);
      if (abs(total - n) > <f64>v.room) continue;
      if (total != n) makeExact(v, total);
      return n;
    }
  }
  split(v);
  return n;
}

/** Goes to the next generation and drops the symbols that it forgot. */
function step<T>(v: Vocabulary, byPoisson: bool, method: i32): void {
  const total = draw<T>(v, byPoisson, method);
  v.generation += 1;
  keepLiving<T>(v);
  v.total = total;
}

/** Puts a trajectory at generation 0, whose weights, symbols and deaths are in place. */
export function categoricalStart(vocabulary: usize, living: i32, n: f64, total: f64, whole: bool): void {
  const v = changetype<Vocabulary>(vocabulary);
  v.living = living;
  v.generation = 0;
  v.whole = i32(whole);
  v.n = n;
  v.total = total;
  v.lost = 0.0;
}

function run<T>(
  v: Vocabulary, generations: i32, rows: usize, mask: i32, watched: i32, recorded: usize, byPoisson: bool, method: i32,
): void {
  const stride = <usize>generations << 3;
  for (let g = 0; g < generations; ++g) {
    step<T>(v, byPoisson, method);
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

/**
 * Takes a vocabulary through `generations`; rows[observable][generation]. Observables in `watched` are written at
 * every generation, those in `mask` besides only where `recorded` has a 1 for the generation. `method`: 0 the quickest,
 * 1 binomial splitting, 2 sample by sample.
 */
export function categorical(
  vocabulary: usize, generations: i32, rows: usize, mask: i32, watched: i32, recorded: usize,
  byPoisson: bool, method: i32,
): void {
  buildDigits();
  buildPackings();
  const v = changetype<Vocabulary>(vocabulary);
  if (v.doubles) run<f64>(v, generations, rows, mask, watched, recorded, byPoisson, method);
  else run<u32>(v, generations, rows, mask, watched, recorded, byPoisson, method);
}
