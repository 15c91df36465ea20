import type { ScalarPlan } from "../../kernels/plans.ts";
import { sumSamples } from "../../reference/chains/poisson.ts";
import { poisson as drawPoisson } from "../../reference/random/poisson.ts";
import { type Few, few } from "./numbers.ts";

export const poisson = ({ bySamples, values: [sum], samples }: ScalarPlan): Omit<Few, "thin"> => ({
  ...few([sum / samples, 0]),
  draw(stream, [rate], n, out) {
    out.n = n;
    out.first = bySamples ? sumSamples(stream, n, rate) : drawPoisson(stream, n * rate);
  },
  fit({ n, first }, out) {
    out[0] = first / n;
  },
  observe([rate], wanted, _, rows, out) {
    if (wanted) rows[out] = rate;
  },
});
