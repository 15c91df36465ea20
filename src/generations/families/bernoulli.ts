import { truthOf } from "../../kernels/few.ts";
import type { ScalarPlan } from "../../kernels/plans.ts";
import { countOnes } from "../../reference/chains/bernoulli.ts";
import { binomial } from "../../reference/random/binomial.ts";
import { hypergeometric } from "../../reference/random/hypergeometric.ts";
import { type Few, few } from "./numbers.ts";

export const bernoulli = (plan: ScalarPlan, { bySamples } = plan): Few => ({
  ...few(truthOf(plan)),
  isAhead: !bySamples,
  draw(stream, [p, q], n, out) {
    out.n = n;
    out.first = bySamples ? countOnes(stream, n, p) : binomial(stream, n, p, q);
  },
  // A data point is a one with the averaged chance, whichever it is.
  drawMixed(stream, real, share, [p, q], n, out) {
    const ones = share * real[0] + (1 - share) * p;
    const zeros = share * real[1] + (1 - share) * q;
    out.n = n;
    out.first = bySamples ? countOnes(stream, n, ones) : binomial(stream, n, ones, zeros);
  },
  thin(stream, pool, n, out) {
    out.n = n;
    out.first = hypergeometric(stream, pool.first, pool.n - pool.first, n);
  },
  fit({ n, first }, out) {
    out[0] = first / n;
    out[1] = (n - first) / n;
  },
  observe([p], wanted, _, rows, out) {
    if (wanted) rows[out] = p;
  },
});
