// Twin of assembly/chains/sum-digits.ts, which says what digits are.
import type { Stream } from "../../kernels/stream.ts";
import { nextWord, wordHigh, wordLow } from "../random/stream.ts";
import { drawByHalf, lowTable, makeTable, type ShortTable } from "./short-tables.ts";

const MIDDLE_BITS = 10;
const UPPER_BITS = 11;
export const MOST = 14336;

// By their digits.
const middles: ShortTable[] = [];
const uppers: ShortTable[] = [];

/** What follows a sum below MOST. */
export function drawSum(stream: Stream, sum: number): number {
  const both = nextWord(stream);
  const first = wordLow(stream, both);
  const second = wordHigh(stream, both);
  let next = 0;
  const low = sum & 31;
  if (low > 0) next = drawByHalf(lowTable(low), stream, first);
  const middle = (sum >> 5) & 63;
  if (middle > 0) {
    middles[middle] ??= makeTable(32 * middle, MIDDLE_BITS, Math.max(32 * middle - 512, 0));
    next += drawByHalf(middles[middle], stream, second);
  }
  const upper = sum >> 11;
  if (upper > 0) {
    uppers[upper] ??= makeTable(2048 * upper, UPPER_BITS, 2048 * upper - 1024);
    next += drawByHalf(uppers[upper], stream, wordLow(stream, nextWord(stream)));
  }
  return next;
}
