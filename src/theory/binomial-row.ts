/** The law Binomial(n, p) from its first entry worth keeping: `mass[i]` is the probability of `first + i`. */
export interface Row {
  first: number;
  mass: Float64Array;
}

/**
 * Binomial(n, p), without the entries below `cut` times the largest one, scaled to sum to 1; `rest` is 1 - p, given
 * apart so that neither loses digits. The ratio of neighbours is followed outwards from the mode, which needs no log-gamma and has no cancellation.
 */
export function binomialRow(n: number, p: number, rest: number, cut: number): Row {
  if (rest === 0) return { first: n, mass: Float64Array.of(1) };
  const odds = p / rest;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const weights = new Float64Array(n + 1);
  weights[mode] = 1;
  let total = 1;
  let first = mode;
  for (let w = 1; first > 0; --first) {
    w *= first / ((n - first + 1) * odds);
    if (!(w > cut)) break;
    weights[first - 1] = w;
    total += w;
  }
  let last = mode;
  for (let w = 1; last < n; ++last) {
    w *= ((n - last) * odds) / (last + 1);
    if (!(w > cut)) break;
    weights[last + 1] = w;
    total += w;
  }
  const mass = weights.slice(first, last + 1);
  for (let i = 0; i < mass.length; ++i) mass[i] /= total;
  return { first, mass };
}

/** Rows 1 to n-1 of the Wright-Fisher transition matrix, at those indices; rows 0 and n are absorbing. */
export function transitionRows(n: number, cut: number): Row[] {
  const rows: Row[] = [{ first: 0, mass: Float64Array.of(1) }];
  for (let i = 1; i < n; ++i) rows.push(binomialRow(n, i / n, (n - i) / n, cut));
  return rows;
}
