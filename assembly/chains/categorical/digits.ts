// A Poisson count whose mean c is a whole number is a sum of Poisson counts, one for each digit of c: its lowest five
// bits, the four above them, and every bit above those. So a few tables, which stay in the nearest cache, draw for all
// c. The first two digits share one word, a half each, and are drawn for all symbols before any others are.
import { alias, buildAlias, MOST } from "../../random/alias";
import { poisson } from "../../random/poisson";
import { word } from "../../random/stream";
import { buildLow, drawByHalf, gather, LOW_COLUMNS, low, makeShort } from "../short-tables";
import { lowest, makeLaw, probabilities } from "../transitions";

const MIDDLE_COLUMNS: u32 = 512;
/** The least mean of more than two digits. */
export const LEAST_LARGE = 512;
/** A mean from here on is not drawn by digits; this one has none but zeros. */
export const MOST_DIGITS = 16384;
const UPPER = 5; // bits from 512 to 8192

const middle: usize = memory.data(4 * 16 * 512, 16);
const upper: usize = memory.data(8 * 5 * 2048, 16);
const upperOffsets: usize = memory.data(8 * 5, 16);
let built = false;

/** The count that column 0 of the table of a middle digit stands for: no more than has a chance to come up. */
// @ts-ignore: decorator
@inline
function offsetOf(digit: i32): i32 {
  return 24 * max(digit - 4, 0);
}

/** Has to be called once before the first draw. The tables of digits that are 0 are all zeros. */
export function buildDigits(): void {
  if (built) return;
  built = true;
  buildLow();
  for (let digit = 1; digit < 16; ++digit) {
    makeShort(digit << 5, offsetOf(digit), MIDDLE_COLUMNS, middle + 4 * MIDDLE_COLUMNS * digit);
  }
}

/**
 * Poisson counts of the two lowest digits of four means, by the four words at `words`. All are -1 if they take more words,
 * when a half and an entry are the same above the column.
 */
// @ts-ignore: decorator
@inline
export function drawTwoDigits(means: v128, words: usize): v128 {
  const a = v128.load(words);
  const b = v128.load(words, 16);
  const half = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
  const entry = gather(low, v128.or(i32x4.shr_u(i32x4.shl(means, 27), 18), i32x4.shr_u(i32x4.shl(half, 25), 23)));
  const counts = i32x4.shr_u(i32x4.shl(i32x4.min_u(half, entry), 25), 25);
  if (!i32x4.all_true(i32x4.shr_u(v128.xor(half, entry), 7))) return i32x4.splat(-1);
  const digit = i32x4.shr_u(i32x4.shl(means, 23), 28);
  if (!v128.any_true(digit)) return counts;
  const half2 = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
  const entry2 = gather(middle, v128.or(i32x4.shl(digit, 11), i32x4.shr_u(i32x4.shl(half2, 23), 21)));
  if (!i32x4.all_true(i32x4.shr_u(v128.xor(half2, entry2), 9))) return i32x4.splat(-1);
  const beyond = i32x4.max_s(i32x4.sub(digit, i32x4.splat(4)), i32x4.splat(0));
  const offset = i32x4.add(i32x4.shl(beyond, 4), i32x4.shl(beyond, 3));
  return i32x4.add(i32x4.add(counts, offset), i32x4.shr_u(i32x4.shl(i32x4.min_u(half2, entry2), 23), 23));
}

/** A Poisson count of mean 512 * 2^bit. */
function drawUpper(s: usize, bit: i32): f64 {
  const table = upper + 8 * MOST * bit;
  const offset = upperOffsets + 8 * bit;
  if (load<f64>(offset) == 0.0) {
    const mean = <f64>(LEAST_LARGE << bit);
    makeLaw(mean, 0.0);
    buildAlias(probabilities, MOST, table);
    store<f64>(offset, lowest);
  }
  return load<f64>(offset) + <f64>alias(table, MOST - 1, word(s));
}

/** A Poisson count of the two lowest digits of a mean. */
export function drawLowest(s: usize, mean: i32): i32 {
  const both = word(s);
  let count = 0;
  const small = mean & 31;
  if (small) count = drawByHalf(s, low + 4 * LOW_COLUMNS * small, LOW_COLUMNS, small, 0, <u32>both);
  const digit = (mean >> 5) & 15;
  if (digit) {
    const table = middle + 4 * MIDDLE_COLUMNS * digit;
    count += drawByHalf(s, table, MIDDLE_COLUMNS, digit << 5, offsetOf(digit), <u32>(both >> 32));
  }
  return count;
}

/** A Poisson count of the other digits of a mean of LEAST_LARGE or more. One of MOST_DIGITS or more has no digits. */
export function drawRest(s: usize, mean: f64): f64 {
  if (mean >= <f64>MOST_DIGITS) return poisson(s, mean);
  let sum = 0.0;
  for (let bit = 0; bit < UPPER; ++bit) if (<i32>mean & (LEAST_LARGE << bit)) sum += drawUpper(s, bit);
  return sum;
}
