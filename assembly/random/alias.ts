// Alias tables: one word draws from any distribution on 0, …, size - 1, where size is a power of two up to 2048.
// A. J. Walker (1977), https://doi.org/10.1145/355744.355749; built as by M. D. Vose (1991),
// https://doi.org/10.1109/32.92917
//
// An entry is a threshold of 53 bits above an alias of 11. The word's lowest bits choose a column, its upper 53 are
// compared with that column's threshold: below it, the column is the answer, else the alias.

export const MOST: i32 = 2048;
/** What each column still has to give away, 1 being a full column. */
const share: usize = memory.data(8 * 2048, 16);
/** Columns below 1 from the left, the others from the right. */
const waiting: usize = memory.data(4 * 2048, 16);

// @ts-ignore: decorator
@inline
function entry(threshold: f64, alias: i32): u64 {
  return (<u64>(threshold * 9007199254740992.0) << 11) | <u64>alias; // 2^53
}

/** Makes the table of size probabilities at `probabilities`, which sum to 1. */
export function buildAlias(probabilities: usize, size: i32, entries: usize): void {
  let low = 0;
  let high = MOST;
  for (let i = 0; i < size; ++i) {
    const here = load<f64>(probabilities + (<usize>i << 3)) * <f64>size;
    store<f64>(share + (<usize>i << 3), here);
    store<u32>(waiting + (<usize>(here < 1.0 ? low++ : --high) << 2), i);
  }
  while (low > 0 && high < MOST) {
    const poor = load<u32>(waiting + (<usize>--low << 2));
    const rich = load<u32>(waiting + (<usize>(high++) << 2));
    const here = load<f64>(share + (<usize>poor << 3));
    store<u64>(entries + (<usize>poor << 3), entry(here, rich));
    const rest = load<f64>(share + (<usize>rich << 3)) + here - 1.0;
    store<f64>(share + (<usize>rich << 3), rest);
    store<u32>(waiting + (<usize>(rest < 1.0 ? low++ : --high) << 2), rich);
  }
  // What is left is 1 except for rounding: such a column is its own alias.
  while (low > 0) keepWhole(entries, load<u32>(waiting + (<usize>--low << 2)));
  while (high < MOST) keepWhole(entries, load<u32>(waiting + (<usize>(high++) << 2)));
}

function keepWhole(entries: usize, column: i32): void {
  store<u64>(entries + (<usize>column << 3), entry(0.0, column));
}

/** What `word` draws from a table of `mask` + 1 columns. */
// @ts-ignore: decorator
@inline
export function alias(entries: usize, mask: u64, word: u64): u64 {
  const column = word & mask;
  const here = load<u64>(entries + (<usize>column << 3));
  return select<u64>(column, here & 2047, word >> 11 < here >> 11);
}
