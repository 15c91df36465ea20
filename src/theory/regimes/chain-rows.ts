import { binomialRow, type Row } from "../binomial-row.ts";

// Relative to the mode of its row, and of a law: what is left out stays below 1e-14.
export const CUT = 1e-18;

/** The law of the sum of two independent counts. */
export function sumRow(a: Row, b: Row): Row {
  const mass = new Float64Array(a.mass.length + b.mass.length - 1);
  for (let i = 0; i < a.mass.length; i++)
    for (let j = 0; j < b.mass.length; j++) mass[i + j] += a.mass[i] * b.mass[j];
  return { first: a.first + b.first, mass };
}

/** Binomial(n, share) of a share that is given alone. */
export const binomial = (n: number, share: number, cut = CUT): Row => binomialRow(n, share, 1 - share, cut);

/** How many of the marked are among n drawn without replacement from a pool, the ratio followed from the mode. */
export function hypergeometricRow(pool: number, marked: number, n: number): Row {
  const low = Math.max(0, n + marked - pool);
  const high = Math.min(n, marked);
  const mode = Math.min(high, Math.max(low, Math.floor(((n + 1) * (marked + 1)) / (pool + 2))));
  const weights = new Float64Array(high - low + 1);
  weights[mode - low] = 1;
  let first = mode;
  for (let w = 1; first > low; first--) {
    w *= (first * (pool - marked - n + first)) / ((marked - first + 1) * (n - first + 1));
    if (!(w > CUT)) break;
    weights[first - 1 - low] = w;
  }
  let last = mode;
  for (let w = 1; last < high; last++) {
    w *= ((marked - last) * (n - last)) / ((last + 1) * (pool - marked - n + last + 1));
    if (!(w > CUT)) break;
    weights[last + 1 - low] = w;
  }
  return { first, mass: normalised(weights.slice(first - low, last + 1 - low)) };
}

/** Scaled to sum to 1, in place. */
export function normalised(mass: Float64Array): Float64Array {
  let total = 0;
  for (let i = 0; i < mass.length; i++) total += mass[i];
  for (let i = 0; i < mass.length; i++) mass[i] /= total;
  return mass;
}

/** Adds `weight` times a row to a law, `shift` further up. */
export function addRow(law: Float64Array, { first, mass }: Row, weight: number, shift = 0): void {
  const from = first + shift;
  for (let j = 0; j < mass.length; j++) law[from + j] += weight * mass[j];
}
