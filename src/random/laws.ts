import { choice, permutation, shuffle } from "./lists.ts";
import { beta, boxMuller, dirichlet, exponential, gamma, normal, uniform } from "./reals.ts";
import { hypergeometric, multinomial, multivariateHypergeometric } from "./urns.ts";
import { binomial, geometric, integers, negativeBinomial, poisson, uint32, zipf } from "./wholes.ts";

/** All that a `Generator` draws. */
export const laws = {
  ...{ uint32, uniform, integers, normal, boxMuller, exponential, gamma, beta, dirichlet },
  ...{ poisson, binomial, geometric, negativeBinomial, zipf },
  ...{ hypergeometric, multivariateHypergeometric, multinomial },
  ...{ shuffle, permutation, choice },
};
