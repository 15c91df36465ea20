// Twin of assembly/chains/categorical/digits.ts, which says what digits are. Tables keep whole thresholds here.
import type { Stream } from "../../../kernels/stream.ts";
import { type AliasTable, alias } from "../../random/alias.ts";
import { poisson } from "../../random/poisson.ts";
import { nextWord, wordHigh, wordLow, wordUpper53 } from "../../random/stream.ts";
import { makeLaw, tableOf } from "../transitions.ts";

const LOW_BITS = 7;
const MIDDLE_BITS = 9;
const UPPER_BITS = 11;
/** Upper bits of a mean that have tables. */
const UPPER = 5;
export const LEAST_LARGE = 512;
export const MOST_DIGITS = 16384;

/** An alias table of 2^bits columns. */
interface Table extends AliasTable {
  readonly bits: number;
  /** What halves of words are compared with: the upper bits of the thresholds. */
  readonly uppers: Uint32Array;
  /** The count that column 0 stands for. */
  readonly offset: number;
}

export function tableWith(table: AliasTable, offset: number): Table {
  const bits = Math.log2(table.thresholds.length);
  const uppers = Uint32Array.from(table.thresholds, (threshold) => threshold / 2 ** (21 + bits));
  return { ...table, bits, uppers, offset };
}

/** The table of a mean, from its likeliest counts or from `offset` on. */
function makeTable(mean: number, bits: number, offset?: number): Table {
  const { low, probabilities } = makeLaw(mean, 0);
  const first = offset ?? low;
  return tableWith(tableOf(probabilities, 2 ** bits, low - first), first);
}

// By their digits.
const lows: Table[] = [];
const middles: Table[] = [];
const uppers: Table[] = [];

/** What a half of 32 bits draws: its lowest bits are a column, the others are compared with the threshold. */
export function drawByHalf(table: Table, stream: Stream, half: number): number {
  const { bits, offset, aliases } = table;
  const column = half & (2 ** bits - 1);
  const upper = half >>> bits;
  let below = upper < table.uppers[column];
  if (upper === table.uppers[column]) {
    // The bits of the threshold that are not among the upper ones, and as many of a word.
    const rest = table.thresholds[column] % 2 ** (21 + bits);
    below = Math.floor(wordUpper53(stream, nextWord(stream)) / 2 ** (32 - bits)) < rest;
  }
  return offset + (below ? column : aliases[column]);
}

/** A Poisson count of the two lowest digits of a mean. */
export function drawLowest(stream: Stream, mean: number): number {
  const both = nextWord(stream);
  const first = wordLow(stream, both);
  const second = wordHigh(stream, both);
  let count = 0;
  const small = mean & 31;
  if (small > 0) {
    lows[small] ??= makeTable(small, LOW_BITS, 0);
    count = drawByHalf(lows[small], stream, first);
  }
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
