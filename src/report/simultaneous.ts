import { Generator } from "../random/generator.ts";

/** So many chains that got as far tell how often they do; and so many are tried at most. */
const ENOUGH = 100;
const MOST = 100_000;
/** No chain gets so far. */
const BEYOND = 8;
/** Of fewer runs than this a correlation says too little. */
const FEW = 20;

/**
 * The probability that normal deviates, of which each is correlated with the one before, get as far as `reached` at any of
 * the places: what chance alone makes of a whole curve. The deviates are a Markov chain, as those of an event that does
 * not come back are, and of a sum of independent steps. Others keep more of what they were some places ago than a chain
 * with the same steps, and get less far.
 *
 * It is counted in simulated chains, until enough of them have got so far (Besag & Clifford 1991,
 * https://doi.org/10.1093/biomet/78.2.301), with a seed of its own: the same numbers give the same probability.
 *
 * @param correlation of each place with the one before; 0 where they are independent
 * @param counts which places count
 * @param sides 1: only upwards; 2: in either direction
 */
export function simultaneous(
  reached: number,
  correlation: ArrayLike<number>,
  counts: readonly boolean[],
  sides: 1 | 2,
): number {
  if (reached > BEYOND) return 1 / (MOST + 1);
  const rng = new Generator(0);
  const steps = new Float64Array(counts.length);
  const fresh = Float64Array.from(correlation, (r) => Math.sqrt(1 - r * r));
  const gets = () => {
    rng.normal(steps);
    let at = 0;
    for (let i = 0; i < steps.length; ++i) {
      at = correlation[i] * at + fresh[i] * steps[i];
      if (counts[i] && (sides === 2 ? Math.abs(at) : at) >= reached) return true;
    }
    return false;
  };
  let far = 0;
  for (let chains = 1; chains <= MOST; ++chains) {
    if (gets()) far += 1;
    if (far === ENOUGH) return far / chains;
  }
  return (far + 1) / (MOST + 1);
}

/**
 * The correlation of each column with the one before, over rows that are independent. It is 0, which makes chance look
 * larger than it is, where a column does not vary and where there are fewer than 20 rows.
 */
export function correlations(rows: readonly ArrayLike<number>[], columns: number): Float64Array {
  const found = new Float64Array(columns);
  if (rows.length < FEW) return found;
  const means = Float64Array.from({ length: columns }, (_, k) => mean(rows, k));
  const squares = Float64Array.from({ length: columns }, (_, k) =>
    rows.reduce((sum, row) => sum + (row[k] - means[k]) ** 2, 0),
  );
  for (let k = 1; k < columns; ++k) {
    let products = 0;
    for (const row of rows) products += (row[k] - means[k]) * (row[k - 1] - means[k - 1]);
    const size = Math.sqrt(squares[k] * squares[k - 1]);
    if (size > 0) found[k] = Math.max(-1, Math.min(1, products / size));
  }
  return found;
}

const mean = (rows: readonly ArrayLike<number>[], k: number): number =>
  rows.reduce((sum, row) => sum + row[k], 0) / rows.length;
