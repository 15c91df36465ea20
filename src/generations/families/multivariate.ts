import { DET_RATIO, LOG_DET, MEAN_ERROR, TRACE_RATIO, trueLaw } from "../../kernels/multivariate.ts";
import type { MultivariatePlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { observe, step, type Triangle, triangleOf } from "../../reference/chains/multivariate-step.ts";
import type { Family } from "./family.ts";
import type { Parameters, Truth } from "./observe-covariance.ts";
import * as covariance from "./observe-covariance.ts";
import { addSquare, addTriangle, rankOf } from "./triangle.ts";

export type { Parameters };

/** n data points: their mean, and their scatter as a triangle. */
export interface Scatter extends Parameters {
  n: number;
}

const EFFECTIVE_RANK = 16;
const ENTROPY_RANK = 32;
const TOP_SHARE = 64;
const COVARIANCE_ERROR = 128;
const W2 = 256;
const KL = 512;
const OBSERVABLES = 10;
/** What the kernel gives. */
const PLAIN = LOG_DET | DET_RATIO | TRACE_RATIO | MEAN_ERROR;

/** How a Gaussian is observed. */
export function observer(plan: Pick<MultivariatePlan, "dimension" | "truth">) {
  const truth: Truth = { ...trueLaw(plan), dimension: plan.dimension, rows: plan.truth };
  const logDet = new Float64Array(1);
  return (
    law: Parameters,
    wanted: number,
    mask: number,
    rows: Float64Array,
    out: number,
    stride: number,
  ): void => {
    const first = out;
    // They cost next to nothing.
    out = observe(law.rows, truth, mask & PLAIN, rows, out, stride);
    if (mask & LOG_DET && law.rank < truth.dimension)
      rows[first] = covariance.logPseudoDet(law, truth.dimension);
    const put = (bit: number, value: () => number): void => {
      if ((mask & bit) === 0) return;
      if (wanted & bit) rows[out] = value();
      out += stride;
    };
    const shares = wanted & (ENTROPY_RANK | TOP_SHARE) ? covariance.sharesOf(law, truth) : new Float64Array();
    put(EFFECTIVE_RANK, () => covariance.effectiveRank(law, truth));
    put(ENTROPY_RANK, () => covariance.entropyRank(shares));
    put(TOP_SHARE, () => covariance.topShare(shares));
    put(COVARIANCE_ERROR, () => covariance.covarianceError(law, truth));
    put(W2, () => covariance.w2(law, truth));
    put(KL, () => {
      observe(law.rows, truth, LOG_DET, logDet, 0, 1);
      return covariance.kl(law, truth, logDet[0]);
    });
  };
}

/** All that can be observed of generation 0, where nothing differs from the truth. */
export function observedTruth(dimension: number, truth: Float64Array): number[] {
  const mask = PLAIN | EFFECTIVE_RANK | ENTROPY_RANK | TOP_SHARE;
  const rows = new Float64Array(OBSERVABLES);
  observer({ dimension, truth })({ rank: dimension, rows: truth }, mask, mask, rows, 0, 1);
  return [...rows];
}

export function multivariate(plan: MultivariatePlan): Omit<Family<Scatter, Parameters>, "thin"> {
  const { dimension, truth, less } = plan;
  const width = dimension + 1;
  const size = dimension * width;
  const write = observer(plan);
  const column = new Float64Array(dimension);
  let prepared = plan.samples;
  let triangle: Triangle = triangleOf(dimension, prepared);
  return {
    statistic: () => ({ n: 0, rank: 0, rows: new Float64Array(size) }),
    parameters: () => ({ rank: dimension, rows: truth.slice() }),
    clear(scatter) {
      scatter.n = 0;
      scatter.rank = 0;
      scatter.rows.fill(0);
    },
    draw(stream: Stream, from, n, out) {
      out.n = n;
      out.rank = 0;
      if (n === 0) return;
      if (n !== prepared) {
        triangle = triangleOf(dimension, n);
        prepared = n;
      }
      out.rank = step(stream, triangle, from.rows, from.rank, 1, out.rows);
    },
    // T. F. Chan, G. H. Golub & R. J. LeVeque (1983), doi:10.1080/00031305.1983.10483115
    add(to, more) {
      if (more.n === 0) return;
      if (to.n === 0) {
        to.n = more.n;
        to.rank = more.rank;
        to.rows.set(more.rows);
        return;
      }
      const n = to.n + more.n;
      addTriangle(to.rows, more.rows, more.rank, 1, column);
      const apart = Math.sqrt(to.n * (more.n / n));
      for (let i = 0; i < dimension; ++i) {
        const shift = more.rows[i * width] - to.rows[i * width];
        to.rows[i * width] += shift * (more.n / n);
        column[i] = apart * shift;
      }
      addSquare(to.rows, column);
      to.n = n;
      to.rank = rankOf(to.rows, dimension, to.rank);
    },
    fit({ n, rank, rows }, out) {
      const scale = 1 / Math.sqrt(n - less);
      for (let i = 0; i < size; ++i) out.rows[i] = i % width === 0 ? rows[i] : rows[i] * scale;
      out.rank = rank;
    },
    average(real, weight, fitted) {
      const [root, rest] = [Math.sqrt(weight), Math.sqrt(1 - weight)];
      for (let i = 0; i < size; ++i) {
        const isMean = i % width === 0;
        fitted.rows[i] = isMean
          ? weight * real.rows[i] + (1 - weight) * fitted.rows[i]
          : rest * fitted.rows[i];
      }
      addTriangle(fitted.rows, real.rows, real.rank, root, column);
      fitted.rank = rankOf(fitted.rows, dimension, fitted.rank);
    },
    copy(to, from) {
      to.rank = from.rank;
      to.rows.set(from.rows);
    },
    observe(fitted, wanted, mask, rows, out, stride) {
      if (wanted) write(fitted, wanted, mask, rows, out, stride);
    },
  };
}
