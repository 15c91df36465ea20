import { multivariate } from "../../dist/index.js";
import { trajectories } from "./trajectories.mjs";

/** traceRatio and meanError. */
const RECORDED = 12;

/** Gaussians of d dimensions; times are for one generation of one trajectory. */
export const multivariateCases = [
  [1, 10_000],
  [3, 3200],
  [10, 640],
  [100, 8],
].map(([dimension, count]) => {
  const samples = Math.max(100, 2 * dimension);
  const generations = dimension === 100 ? 10 : 50;
  return {
    name: `multivariate chain, d = ${dimension}, n = ${samples}`,
    unit: "generation",
    units: count * generations,
    ours: trajectories(multivariate({ dimension, samples }), count, generations, RECORDED),
    numpy: ["multivariate_chain", { d: dimension, n: samples, trajectories: count, generations }],
  };
});
