// Scatters of data points as lower triangles, whose product with the transpose they are: they are joined without being
// squared, and one of few points has as many columns as it has rank, the others exactly 0.
// Laid out as src/kernels/multivariate.ts says: row i begins with a mean.

/** What of a vector is left beside the columns is rounding, where it is less than this share of it. */
const ROUNDING = 1e-13;

/**
 * Adds v v' to the scatter, where v is 0 before `from`; v is used up. By rotations: G. H. Golub (1973), doi:10.1137/1015032.
 * Of what makes no new column, `rounding` is the share.
 */
export function addSquare(rows: Float64Array, v: Float64Array, from = 0, rounding = ROUNDING): void {
  const width = v.length + 1;
  const least = rounding * largest(v, from);
  for (let j = from; j < v.length; ++j) {
    const place = j + 1;
    const a = rows[j * width + place];
    // A column that is not there yet: v is in the space of the others, or makes it.
    if (a === 0 && largest(v, j) <= least) return;
    const b = v[j];
    if (b === 0) continue;
    const most = Math.max(Math.abs(a), Math.abs(b));
    const [x, y] = [a / most, b / most];
    const root = Math.sqrt(x * x + y * y);
    const [c, s] = [x / root, y / root];
    for (let i = j; i < v.length; ++i) {
      const old = rows[i * width + place];
      rows[i * width + place] = c * old + s * v[i];
      v[i] = c * v[i] - s * old;
    }
    v[j] = 0;
  }
}

function largest(v: Float64Array, from: number): number {
  let most = 0;
  for (let i = from; i < v.length; ++i) most = Math.max(most, Math.abs(v[i]));
  return most;
}

/** Adds `weight` squared times the scatter of the first `rank` columns of `more`. `v` is room for a column. */
export function addTriangle(
  rows: Float64Array,
  more: Float64Array,
  rank: number,
  weight: number,
  v: Float64Array,
): void {
  const width = v.length + 1;
  for (let j = 0; j < rank; ++j) {
    for (let i = 0; i < v.length; ++i) v[i] = i < j ? 0 : weight * more[i * width + j + 1];
    addSquare(rows, v, j);
  }
}

/** How many columns there are, `rank` of them at least. */
export function rankOf(rows: Float64Array, dimension: number, rank: number): number {
  while (rank < dimension && rows[rank * (dimension + 2) + 1] !== 0) ++rank;
  return rank;
}
