// Twin of assembly/chains/categorical/digits.ts, which says what digits are. Tables keep whole thresholds here.
import type { Stream } from "../../../kernels/stream.ts";
import { type AliasTable, alias } from "../../random/alias.ts";
import { poisson } from "../../random/poisson.ts";
import { nextWord, wordHigh, wordLow, wordUpper53 } from "../../random/stream.ts";
import { makeLaw, tableOf } from "../transitions.ts";

const LOW_COLUMNS = 128;
const MIDDLE_COLUMNS = 512;
const TWO_DIGITS = 512;
const DIGITS = 16384;
const UPPER = 5;
const UPPER_COLUMNS = 2048;

interface Table extends AliasTable {
  /** The count that column 0 stands for. */
  readonly offset: number;
}

function makeTable(mean: number, columns: number, offset?: number): Table {
  const { low, probabilities } = makeLaw(mean, 0);
  const first = offset ?? low;
  return { ...tableOf(probabilities, columns, low - first), offset: first };
}

/** By the means that they are for: a digit with what stands after it. */
const tables = new Map<number, Table>();

function tableFor(mean: number, make: (mean: number) => Table): Table {
  const known = tables.get(mean);
  if (known) return known;
  const table = make(mean);
  tables.set(mean, table);
  return table;
}

const lowTable = (mean: number) => makeTable(mean, LOW_COLUMNS, 0);
const middleTable = (mean: number) => makeTable(mean, MIDDLE_COLUMNS, 24 * Math.max(mean / 32 - 4, 0));
const upperTable = (mean: number) => makeTable(mean, UPPER_COLUMNS);

/** What a half of 32 bits draws: its lowest bits are a column, the others are compared with the threshold. */
export function drawByHalf({ thresholds, aliases, offset }: Table, stream: Stream, half: number): number {
  const columns = thresholds.length;
  const column = half % columns;
  const upper = Math.floor(half / columns);
  // What the threshold has beyond as many bits.
  const unit = 2 ** 21 * columns;
  const threshold = Math.floor(thresholds[column] / unit);
  let below = upper < threshold;
  if (upper === threshold) {
    const more = Math.floor(wordUpper53(stream, nextWord(stream)) / (2 ** 53 / unit));
    below = more < thresholds[column] % unit;
  }
  return offset + (below ? column : aliases[column]);
}

/** A Poisson count of any whole mean, digit by digit. */
export function poissonByDigits(stream: Stream, mean: number): number {
  if (mean >= DIGITS) return poisson(stream, mean);
  const both = nextWord(stream);
  const first = wordLow(stream, both) >>> 0;
  const second = wordHigh(stream, both);
  let count = 0;
  const small = mean & 31;
  if (small > 0) count = drawByHalf(tableFor(small, lowTable), stream, first);
  const middle = mean & 480;
  if (middle > 0) count += drawByHalf(tableFor(middle, middleTable), stream, second);
  for (let bit = 0; bit < UPPER; ++bit) {
    const upper = mean & (TWO_DIGITS << bit);
    if (upper > 0) {
      const table = tableFor(upper, upperTable);
      count += table.offset + alias(table, stream);
    }
  }
  return count;
}
