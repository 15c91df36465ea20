import type { ScalarPlan } from "../../kernels/plans.ts";
import { countOnes } from "../../reference/chains/bernoulli.ts";
import { binomial } from "../../reference/random/binomial.ts";
import { hypergeometric } from "../../reference/random/hypergeometric.ts";
import { type Few, few } from "./numbers.ts";

export const bernoulli = ({ bySamples, values: [p, q] }: ScalarPlan): Few => ({
  ...few([p, q]),
  draw(stream, [p, q], n, out) {
    out.n = n;
    out.first = bySamples ? countOnes(stream, n, p) : binomial(stream, n, p, q);
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
