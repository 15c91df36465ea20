import { truthOf } from "../../kernels/few.ts";
import type { ScalarPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { sumSamples } from "../../reference/chains/poisson.ts";
import { poisson as drawPoisson } from "../../reference/random/poisson.ts";
import { type Few, few, type Numbers, type Parameters } from "./numbers.ts";

export const poisson = (plan: ScalarPlan, { bySamples } = plan): Omit<Few, "thin"> => ({
  ...few(truthOf(plan)),
  isAhead: !bySamples,
  draw(stream, [rate], n, out) {
    out.n = n;
    out.first = bySamples ? sumSamples(stream, n, rate) : drawPoisson(stream, n * rate);
  },
  // The sum of all data points is Poisson.
  ...(!bySamples && {
    drawBoth(
      stream: Stream,
      real: Parameters,
      many: number,
      [rate]: Parameters,
      others: number,
      out: Numbers,
    ) {
      out.n = many + others;
      out.first = drawPoisson(stream, many * real[0] + others * rate);
    },
  }),
  fit({ n, first }, out) {
    out[0] = first / n;
  },
  observe([rate], wanted, _, rows, out) {
    if (wanted) rows[out] = rate;
  },
});
