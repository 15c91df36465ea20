// Positions of tokens, evenly spread: kept as the words they are made of, which have the same order.
import { word } from "../../random/stream";
import { at, Vocabulary } from "./vocabulary";

const MOST_BITS: i64 = 16;
const starts: usize = memory.data(4 * 65536, 16);

/** Draws positions first, …, many - 1. */
export function drawPositions(v: Vocabulary, first: i32, many: i32): void {
  for (let p = first; p < many; ++p) store<u64>(at(v.positions, p), word(v.stream));
}

/** The position on [0, range) that a word stands for. */
// @ts-ignore: decorator
@inline
export function positionOf(word: u64, range: f64): i64 {
  const position = floor(<f64>(<i64>(word >> 11)) * 1.1102230246251565e-16 * range); // 2^-53
  // Adding 2^52 leaves a whole number in the lowest bits: a conversion would look whether it fits.
  return reinterpret<i64>(position + 4503599627370496.0) ^ 0x4330000000000000;
}

/** Sorts the first `many`: into about as many buckets, by their upper bits, and then by insertion. */
export function sortPositions(v: Vocabulary, many: i32): void {
  const end = at(v.positions, many);
  const sorted = at(v.positions, v.room);
  const bits = min(MOST_BITS, max(4, 64 - <i64>clz<i64>(<i64>many)));
  const shift = <u64>(64 - bits);
  memory.fill(starts, 0, <usize>4 << <usize>bits);
  for (let p = v.positions; p < end; p += 8) {
    const start = starts + (<usize>(load<u64>(p) >> shift) << 2);
    store<u32>(start, load<u32>(start) + 1);
  }
  let sum: u32 = 0;
  for (let start = starts, last = starts + (<usize>4 << <usize>bits); start < last; start += 4) {
    const here = load<u32>(start);
    store<u32>(start, sum);
    sum += here;
  }
  for (let p = v.positions; p < end; p += 8) {
    const here = load<u64>(p);
    const start = starts + (<usize>(here >> shift) << 2);
    const place = load<u32>(start);
    store<u32>(start, place + 1);
    store<u64>(at(sorted, place), here);
  }
  let greatest: u64 = 0;
  for (let p = 0; p < many; ++p) {
    const here = load<u64>(at(sorted, p));
    let place = at(v.positions, p);
    if (here < greatest) {
      for (; place > v.positions && load<u64>(place - 8) > here; place -= 8) store<u64>(place, load<u64>(place - 8));
    } else greatest = here;
    store<u64>(place, here);
  }
}
