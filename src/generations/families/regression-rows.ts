// Least squares on rows that are kept one by one, d numbers and a label each: where some of a pool are drawn, or where each
// row of a fixed design is real by chance.
import type { RegressionPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { integer, uniform } from "../../reference/random/uniform.ts";
import { buildZiggurat, ziggurat } from "../../reference/random/ziggurat.ts";
import type { Family } from "./family.ts";
import { leastSquares, roomFor } from "./least-squares.ts";
import { type Coefficients, coefficients } from "./regression.ts";

/** Rows of equal width, one after another. */
export interface Rows {
  values: Float64Array;
  n: number;
}

export function regressionRows(plan: RegressionPlan): Family<Rows, Coefficients<Rows>> {
  const { dimension: d, noise, fresh } = plan;
  const width = d + 1;
  const room = roomFor(d);
  const gram = new Float64Array(d * d);
  const right = new Float64Array(d);
  const designs: Rows[] = [];
  const newRows = (): Rows => ({ values: new Float64Array(16 * width), n: 0 });
  function newDesign(): Rows {
    const design = newRows();
    designs.push(design);
    return design;
  }
  const forget = (rows: Rows): void => {
    rows.n = 0;
  };

  /** Room for n rows, of which those that are there stay. */
  function reserve(rows: Rows, n: number): Float64Array {
    if (n * width > rows.values.length) {
      const longer = new Float64Array(Math.max(n * width, 2 * rows.values.length));
      longer.set(rows.values.subarray(0, rows.n * width));
      rows.values = longer;
    }
    return rows.values;
  }

  /** The first n rows of a design, which has more and more of them. Their labels are nothing yet. */
  function rowsOf(stream: Stream, design: Rows, n: number, out: Rows): Float64Array {
    if (fresh) design.n = 0;
    const values = reserve(design, n);
    for (let r = design.n; r < n; ++r) {
      for (let i = 0; i < d; ++i) values[r * width + i] = ziggurat(stream);
    }
    design.n = Math.max(design.n, n);
    out.n = 0;
    reserve(out, n).set(values.subarray(0, n * width));
    out.n = n;
    return out.values;
  }

  function label(stream: Stream, w: Float64Array, values: Float64Array, row: number): void {
    let sum = 0;
    for (let i = 0; i < d; ++i) sum += values[row * width + i] * w[i];
    values[row * width + d] = sum + noise * ziggurat(stream);
  }

  buildZiggurat();
  return {
    ...coefficients(plan, newDesign),
    statistic: newRows,
    begin: () => designs.forEach(forget),
    clear: forget,
    draw(stream, { w, design }, n, out) {
      const values = rowsOf(stream, design, n, out);
      for (let r = 0; r < n; ++r) label(stream, w, values, r);
    },
    drawMixed(stream, real, share, { w, design }, n, out) {
      const values = rowsOf(stream, design, n, out);
      for (let r = 0; r < n; ++r) label(stream, uniform(stream) < share ? real.w : w, values, r);
    },
    add(to, more) {
      reserve(to, to.n + more.n).set(more.values.subarray(0, more.n * width), to.n * width);
      to.n += more.n;
    },
    // The first n of a shuffle that goes no further; the pool's order is of no account.
    thin(stream, pool, n, out) {
      const { values } = pool;
      for (let r = 0; r < n; ++r) {
        const other = integer(stream, r, pool.n - r);
        for (let i = 0; i < width; ++i) {
          const value = values[other * width + i];
          values[other * width + i] = values[r * width + i];
          values[r * width + i] = value;
        }
      }
      out.n = 0;
      reserve(out, n).set(values.subarray(0, n * width));
      out.n = n;
    },
    fit({ values, n }, { w }) {
      gram.fill(0);
      right.fill(0);
      for (let at = 0; at < n * width; at += width) {
        for (let i = 0; i < d; ++i) {
          const x = values[at + i];
          for (let j = 0; j <= i; ++j) gram[i * d + j] += x * values[at + j];
          right[i] += x * values[at + d];
        }
      }
      leastSquares(gram, right, d, w, room);
    },
  };
}
