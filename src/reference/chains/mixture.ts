// Twin of assembly/chains/mixture.ts.
import type { MixturePlan } from "../../kernels/plans.ts";
import { leastOf, meanOf, squaresFrom } from "../lanes.ts";
import { buildZiggurat, fillZiggurat } from "../random/ziggurat.ts";
import { likeliest } from "./mixture-ml.ts";
import { notebook } from "./mixture-notebook.ts";
import type { Fit, Sample } from "./mixture-sample.ts";
import type { Trajectory } from "./trajectory.ts";

const MEAN = 1;
const STD = 2;
/** A scale below which nothing changes any more: its squares are no numbers. */
export const TINY = 1e-300;

export function fold(sample: Sample, mean: number, std: number): void {
  const { y } = sample;
  const n = y.length;
  const least = leastOf(y, n);
  if (mean + std * least > 0) {
    const centre = meanOf(y, n);
    sample.mean = mean + std * centre;
    sample.std = std * Math.sqrt(squaresFrom(y, n, centre) / n);
    sample.least = mean + std * least;
    for (let i = 0; i < n; ++i) y[i] = mean + std * y[i];
  } else {
    for (let i = 0; i < n; ++i) y[i] = Math.abs(mean + std * y[i]);
    sample.mean = meanOf(y, n);
    sample.std = Math.sqrt(squaresFrom(y, n, sample.mean) / n);
    sample.least = leastOf(y, n);
  }
}

/** Algorithm 1 of the paper, with kappa = e^c - 1. */
export function approximate({ mean, std }: Sample, kappa: number, fit: Fit): void {
  const square = mean * mean;
  const m2 = square + std * std;
  const limit = (1 + kappa) * square;
  const a = m2 <= limit ? 50 : (2 * (1 + kappa) * m2) / (m2 - limit);
  if (m2 <= ((2 * a) / (a - 2)) * square) {
    fit.std = std * Math.sqrt((a * m2) / (a * square + 2 * m2));
    fit.mean = Math.sqrt(Math.max(0, m2 - fit.std * fit.std));
  } else {
    fit.std = Math.sqrt(m2);
    fit.mean = 0;
  }
}

const fit: Fit = { mean: 0, std: 0 };

export function mixture(
  { stream, values }: Trajectory,
  { estimator, parameter, mask }: MixturePlan,
  sample: Sample,
  generations: number,
  rows: Float64Array,
  at: number,
): void {
  let [mean, std] = values;
  buildZiggurat();
  for (let g = 0; g < generations; ++g) {
    const unit = Math.max(mean, std);
    if (unit > TINY) {
      fillZiggurat(stream, sample.y);
      fold(sample, mean / unit, std / unit);
      if (estimator === "ml") likeliest(sample, fit);
      else if (estimator === "notebook") notebook(sample, Math.min(parameter / unit, 1e100), fit);
      else approximate(sample, parameter, fit);
      mean = unit * fit.mean;
      std = unit * fit.std;
    }
    let out = at + g;
    if (mask & MEAN) {
      rows[out] = mean;
      out += generations;
    }
    if (mask & STD) rows[out] = std;
  }
  values[0] = mean;
  values[1] = std;
}
