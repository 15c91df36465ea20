// What is judged: one number measured and the same number computed independently.

/** The standard error is that of their difference; z is the difference in standard errors. */
export const cell = (what, measured, expected, standardError) => ({
  what,
  measured,
  expected,
  standardError,
  z: (measured - expected) / standardError,
});

/** Fewer cases than this, and the normal law says nothing about a share. */
const FEWEST = 10;

/** A share of `cases` independent cases: none where the cases are too few. `error` is that of `expected`. */
export function share(what, measured, expected, cases, error = 0) {
  if (expected * cases < FEWEST || (1 - expected) * cases < FEWEST) return [];
  const own = Math.sqrt((expected * (1 - expected)) / cases);
  return [cell(what, measured, expected, Math.hypot(own, error))];
}

/**
 * The law of independent values x. With z = (x - about) / unit: the means of z, z^2, …, each of which has its mean and
 * standard deviation in `moments`; and how many x lie between neighbouring `edges`, the lower one included: a share
 * of `shares`, which say too what is expected below the first edge and from the last one on.
 *
 * @param {string} name
 * @param {ArrayLike<number> & Iterable<number>} values
 * @param {{ about?: number, unit?: number, moments?: number[][], edges?: number[], shares?: number[] }} row
 */
export function law(name, values, { about = 0, unit = 1, moments = [], edges = [], shares = [] }) {
  const sums = moments.map(() => 0);
  const counts = shares.map(() => 0);
  for (const x of values) {
    const z = (x - about) / unit;
    for (let i = 0, power = z; i < sums.length; ++i, power *= z) sums[i] += power;
    if (edges.length === 0) continue;
    let below = 0;
    while (below < edges.length && x >= edges[below]) ++below;
    counts[below] += 1;
  }
  const n = values.length;
  const between = (i) => `${edges[i - 1] ?? "…"} to ${edges[i] ?? "…"}`;
  const power = (i) => (i === 0 ? "z" : `z^${i + 1}`);
  return [
    ...shares.flatMap((expected, i) => share(`${name}${between(i)}`, counts[i] / n, expected, n)),
    ...moments.map(([mean, sd], i) =>
      cell(`${name}mean of ${power(i)}`, sums[i] / n, mean, sd / Math.sqrt(n)),
    ),
  ];
}
