import { poisson } from "../../random/poisson";
import { giveBack, refill, take, waiting } from "../../random/stream";
import { drawLowest, drawRest, drawTwoDigits, LEAST_LARGE, MOST_DIGITS } from "./digits";
import { at, place, Vocabulary } from "./vocabulary";

/** Counts each symbol on its own, Poisson(scale * weight). Returns the sum. */
export function countWeights(v: Vocabulary, scale: f64): f64 {
  let total = 0.0;
  for (let i = 0; i < v.living; ++i) {
    const count = poisson(v.stream, scale * load<f64>(at(v.counts, i)));
    total += count;
    store<f64>(at(v.next, i), count);
  }
  return total;
}

/** Four counts, in 32 bits; MOST_DIGITS in place of larger ones. */
// @ts-ignore: decorator
@inline
function loadFour<T>(from: usize): v128 {
  if (sizeof<T>() == 4) return i32x4.min_u(v128.load(from), i32x4.splat(MOST_DIGITS));
  const most = f64x2.splat(<f64>MOST_DIGITS);
  const two = i32x4.trunc_sat_f64x2_u_zero(f64x2.pmin(v128.load(from), most));
  return v128.shuffle<i64>(two, i32x4.trunc_sat_f64x2_u_zero(f64x2.pmin(v128.load(from, 16), most)), 0, 2);
}

// @ts-ignore: decorator
@inline
function storeFour<T>(to: usize, counts: v128): void {
  if (sizeof<T>() == 4) {
    v128.store(to, counts);
  } else {
    v128.store(to, f64x2.convert_low_i32x4_u(counts));
    v128.store(to, f64x2.convert_low_i32x4_u(v128.shuffle<i64>(counts, counts, 1, 1)), 16);
  }
}

/** Counts each symbol on its own, Poisson(count); the counts are whole numbers. Returns the sum. */
export function countEach<T>(v: Vocabulary): f64 {
  const s = v.stream;
  const next = v.next - v.counts;
  const end = place<T>(v.counts, v.living);
  let total: i64 = 0;
  /** No large mean stands from here on. They are frequent words, which mostly come first. */
  let large = v.counts;
  for (let from = v.counts; from < end; ) {
    if (waiting(s) == 0) refill(s);
    // Four at a time, straight from the words that are waiting.
    const burst = min(waiting(s), <i32>((end - from) / sizeof<T>())) & ~3;
    const stop = place<T>(from, burst);
    let words = take(s, burst);
    let sums = i32x4.splat(0);
    let seen = sums;
    for (; from < stop; from += 4 * sizeof<T>(), words += 32) {
      const means = loadFour<T>(from);
      seen = v128.or(seen, means);
      const counts = drawTwoDigits(means, words);
      if (i32x4.extract_lane(counts, 0) < 0) break;
      sums = i32x4.add(sums, counts);
      storeFour<T>(from + next, counts);
    }
    const pairs = i64x2.add(i64x2.extend_low_i32x4_u(sums), i64x2.extend_high_i32x4_u(sums));
    total += i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
    if (v128.any_true(i32x4.shr_u(seen, 9))) large = from;
    giveBack(s, <i32>((stop - from) / sizeof<T>()));
    // Those four that it is not as simple with, or the few that are left of the words or of the symbols.
    for (const few = min(end, from + 4 * sizeof<T>()); from < few && waiting(s) > 0; from += sizeof<T>()) {
      const mean = <i32>min(load<T>(from), <T>MOST_DIGITS);
      if (mean >= LEAST_LARGE) large = from + sizeof<T>();
      const count = drawLowest(s, mean);
      total += <i64>count;
      store<T>(from + next, <T>count);
    }
  }
  for (let from = v.counts; from < large; from += sizeof<T>()) {
    const mean = load<T>(from);
    if (mean < <T>LEAST_LARGE) continue;
    const count = drawRest(s, <f64>mean);
    total += <i64>count;
    store<T>(from + next, load<T>(from + next) + <T>count);
  }
  return <f64>total;
}
