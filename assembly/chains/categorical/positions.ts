import { at, Vocabulary } from "./vocabulary";

const BUCKETS: i32 = 65536;
const starts: usize = memory.data(4 * 65537, 16);

/**
 * Sorts the first `many` positions, which are spread evenly over [0, range): by buckets, and within them by
 * insertion.
 */
export function sortPositions(v: Vocabulary, many: i32, range: f64): void {
  const positions = v.positions;
  const sorted = at(positions, v.room);
  let buckets = 16;
  while (buckets < many && buckets < BUCKETS) buckets <<= 1;
  const scale = <f64>buckets / range;
  memory.fill(starts, 0, (<usize>buckets + 1) << 2);
  for (let p = 0; p < many; ++p) {
    const start = starts + (<usize>(<i32>(load<f64>(at(positions, p)) * scale)) << 2);
    store<u32>(start, load<u32>(start) + 1);
  }
  let sum: u32 = 0;
  for (let start = starts, end = starts + (<usize>buckets << 2); start <= end; start += 4) {
    const here = load<u32>(start);
    store<u32>(start, sum);
    sum += here;
  }
  for (let p = 0; p < many; ++p) {
    const position = load<f64>(at(positions, p));
    const start = starts + (<usize>(<i32>(position * scale)) << 2);
    const place = load<u32>(start);
    store<u32>(start, place + 1);
    store<f64>(at(sorted, place), position);
  }
  let last = -Infinity;
  for (let p = 0; p < many; ++p) {
    const position = load<f64>(at(sorted, p));
    let place = p;
    if (position < last) {
      for (; place > 0; --place) {
        const before = load<f64>(at(positions, place - 1));
        if (before <= position) break;
        store<f64>(at(positions, place), before);
      }
    } else last = position;
    store<f64>(at(positions, place), position);
  }
}
