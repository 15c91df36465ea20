// Multinomial counts of many weights. Poisson counts are multinomial, given their sum, whatever it is: they are made some
// standard deviations too few, and what lacks is drawn one by one.
import { fillPoissonOf } from "./poisson-of";
import { uniform } from "./uniform";

/** Weights whose sums are kept for the search. */
const BLOCK: i32 = 16;

/** Writes the sum of all weights up to the end of each block. Returns that of all. */
function sumBlocks(weights: usize, size: i32, sums: usize): f64 {
  let total = 0.0;
  for (let i = 0; i < size; i += BLOCK, sums += 8) {
    let sum = 0.0;
    const end = weights + (<usize>min(size, i + BLOCK) << 3);
    for (let at = weights + (<usize>i << 3); at < end; at += 8) sum += load<f64>(at);
    total += sum;
    store<f64>(sums, total);
  }
  return total;
}

/** Exact in any order, as they are whole numbers. */
function sumCounts(counts: usize, size: i32): f64 {
  let here = f64x2.splat(0.0);
  let there = f64x2.splat(0.0);
  const end = counts + (<usize>size << 3);
  for (; counts + 32 <= end; counts += 32) {
    here = f64x2.add(here, v128.load(counts));
    there = f64x2.add(there, v128.load(counts, 16));
  }
  let sum = 0.0;
  for (; counts < end; counts += 8) sum += load<f64>(counts);
  here = f64x2.add(here, there);
  return sum + f64x2.extract_lane(here, 0) + f64x2.extract_lane(here, 1);
}

/** Where a number falls among the weights. */
function placeOf(target: f64, weights: usize, size: i32, sums: usize): i32 {
  let low = 0;
  let high = (size - 1) / BLOCK;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<f64>(sums + (<usize>middle << 3)) > target) high = middle;
    else low = middle + 1;
  }
  let before = low > 0 ? load<f64>(sums + (<usize>(low - 1) << 3)) : 0.0;
  let i = low * BLOCK;
  for (const last = min(size, i + BLOCK) - 1; i < last; ++i) {
    before += load<f64>(weights + (<usize>i << 3));
    if (before > target) break;
  }
  // Only by rounding.
  while (load<f64>(weights + (<usize>i << 3)) == 0.0) --i;
  return i;
}

/** counts[0..size) ~ multinomial(n, weights / sum); `sums` is room for a number every 16 weights. */
export function multinomialOf(s: usize, n: f64, weights: usize, counts: usize, size: i32, sums: usize): void {
  const total = sumBlocks(weights, size, sums);
  const scale = (n - 2.0 * sqrt(n)) / total;
  let rest = 0.0;
  do {
    memory.copy(counts, weights, <usize>size << 3);
    fillPoissonOf(s, scale, counts, size);
    rest = n - sumCounts(counts, size);
  } while (rest < 0.0);
  for (; rest > 0.0; rest -= 1.0) {
    const at = counts + (<usize>placeOf(uniform(s) * total, weights, size, sums) << 3);
    store<f64>(at, load<f64>(at) + 1.0);
  }
}
