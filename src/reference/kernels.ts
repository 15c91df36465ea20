import type { Kernels } from "../kernels/kernels.ts";
import { moments, watch } from "../kernels/tiles.ts";
import { categoricalChain } from "./chains/categorical.ts";
import { densitiesChain } from "./chains/densities.ts";
import { multivariateChain } from "./chains/multivariate.ts";
import { ngramChain } from "./chains/ngram.ts";
import { regressionChain } from "./chains/regression.ts";
import { scalarChain } from "./chains/scalar.ts";
import { fillBeta } from "./random/beta.ts";
import { fillBinomial } from "./random/binomial.ts";
import { fillBoxMuller } from "./random/box-muller.ts";
import { fillExponential } from "./random/exponential.ts";
import { fillGamma } from "./random/gamma.ts";
import { fillHypergeometric } from "./random/hypergeometric.ts";
import { multinomial } from "./random/multinomial.ts";
import { multinomialOf } from "./random/multinomial-of.ts";
import { fillPoisson } from "./random/poisson.ts";
import { fillPoissonOf } from "./random/poisson-of.ts";
import { fillNegativeBinomial, fillZipf } from "./random/trials.ts";
import { fillIntegers, fillUniform } from "./random/uniform.ts";
import { fillNormal } from "./random/ziggurat.ts";

/** The kernels in plain TypeScript: the specification, and what runs where WebAssembly may not. */
export const twin: Kernels = {
  backend: "typescript",
  fillUniform,
  fillIntegers,
  fillNormal,
  fillBoxMuller,
  fillExponential,
  fillGamma,
  fillBeta,
  fillNegativeBinomial,
  fillZipf,
  fillPoisson,
  fillPoissonOf,
  fillBinomial,
  fillHypergeometric,
  multinomial,
  multinomialOf,
  chain(plan, seed) {
    if (plan.kind === "ngram") return ngramChain(plan, seed);
    if (plan.kind === "multivariate") return multivariateChain(plan, seed);
    if (plan.kind === "regression") return regressionChain(plan, seed);
    if (plan.kind === "densities") return densitiesChain(plan, seed);
    return plan.kind === "categorical" ? categoricalChain(plan, seed) : scalarChain(plan, seed);
  },
  moments,
  watch,
};
