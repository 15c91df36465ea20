// Streams of words that a test chooses.
import { Stream, WORDS } from "../../src/kernels/stream.ts";
import { integerKey } from "../../src/seed.ts";

/** Where a stream keeps its place and its words, counted in 32-bit elements. */
export const POSITION = 16;
const BUFFER = 20;
/** A uniform has 53 bits. */
export const UNITS = 2 ** 53;

/** A stream whose next words have these upper 53 bits; 0 where fewer than 64 are given. */
export function streamOf(units: readonly number[]): Stream {
  const stream = new Stream(integerKey(1), integerKey(0));
  stream.u32[POSITION] = 0;
  for (let i = 0; i < WORDS; ++i) {
    const value = units[i] ?? 0;
    stream.u32[BUFFER + 2 * i] = (value % 2 ** 21) * 2 ** 11;
    stream.u32[BUFFER + 2 * i + 1] = Math.floor(value / 2 ** 21);
  }
  return stream;
}

/** The least whole number below `high` for which `holds`, or `high`. */
export function least(low: number, high: number, holds: (value: number) => boolean): number {
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
