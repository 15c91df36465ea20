// What follows a sum c of Poisson samples: a Poisson count of mean c, drawn as the sum of one for each digit of c, its
// lowest five bits, the six above them, and those above these. The first two share one word, a half each; the third, where
// there is one, takes the lower half of another.
import { buildLow, drawByHalf, gather, LOW_COLUMNS, low, makeShort } from "./short-tables";
import { word } from "../random/stream";

const MIDDLE_COLUMNS: u32 = 1024;
const UPPER_COLUMNS: u32 = 2048;
/** The least sum with a third digit. */
const UPPER: i32 = 2048;
/** A sum from here on is not drawn by digits: its third one would need more columns. */
export const MOST: i32 = 14336;

const middle: usize = memory.data(4 * 64 * 1024, 16);
const upper: usize = memory.data(4 * 7 * 2048, 16);

/** Sums below this one have their tables. */
export let tabled: i32 = 0;
/** Tables of middle and upper digits that are made. */
let middles: i32 = 1;
let uppers: i32 = 1;

// The count that column 0 of a digit's table stands for: no more than has a chance to come up.
// @ts-ignore: decorator
@inline
function middleOffset(digit: i32): i32 {
  return max((digit << 5) - 512, 0);
}

// @ts-ignore: decorator
@inline
function upperOffset(digit: i32): i32 {
  return (digit << 11) - 1024;
}

/** Makes the tables that `sum`, which is below MOST, and all below it need, before they are drawn from. */
export function makeDigits(sum: i32): void {
  if (sum < tabled) return;
  buildLow();
  const digit = min(sum >> 5, 63);
  for (; middles <= digit; ++middles) {
    makeShort(middles << 5, middleOffset(middles), MIDDLE_COLUMNS, middle + 4 * MIDDLE_COLUMNS * middles);
  }
  for (; uppers <= sum >> 11; ++uppers) {
    makeShort(uppers << 11, upperOffset(uppers), UPPER_COLUMNS, upper + 4 * UPPER_COLUMNS * uppers);
  }
  tabled = sum < UPPER ? middles << 5 : uppers << 11;
}

/** What follows a sum below `tabled`. */
export function drawSum(s: usize, sum: i32): i32 {
  const both = word(s);
  let next = 0;
  let digit = sum & 31;
  if (digit) next = drawByHalf(s, low + 4 * LOW_COLUMNS * digit, LOW_COLUMNS, digit, 0, <u32>both);
  digit = (sum >> 5) & 63;
  if (digit) {
    const table = middle + 4 * MIDDLE_COLUMNS * digit;
    next += drawByHalf(s, table, MIDDLE_COLUMNS, digit << 5, middleOffset(digit), <u32>(both >> 32));
  }
  digit = sum >> 11;
  if (digit) {
    const table = upper + 4 * UPPER_COLUMNS * digit;
    next += drawByHalf(s, table, UPPER_COLUMNS, digit << 11, upperOffset(digit), <u32>word(s));
  }
  return next;
}

/** Which of four sums have a third digit: all bits set. */
// @ts-ignore: decorator
@inline
export function haveUpper(sums: v128): v128 {
  return i32x4.gt_s(sums, i32x4.splat(UPPER - 1));
}

/**
 * What follows four sums below `tabled`, but for their third digits: by the words at four addresses. All are -1 if they
 * take more words.
 */
// @ts-ignore: decorator
@inline
export function drawTwoDigits(sums: v128, words: v128): v128 {
  let a = v128.load_zero<u64>(<usize>i32x4.extract_lane(words, 0));
  a = v128.load_lane<u64>(<usize>i32x4.extract_lane(words, 1), a, 1);
  let b = v128.load_zero<u64>(<usize>i32x4.extract_lane(words, 2));
  b = v128.load_lane<u64>(<usize>i32x4.extract_lane(words, 3), b, 1);
  const half = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
  const entry = gather(low, v128.or(i32x4.shr_u(i32x4.shl(sums, 27), 18), i32x4.shr_u(i32x4.shl(half, 25), 23)));
  const digit = i32x4.shr_u(i32x4.shl(sums, 21), 26);
  const half2 = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
  const entry2 = gather(middle, v128.or(i32x4.shl(digit, 12), i32x4.shr_u(i32x4.shl(half2, 22), 20)));
  const differ = i32x4.min_u(i32x4.shr_u(v128.xor(half, entry), 7), i32x4.shr_u(v128.xor(half2, entry2), 10));
  if (!i32x4.all_true(differ)) return i32x4.splat(-1);
  const offset = i32x4.max_s(i32x4.sub(i32x4.shl(digit, 5), i32x4.splat(512)), i32x4.splat(0));
  const first = v128.and(i32x4.min_u(half, entry), i32x4.splat(127));
  const second = v128.and(i32x4.min_u(half2, entry2), i32x4.splat(1023));
  return i32x4.add(i32x4.add(first, second), offset);
}

/** The counts of four third digits, by the lower halves of the words at four addresses. All are -1 if they take more words. */
// @ts-ignore: decorator
@inline
export function drawUpper(sums: v128, words: v128): v128 {
  const half = gather(0, words);
  const digit = i32x4.shr_u(sums, 11);
  const entry = gather(upper, v128.or(i32x4.shl(digit, 13), i32x4.shr_u(i32x4.shl(half, 21), 19)));
  if (!i32x4.all_true(i32x4.shr_u(v128.xor(half, entry), 11))) return i32x4.splat(-1);
  const offset = i32x4.sub(i32x4.shl(digit, 11), i32x4.splat(1024));
  const count = i32x4.add(v128.and(i32x4.min_u(half, entry), i32x4.splat(2047)), offset);
  return v128.and(count, haveUpper(sums));
}
