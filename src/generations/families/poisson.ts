import { truthOf } from "../../kernels/few.ts";
import type { ScalarPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { sumSamples } from "../../reference/chains/poisson.ts";
import { binomial } from "../../reference/random/binomial.ts";
import { poisson as drawPoisson } from "../../reference/random/poisson.ts";
import { type Few, few, type Numbers, type Parameters } from "./numbers.ts";

export const poisson = (plan: ScalarPlan, { bySamples } = plan): Omit<Few, "thin"> => ({
  ...few(truthOf(plan)),
  draw(stream, [rate], n, out) {
    out.n = n;
    out.first = bySamples ? sumSamples(stream, n, rate) : drawPoisson(stream, n * rate);
  },
  // The sum of all data points is Poisson, given how many are real.
  ...(!bySamples && {
    drawMixed(stream: Stream, real: Parameters, share: number, [rate]: Parameters, n: number, out: Numbers) {
      const many = binomial(stream, n, share, 1 - share);
      out.n = n;
      out.first = drawPoisson(stream, many * real[0] + (n - many) * rate);
    },
  }),
  fit({ n, first }, out) {
    out[0] = first / n;
  },
  observe([rate], wanted, _, rows, out) {
    if (wanted) rows[out] = rate;
  },
});
