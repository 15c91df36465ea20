// Twin of assembly/chains/short-tables.ts. Tables keep whole thresholds here.
import type { Stream } from "../../kernels/stream.ts";
import type { AliasTable } from "../random/alias.ts";
import { nextWord, wordUpper53 } from "../random/stream.ts";
import { makeLaw, tableOf } from "./transitions.ts";

/** An alias table of 2^bits columns. */
export interface ShortTable extends AliasTable {
  readonly bits: number;
  /** What halves of words are compared with: the upper bits of the thresholds, and their aliases. */
  readonly entries: Uint32Array;
  /** The count that column 0 stands for. */
  readonly offset: number;
}

export function tableWith(table: AliasTable, offset: number): ShortTable {
  // There is a power of two of them. A logarithm may be off by a bit on another engine.
  const bits = 31 - Math.clz32(table.thresholds.length);
  const entries = Uint32Array.from(
    table.thresholds,
    (threshold, column) => Math.floor(threshold / 2 ** (21 + bits)) * 2 ** bits + table.aliases[column],
  );
  return { ...table, bits, entries, offset };
}

/** The table of a mean, from its likeliest counts or from `offset` on. */
export function makeTable(mean: number, bits: number, offset?: number): ShortTable {
  const { low, probabilities } = makeLaw(mean, 0);
  const first = offset ?? low;
  return tableWith(tableOf(probabilities, 2 ** bits, low - first), first);
}

const LOW_BITS = 7;
const lows: ShortTable[] = [];

/** The table of the lowest five bits of a mean, which are not all 0. */
export function lowTable(digit: number): ShortTable {
  lows[digit] ??= makeTable(digit, LOW_BITS, 0);
  return lows[digit];
}

/** What a half of 32 bits draws: its lowest bits are a column, the others are compared with the threshold. */
export function drawByHalf(
  { thresholds, aliases, bits, entries, offset }: ShortTable,
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
