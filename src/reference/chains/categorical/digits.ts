// Twin of assembly/chains/categorical/digits.ts, which says what digits are.
import type { Stream } from "../../../kernels/stream.ts";
import { alias } from "../../random/alias.ts";
import { poisson } from "../../random/poisson.ts";
import { nextWord, wordHigh, wordLow } from "../../random/stream.ts";
import { drawByHalf, lowTable, makeTable, type ShortTable } from "../short-tables.ts";

const MIDDLE_BITS = 9;
const UPPER_BITS = 11;
/** Upper bits of a mean that have tables. */
const UPPER = 5;
export const LEAST_LARGE = 512;
export const MOST_DIGITS = 16384;

// By their digits.
const middles: ShortTable[] = [];
const uppers: ShortTable[] = [];

/** A Poisson count of the two lowest digits of a mean. */
export function drawLowest(stream: Stream, mean: number): number {
  const both = nextWord(stream);
  const first = wordLow(stream, both);
  const second = wordHigh(stream, both);
  let count = 0;
  const small = mean & 31;
  if (small > 0) count = drawByHalf(lowTable(small), stream, first);
  const digit = (mean >> 5) & 15;
  if (digit > 0) {
    middles[digit] ??= makeTable(32 * digit, MIDDLE_BITS, 24 * Math.max(digit - 4, 0));
    count += drawByHalf(middles[digit], stream, second);
  }
  return count;
}

/** A Poisson count of the other digits of a mean of LEAST_LARGE or more. */
export function drawRest(stream: Stream, mean: number): number {
  if (mean >= MOST_DIGITS) return poisson(stream, mean);
  let sum = 0;
  for (let bit = 0; bit < UPPER; ++bit) {
    if (!(mean & (LEAST_LARGE << bit))) continue;
    uppers[bit] ??= makeTable(LEAST_LARGE << bit, UPPER_BITS);
    sum += uppers[bit].offset + alias(uppers[bit], stream);
  }
  return sum;
}
