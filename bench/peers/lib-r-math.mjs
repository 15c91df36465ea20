import { rbinom, rgamma, rnorm, rpois, runif, setSeed } from "lib-r-math.js";

/** Its samplers return arrays of their own. */
const from =
  (sample, ...parameters) =>
  (out) => {
    setSeed(1);
    return () => out.set(sample(out.length, ...parameters));
  };

export default {
  "uniform fill": from(runif, 0, 1),
  "normal fill": from(rnorm, 0, 1),
  "gamma(4.5)": from(rgamma, 4.5, 1),
  "gamma(0.5)": from(rgamma, 0.5, 1),
  "poisson(3)": from(rpois, 3),
  "poisson(300)": from(rpois, 300),
  "binomial(100, 0.05)": from(rbinom, 100, 0.05),
  "binomial(1000, 0.4)": from(rbinom, 1000, 0.4),
};
