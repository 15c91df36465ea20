// Least squares. Of its rows a fit needs no more than their Gram matrix X'X and X'y, which are drawn from their exact law
// and add up. Labels are what is left when the true ones are taken off, so that the truth is w = 0.
import type { RegressionPlan } from "../../kernels/plans.ts";
import { buildZiggurat, ziggurat } from "../../reference/random/ziggurat.ts";
import type { Family } from "./family.ts";
import { addSquare, bartlett, cholesky, leastSquares, roomFor, times } from "./least-squares.ts";

/** What n rows say of coefficients. */
export interface Equations {
  n: number;
  readonly gram: Float64Array;
  readonly right: Float64Array;
}

/** Rows that are labelled again and again: their number, X'X, and its Cholesky factor. */
interface Design {
  n: number;
  readonly gram: Float64Array;
  readonly factor: Float64Array;
}

/** Coefficients, with the rows that they give labels to. */
export interface Coefficients<D> {
  readonly w: Float64Array;
  readonly design: D;
}

/** All but what depends on how rows are kept. */
export const coefficients = <D>({ dimension: d }: RegressionPlan, newDesign: () => D) => ({
  parameters: (): Coefficients<D> => ({ w: new Float64Array(d), design: newDesign() }),
  average(real: Coefficients<D>, weight: number, fitted: Coefficients<D>): void {
    for (let i = 0; i < d; ++i) fitted.w[i] = weight * real.w[i] + (1 - weight) * fitted.w[i];
  },
  copy(to: Coefficients<D>, from: Coefficients<D>): void {
    to.w.set(from.w);
  },
  observe({ w }: Coefficients<D>, wanted: number, _mask: number, rows: Float64Array, out: number): void {
    if (wanted) rows[out] = w.reduce((sum, x) => sum + x * x, 0);
  },
});

export function regression(plan: RegressionPlan): Omit<Family<Equations, Coefficients<Design>>, "thin"> {
  const { dimension: d, noise, fresh } = plan;
  const room = roomFor(d);
  const moves = new Float64Array(d);
  const designs: Design[] = [];
  const forget = (design: Design): void => {
    design.n = 0;
    design.gram.fill(0);
  };
  const clear = (equations: Equations): void => {
    equations.n = 0;
    equations.gram.fill(0);
    equations.right.fill(0);
  };
  function newDesign(): Design {
    const design = { n: 0, gram: new Float64Array(d * d), factor: new Float64Array(d * d) };
    designs.push(design);
    return design;
  }
  buildZiggurat();
  return {
    ...coefficients(plan, newDesign),
    statistic: () => ({ n: 0, gram: new Float64Array(d * d), right: new Float64Array(d) }),
    begin: () => designs.forEach(forget),
    draw(stream, { w, design }, n, out) {
      if (n === 0) {
        clear(out);
        return;
      }
      if (fresh) forget(design);
      // A design that is kept grows with the generations.
      if (design.n < n) {
        const isFirst = design.n === 0;
        bartlett(stream, n - design.n, d, design.factor);
        addSquare(design.factor, d, design.gram);
        if (!isFirst) cholesky(design.gram, d, design.factor);
        design.n = n;
      }
      out.n = n;
      out.gram.set(design.gram);
      times(design.gram, w, d, out.right);
      for (let i = 0; i < d; ++i) moves[i] = noise * ziggurat(stream);
      for (let i = 0; i < d; ++i) {
        for (let k = 0; k <= i; ++k) out.right[i] += design.factor[i * d + k] * moves[k];
      }
    },
    clear,
    add(to, more) {
      to.n += more.n;
      for (let i = 0; i < d * d; ++i) to.gram[i] += more.gram[i];
      for (let i = 0; i < d; ++i) to.right[i] += more.right[i];
    },
    fit({ gram, right }, { w }) {
      leastSquares(gram, right, d, w, room);
    },
  };
}
