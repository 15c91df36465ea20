// Poisson counts of small means that are themselves counts: the most frequent by far, so that their alias tables stay in
// the processor's nearest cache.
import { exp } from "../math";
import { alias, buildAlias } from "./alias";

/** The largest mean that has a table. */
export const TABLED: f64 = 32.0;
/** Pr(X > 127) < 1e-35 for a mean of 32. */
const COLUMNS: i32 = 128;

/** The table of mean c starts at (c - 1) * 1024. */
const tables: usize = memory.data(8 * 32 * 128, 16);
const probabilities: usize = memory.data(8 * 128, 16);
let built = false;

/** Has to be called once before the first draw. */
export function buildPoissonTables(): void {
  if (built) return;
  built = true;
  for (let mean = 1.0; mean <= TABLED; mean += 1.0) {
    let probability = exp(-mean);
    for (let k = 0; k < COLUMNS; ++k) {
      store<f64>(probabilities + (<usize>k << 3), probability);
      probability *= mean / (<f64>k + 1.0);
    }
    buildAlias(probabilities, COLUMNS, tables + ((<usize>mean - 1) << 10));
  }
}

/** What `word` draws for a whole mean from 1 to TABLED. */
// @ts-ignore: decorator
@inline
export function tabledPoisson(mean: f64, word: u64): i32 {
  // Adding 2^52 leaves the mean in the lowest bits.
  const offset = <usize>((reinterpret<u64>(mean + 4503599627370496.0) & 63) << 10);
  return <i32>alias(tables - 1024 + offset, COLUMNS - 1, word);
}
