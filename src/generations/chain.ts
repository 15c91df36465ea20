import type { Chain } from "../kernels/chain.ts";
import { commonWidth } from "../kernels/densities.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { widthOf as multivariateWidth } from "../kernels/multivariate.ts";
import type {
  ChainPlan,
  DensitiesPlan,
  MixturePlan,
  MultivariatePlan,
  ScalarPlan,
} from "../kernels/plans.ts";
import { REPLACE, type RegimePlan } from "../kernels/regime.ts";
import { widthOf } from "../kernels/rows.ts";
import type { Key } from "../seed.ts";
import { categoricalChain } from "./categorical.ts";
import { customChain } from "./custom/chain.ts";
import type { CustomPlan } from "./custom/parts.ts";
import { bernoulli } from "./families/bernoulli.ts";
import { densities } from "./families/densities.ts";
import { gaussian } from "./families/gaussian.ts";
import { mixture } from "./families/mixture.ts";
import { mixtureMoments } from "./families/mixture-moments.ts";
import { multivariate } from "./families/multivariate.ts";
import { multivariateOnPoints } from "./families/multivariate-points.ts";
import { onPoints } from "./families/points.ts";
import { poisson } from "./families/poisson.ts";
import { loop } from "./loop.ts";
import { ngramChain } from "./ngram.ts";
import { regressionChain } from "./regression.ts";

/** What any chain needs to know of its model. */
export type Plan = ChainPlan | CustomPlan;

/** Makes ready to run trajectories: fused, where each generation is trained on the last one's data alone. */
export function chainOf(plan: Plan, seed: Key, kernels: Kernels): Chain {
  if (plan.kind === "custom") return customChain(plan, seed);
  const { regime } = plan;
  if (plan.kind === "densities") return densitiesChain(plan, seed, kernels);
  if (regime === undefined) return kernels.chain(plan, seed);
  switch (plan.kind) {
    case "categorical":
      return categoricalChain(plan, regime, seed, kernels);
    case "bernoulli":
    case "poisson":
    case "gaussian":
      return fewChain(plan, regime, seed, kernels);
    case "mixture":
      return mixtureChain(plan, regime, seed);
    case "ngram":
      return ngramChain(plan, regime, seed);
    case "multivariate":
      return multivariateChain(plan, regime, seed);
    case "regression":
      return regressionChain(plan, regime, seed, kernels);
  }
}

const died = () => new Uint32Array(0);

/** Points are kept where an estimator reads them, or a part of them is drawn; the trajectories have a turn each then. */
function mixtureChain(plan: MixturePlan, regime: RegimePlan, seed: Key): Chain {
  const asked = { ...plan, watched: plan.mask, width: 1 };
  if (plan.estimator !== "approximate-ml" || regime.name === "accumulate-subsample")
    return { ...loop(mixture(plan), regime, asked, seed), died };
  return {
    ...loop({ thin() {}, ...mixtureMoments(plan) }, regime, { ...asked, width: widthOf(plan) }, seed),
    died,
  };
}

function fewChain(plan: ScalarPlan, regime: RegimePlan, seed: Key, kernels: Kernels): Chain {
  const asked = { ...plan, watched: plan.mask, width: widthOf(plan) };
  if (plan.kind !== "bernoulli" && regime.name === "accumulate-subsample") {
    const family = onPoints(plan, plan.kind === "poisson" ? poisson(plan) : gaussian(plan));
    return { ...loop(family, regime, { ...asked, width: 1 }, seed), died };
  }
  // A function of the caller's is not for WebAssembly to call.
  if (kernels.generations && !plan.ownFit) return kernels.generations(plan, regime, seed);
  const family = { bernoulli, poisson, gaussian }[plan.kind](plan);
  // No other regime takes a part of a pool.
  return { ...loop({ thin() {}, ...family }, regime, asked, seed), died };
}

function multivariateChain(plan: MultivariatePlan, regime: RegimePlan, seed: Key): Chain {
  const width = multivariateWidth(plan);
  if (regime.name === "accumulate-subsample")
    return { ...loop(multivariateOnPoints(plan), regime, { ...plan, width: 1 }, seed), died };
  return { ...loop({ thin() {}, ...multivariate(plan) }, regime, { ...plan, width }, seed), died };
}

/** All data points of a pool are kept: the trajectories have a turn each. */
function densitiesChain(plan: DensitiesPlan, seed: Key, kernels: Kernels): Chain {
  const { regime = REPLACE, mask, truth } = plan;
  // Moments alone, of a truth that is drawn as an estimate is.
  if (plan.regime === undefined && mask < 4 && commonWidth(truth) !== undefined)
    return kernels.chain(plan, seed);
  return { ...loop(densities(plan, regime.name, kernels), regime, { ...plan, width: 1 }, seed), died };
}
