// Algorithm 1 of the paper sees no more of the data points |Y| than their mean and their standard deviation.
import { kappaOf } from "../../kernels/mixture.ts";
import type { MixturePlan } from "../../kernels/plans.ts";
import { approximate, fold } from "../../reference/chains/mixture.ts";
import { buildZiggurat, fillZiggurat } from "../../reference/random/ziggurat.ts";
import type { Family } from "./family.ts";
import { common, type Parameters } from "./mixture.ts";
import { type Points, room } from "./points.ts";

/** The mean of n data points, and their standard deviation (divisor n): their squares may be too small for a number. */
export interface Moments {
  n: number;
  mean: number;
  std: number;
}

/** Any part of a pool needs its points, so none is taken of these. */
export function mixtureMoments(plan: MixturePlan): Omit<Family<Moments, Parameters>, "thin"> {
  const { eta } = plan;
  const scratch: Points = { values: new Float64Array(64), n: 0 };
  const sample = { y: scratch.values, mean: 0, std: 0, least: 0 };
  buildZiggurat();
  return {
    ...common(plan),
    statistic: () => ({ n: 0, mean: 0, std: 0 }),
    clear(moments) {
      moments.n = 0;
      moments.mean = 0;
      moments.std = 0;
    },
    draw(stream, from, n, out) {
      const unit = Math.max(from.mean, from.std);
      out.n = n;
      out.mean = 0;
      out.std = 0;
      if (n === 0 || unit === 0) return;
      const drawn = { ...sample, y: room(scratch, n).subarray(0, n) };
      fillZiggurat(stream, drawn.y);
      fold(drawn, from.mean / unit, from.std / unit);
      out.mean = unit * drawn.mean;
      out.std = unit * drawn.std;
    },
    // T. F. Chan, G. H. Golub & R. J. LeVeque (1983), doi:10.1080/00031305.1983.10483115
    add(to, more) {
      const n = to.n + more.n;
      if (n === 0) return;
      const shift = more.mean - to.mean;
      const unit = Math.max(to.std, more.std, Math.abs(shift));
      const [a, b] = [to.n / n, more.n / n];
      if (unit > 0) {
        const [s, t, d] = [to.std / unit, more.std / unit, shift / unit];
        to.std = unit * Math.sqrt(a * (s * s) + b * (t * t) + a * b * (d * d));
      }
      to.mean += b * shift;
      to.n = n;
    },
    fit({ n, mean, std }, out) {
      const unit = Math.max(mean, std);
      out.mean = 0;
      out.std = 0;
      if (unit === 0) return;
      const moments = { ...sample, mean: mean / unit, std: std / unit };
      approximate(moments, kappaOf(n, eta), out);
      out.mean *= unit;
      out.std *= unit;
    },
  };
}
