import type { Chain } from "../kernels/chain.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { RegressionPlan } from "../kernels/plans.ts";
import { hasReal, type RegimePlan } from "../kernels/regime.ts";
import type { Key } from "../seed.ts";
import { regression } from "./families/regression.ts";
import { regressionRows } from "./families/regression-rows.ts";
import { loop } from "./loop.ts";

/**
 * Regression where data are kept, real or of growing sizes. A kernel has the steps of a fixed design, which are alike in
 * all generations of equal size; otherwise normal equations stand for the rows, unless it matters which ones they are.
 */
export function regressionChain(
  plan: RegressionPlan,
  regime: RegimePlan,
  seed: Key,
  kernels: Kernels,
): Chain {
  if (regime.name === "accumulate" && regime.growth.rate === 0 && !hasReal(regime) && !plan.fresh)
    return kernels.chain(plan, seed);
  const asked = { ...plan, watched: plan.mask, width: 1 };
  const chain = picksRows(plan, regime)
    ? loop(regressionRows(plan), regime, asked, seed)
    : loop({ thin() {}, ...regression(plan) }, regime, asked, seed);
  return { ...chain, died: () => new Uint32Array(0) };
}

/** Whether rows of a pool are drawn, or those of a fixed design that are real. */
export const picksRows = (
  { fresh }: Pick<RegressionPlan, "fresh">,
  { name, realShare }: Pick<RegimePlan, "name" | "realShare">,
) => name === "accumulate-subsample" || (realShare > 0 && !fresh);
