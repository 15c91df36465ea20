/**
 * Singular values of a matrix that is given by its columns, of which no two are orthogonal at first and all are in the end: by
 * rotations of two at a time, always in the same order. The columns are used up.
 *
 * @see M. R. Hestenes (1958), J. SIAM 6:51, https://doi.org/10.1137/0106005
 */
export function singularValues(columns: readonly Float64Array[]): Float64Array {
  for (let sweep = 0; sweep < SWEEPS; ++sweep) {
    let turned = false;
    for (let p = 0; p < columns.length; ++p) {
      for (let q = p + 1; q < columns.length; ++q) turned = rotate(columns[p], columns[q]) || turned;
    }
    if (!turned) break;
  }
  return Float64Array.from(columns, (column) => Math.sqrt(dot(column, column)));
}

/** More than any matrix takes whose numbers are numbers: they converge quadratically, in six to twelve. */
const SWEEPS = 60;
/** Columns at a cosine of less than this are orthogonal: values then have as many digits, and mostly twice as many. */
const ORTHOGONAL = 1e-13;

function rotate(a: Float64Array, b: Float64Array): boolean {
  const alpha = dot(a, a);
  const beta = dot(b, b);
  const gamma = dot(a, b);
  if (!(Math.abs(gamma) > ORTHOGONAL * Math.sqrt(alpha) * Math.sqrt(beta))) return false;
  const half = (beta - alpha) / (2 * gamma);
  const t = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  for (let i = 0; i < a.length; ++i) {
    const old = a[i];
    a[i] = c * old - s * b[i];
    b[i] = s * old + c * b[i];
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}
