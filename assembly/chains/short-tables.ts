// Alias tables of Poisson laws in 32 bits an entry, so that more of them stay in a near cache. An entry is the upper part
// of a threshold above an alias. A half of a word chooses a column by its lowest bits, and by the others the column or its
// alias. Where these are the same as the entry's, once in 2^21 times or less, the next word is compared with the rest of
// the threshold: the law is that of a threshold of 53 bits.
import { buildAlias } from "../random/alias";
import { word } from "../random/stream";
import { lowest, makeLaw, probabilities } from "./transitions";

/** Columns of the tables of the lowest five bits of a mean. */
export const LOW_COLUMNS: u32 = 128;
/** The tables of the means 0, …, 31. That of 0 is all zeros. */
export const low: usize = memory.data(4 * 32 * 128, 16);
/** A table with thresholds of 53 bits. */
const entries: usize = memory.data(8 * 2048, 16);
let built = false;

/** Leaves the table of `mean` at `to`; column 0 stands for `offset`. */
export function makeTable(mean: i32, offset: i32, columns: u32, to: usize): void {
  makeLaw(<f64>mean, 0.0);
  buildAlias(probabilities - 8 * (<usize>lowest - offset), columns, to);
}

/** The same in 32 bits an entry. */
export function makeShort(mean: i32, offset: i32, columns: u32, to: usize): void {
  makeTable(mean, offset, columns, entries);
  const mask = <u64>columns - 1;
  for (let column: u32 = 0; column < columns; ++column) {
    const entry = load<u64>(entries + (<usize>column << 3));
    store<u32>(to + (<usize>column << 2), (<u32>(entry >> 32) & ~<u32>mask) | <u32>(entry & mask));
  }
}

/** Has to be called once before the first draw by the lowest bits. */
export function buildLow(): void {
  if (built) return;
  built = true;
  for (let mean = 1; mean < 32; ++mean) makeShort(mean, 0, LOW_COLUMNS, low + 4 * LOW_COLUMNS * mean);
}

/** The entries at four places of a table, in bytes. */
// @ts-ignore: decorator
@inline
export function gather(table: usize, places: v128): v128 {
  let entries = v128.load_zero<u32>(table + i32x4.extract_lane(places, 0));
  entries = v128.load_lane<u32>(table + i32x4.extract_lane(places, 1), entries, 1);
  entries = v128.load_lane<u32>(table + i32x4.extract_lane(places, 2), entries, 2);
  return v128.load_lane<u32>(table + i32x4.extract_lane(places, 3), entries, 3);
}

/** What `half` draws from the short table of `mean` at `table`, whose column 0 stands for `offset`. */
export function drawByHalf(s: usize, table: usize, columns: u32, mean: i32, offset: i32, half: u32): i32 {
  const mask = columns - 1;
  const column = half & mask;
  const entry = load<u32>(table + (<usize>column << 2));
  // A column or its alias, which is in an entry where the column is in a half: the half or the entry, whichever is less.
  if ((half ^ entry) > mask) return offset + (min(half, entry) & mask);
  makeTable(mean, offset, columns, entries);
  // The bits of the threshold that the entry has no room for, and as many of a word.
  const rest = (load<u64>(entries + (<usize>column << 3)) >> 11) & ((<u64>columns << 21) - 1);
  return offset + (word(s) >> <u64>(12 + clz(columns)) < rest ? column : entry & mask);
}
