/** Points and weights of a quadrature. */
interface Rule {
  points: Float64Array;
  weights: Float64Array;
}

/**
 * The Gauss rule of a probability law from the recurrence of its orthogonal polynomials,
 * p_{j+1} = (x - alpha_j) p_j - beta_j p_{j-1}: the eigenvalues of the Jacobi matrix, and the squares of the first
 * components of its eigenvectors, by implicit QL steps.
 *
 * @param alpha its diagonal @param beta the squares beside it, beta[0] unused
 * @see Golub and Welsch (1969), Math. Comp. 23:221, https://doi.org/10.1090/S0025-5718-69-99647-1
 */
function gaussRule(alpha: Float64Array, beta: Float64Array): Rule {
  const size = alpha.length;
  const d = alpha.slice();
  const e = Float64Array.from({ length: size }, (_, i) => (i + 1 < size ? Math.sqrt(beta[i + 1]) : 0));
  const z = new Float64Array(size);
  z[0] = 1;
  for (let l = 0; l < size; ++l) {
    for (let sweep = 0; sweep < 60; ++sweep) {
      let m = l;
      while (m + 1 < size && Math.abs(e[m]) > 1e-17 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) ++m;
      if (m === l) break;
      qlStep(d, e, z, l, m);
    }
  }
  return { points: d, weights: z.map((x) => x * x) };
}

/** One implicitly shifted QL step on the block from l to m. */
function qlStep(d: Float64Array, e: Float64Array, z: Float64Array, l: number, m: number): void {
  const half = (d[l + 1] - d[l]) / (2 * e[l]);
  const root = Math.hypot(half, 1);
  let g = d[m] - d[l] + e[l] / (half + (half < 0 ? -root : root));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; --i) {
    const f = s * e[i];
    const b = c * e[i];
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    const t = (d[i] - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
    const h = z[i + 1];
    z[i + 1] = s * z[i] + c * h;
    z[i] = c * z[i] - s * h;
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}

/** The Gauss–Legendre rule on (0, 1). */
export function legendreRule(size: number): Rule {
  const beta = Float64Array.from({ length: size }, (_, j) => (j * j) / (4 * (4 * j * j - 1)));
  return gaussRule(new Float64Array(size).fill(0.5), beta);
}

/**
 * The Gauss rule of Binomial(n, x/n) - x, from the recurrence of Krawtchouk's polynomials. `x` and `rest` = n - x
 * are given apart, so that neither loses digits.
 */
export function binomialRule(x: number, rest: number, size: number): Rule {
  const n = x + rest;
  const alpha = Float64Array.from({ length: size }, (_, j) => (j * (rest - x)) / n);
  const beta = Float64Array.from({ length: size }, (_, j) => j * (x / n) * (rest / n) * (n - j + 1));
  return gaussRule(alpha, beta);
}
