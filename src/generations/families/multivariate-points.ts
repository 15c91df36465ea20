// Gaussians of several dimensions on data points that are kept, one after another: of which a part is drawn.
import type { MultivariatePlan } from "../../kernels/plans.ts";
import { integer } from "../../reference/random/uniform.ts";
import { ziggurat } from "../../reference/random/ziggurat.ts";
import type { Family } from "./family.ts";
import { multivariate, type Parameters } from "./multivariate.ts";
import { type Points, room } from "./points.ts";
import { addSquare } from "./triangle.ts";

/** `n` counts numbers here, as many for each point as there are dimensions. */
export function multivariateOnPoints(plan: MultivariatePlan): Family<Points, Parameters> {
  const { dimension } = plan;
  const width = dimension + 1;
  const family = multivariate(plan);
  const { parameters, average, copy, observe } = family;
  const scatter = family.statistic();
  const z = new Float64Array(dimension);
  return {
    ...{ parameters, average, copy, observe },
    statistic: () => ({ values: new Float64Array(64), n: 0 }),
    clear(points) {
      points.n = 0;
    },
    draw(stream, { rank, rows }, n, out) {
      out.n = 0;
      const values = room(out, n * dimension);
      for (let point = 0; point < n; ++point) {
        for (let k = 0; k < rank; ++k) z[k] = ziggurat(stream);
        for (let i = 0; i < dimension; ++i) {
          let value = rows[i * width];
          for (let k = 0; k <= i && k < rank; ++k) value += rows[i * width + 1 + k] * z[k];
          values[point * dimension + i] = value;
        }
      }
      out.n = n * dimension;
    },
    add(to, more) {
      room(to, to.n + more.n).set(more.values.subarray(0, more.n), to.n);
      to.n += more.n;
    },
    // The first n of a shuffle that goes no further; the pool's order is of no account.
    thin(stream, { values, n: all }, n, out) {
      for (let i = 0; i < n; ++i) {
        const other = integer(stream, i, all / dimension - i) * dimension;
        for (let j = i * dimension, k = other; j < (i + 1) * dimension; ++j, ++k) {
          const value = values[k];
          values[k] = values[j];
          values[j] = value;
        }
      }
      out.n = 0;
      room(out, n * dimension).set(values.subarray(0, n * dimension));
      out.n = n * dimension;
    },
    // B. P. Welford (1962), doi:10.1080/00401706.1962.10490022: one point after another, of which the first has no scatter.
    fit({ values, n: all }, out) {
      const n = all / dimension;
      family.clear(scatter);
      scatter.n = n;
      scatter.rank = Math.min(dimension, n - 1);
      for (let point = 0; point < n; ++point) {
        const apart = Math.sqrt(point / (point + 1));
        for (let i = 0; i < dimension; ++i) {
          const shift = values[point * dimension + i] - scatter.rows[i * width];
          scatter.rows[i * width] += shift / (point + 1);
          z[i] = apart * shift;
        }
        if (point > 0) addSquare(scatter.rows, z);
      }
      family.fit(scatter, out);
    },
  };
}
