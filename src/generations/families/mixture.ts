// A mixture of two Gaussians: data points are |Y|, which say all that Y does of a mixture symmetric about 0.
import { kappaOf } from "../../kernels/mixture.ts";
import type { MixturePlan } from "../../kernels/plans.ts";
import { approximate, fold, TINY } from "../../reference/chains/mixture.ts";
import { likeliest } from "../../reference/chains/mixture-ml.ts";
import { notebook } from "../../reference/chains/mixture-notebook.ts";
import type { Fit, Sample } from "../../reference/chains/mixture-sample.ts";
import { buildZiggurat, fillZiggurat } from "../../reference/random/ziggurat.ts";
import type { Family } from "./family.ts";
import { type Points, room, thin } from "./points.ts";

export type Parameters = Fit;

/** The points |mean + std * values[i]|: what is far smaller than the mean is not lost beside it. */
export interface Spread extends Points {
  mean: number;
  std: number;
}

type Common = Pick<Family<unknown, Parameters>, "parameters" | "average" | "copy" | "observe">;

const MEAN = 1;
const STD = 2;

/** All but what depends on how data points are kept. */
export const common = ({ values: [mean, std] }: MixturePlan): Common => ({
  parameters: () => ({ mean, std }),
  average(real, weight, fitted) {
    const variance = weight * (real.std * real.std) + (1 - weight) * (fitted.std * fitted.std);
    fitted.mean = weight * real.mean + (1 - weight) * fitted.mean;
    fitted.std = Math.sqrt(variance);
  },
  copy(to, from) {
    to.mean = from.mean;
    to.std = from.std;
  },
  observe(fitted, wanted, mask, rows, out, stride) {
    if (!wanted) return;
    if (mask & MEAN) {
      rows[out] = fitted.mean;
      out += stride;
    }
    if (mask & STD) rows[out] = fitted.std;
  },
});

/** Every data point is kept, and each fit reads them all, several times. */
export function mixture(plan: MixturePlan): Family<Spread, Parameters> {
  const scratch: Points = { values: new Float64Array(64), n: 0 };
  buildZiggurat();
  return {
    ...common(plan),
    statistic: () => ({ values: new Float64Array(64), n: 0, mean: 0, std: 0 }),
    clear(points) {
      points.n = 0;
    },
    draw(stream, from, n, out) {
      out.n = 0;
      fillZiggurat(stream, room(out, n).subarray(0, n));
      out.n = n;
      out.mean = from.mean;
      out.std = from.std;
    },
    add(to, more) {
      if (more.n === 0) return;
      if (to.n === 0) {
        to.mean = more.mean;
        to.std = more.std;
      }
      // Wide enough for both: their squares must be numbers.
      const std = Math.max(to.std, more.std, Math.abs(more.mean - to.mean));
      if (std > to.std) {
        const narrower = to.std / std;
        for (let i = 0; i < to.n; ++i) to.values[i] *= narrower;
        to.std = std;
      }
      const values = room(to, to.n + more.n);
      const isSame = more.mean === to.mean && more.std === to.std;
      const shift = isSame ? 0 : (more.mean - to.mean) / to.std;
      const scale = isSame ? 1 : more.std / to.std;
      for (let i = 0; i < more.n; ++i) values[to.n + i] = shift + scale * more.values[i];
      to.n += more.n;
    },
    thin(stream, pool, n, out) {
      thin(stream, pool, n, out);
      out.mean = pool.mean;
      out.std = pool.std;
    },
    fit({ values, n, mean, std }, out) {
      const unit = Math.max(mean, std);
      out.mean = mean;
      out.std = std;
      if (!(unit > TINY)) return;
      const y = room(scratch, n).subarray(0, n);
      y.set(values.subarray(0, n));
      const sample = { y, mean: 0, std: 0, least: 0 };
      fold(sample, mean / unit, std / unit);
      estimate(plan, sample, unit, out);
      out.mean *= unit;
      out.std *= unit;
    },
  };
}

/** The fit to a sample, in units that keep its squares within what a number can be. */
export function estimate({ estimator, parameter, eta }: MixturePlan, sample: Sample, unit: number, out: Fit) {
  if (estimator === "ml") likeliest(sample, out);
  else if (estimator === "notebook") notebook(sample, Math.min(parameter / unit, 1e100), out);
  else approximate(sample, kappaOf(sample.y.length, eta), out);
}
