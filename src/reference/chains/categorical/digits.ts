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
  /** What halves of words are compared with: the upper bits of the thresholds, and their aliases. */
  readonly entries: Uint32Array;
  /** The count that column 0 stands for. */
  readonly offset: number;
}

export function tableWith(table: AliasTable, offset: number): Table {
  // There is a power of two of them. A logarithm may be off by a bit on another engine.
  const bits = 31 - Math.clz32(table.thresholds.length);
  const entries = Uint32Array.from(
    table.thresholds,
    (threshold, column) => Math.floor(threshold / 2 ** (21 + bits)) * 2 ** bits + table.aliases[column],
  );
  return { ...table, bits, entries, offset };
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
export function drawByHalf(
  { thresholds, aliases, bits, entries, offset }: Table,
  stream: Stream,
  half: number,
): number {
  const mask = (1 << bits) - 1;
  const column = half & mask;
  const entry = entries[column];
  if ((half ^ entry) >>> bits !== 0) return offset + ((half < entry ? half : entry) & mask);
  // The bits of the threshold that the entry has no room for, and as many of a word.
  const more = Math.floor(wordUpper53(stream, nextWord(stream)) / 2 ** (32 - bits));
  return offset + (more < thresholds[column] % 2 ** (21 + bits) ? column : aliases[column]);
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
