import { hasOnlySynthetic, type Regime } from "../experiment/regime.ts";
import type { WatchedEvent } from "../models/event.ts";
import type { RegressionModel } from "../models/regression.ts";
import type { RegimeLaw } from "../theory/regimes/index.ts";
import { regimeOf } from "../theory/regimes/regime.ts";
import * as theory from "../theory/regression.ts";
import { isMeanKnown } from "../theory/regression-options.ts";
import { type Laws, over } from "./law.ts";
import { type Setup, stepCost } from "./regimes.ts";

const asked = ({ model: { name: _, ...options }, regime }: Setup<RegressionModel>) => ({
  ...options,
  regime: regime as RegimeLaw,
});

/** For any data, of which replaced ones are one kind. */
export const regressionLaws: Laws<Setup<RegressionModel>> = {
  survival: [
    {
      name: "F law",
      side: "exact",
      source: "Anderson, An Introduction to Multivariate Statistical Analysis (2003), ch. 5",
      holds: ({ model: { design }, regime }, { operator }) =>
        design === "fixed" && hasOnlySynthetic(regime) && regime.growth === undefined && operator !== "!=",
      cost: stepCost,
      answer: survival,
    },
  ],
  mean: [
    {
      name: "exact mean",
      side: "exact",
      source: "Gerstgrasser et al., arXiv:2404.01413; Kazdan et al., arXiv:2410.16713",
      holds: ({ model, regime }) =>
        isMeanKnown(regimeOf(regime as RegimeLaw, model.samples), model.design) && hasMean(model, regime),
      cost: stepCost,
      answer: (setup, _, generations) => theory.meanError({ ...asked(setup), generations }),
    },
  ],
  time: [],
};

function survival(
  setup: Setup<RegressionModel>,
  event: WatchedEvent,
  generations: readonly number[],
): Float64Array {
  const { dimension, samples, noise } = setup.model;
  const regime = setup.regime as { name: "replace" | "accumulate" };
  const { operator, values } = event;
  const [threshold] = values;
  const isAbove = operator.startsWith(">");
  // No error is below 0, and that of generation 0 is 0.
  if (threshold < 0) return over(generations, () => (isAbove ? 1 : 0));
  const atTruth = threshold === 0 ? operator.endsWith("=") : !isAbove;
  const above = theory.survival({ dimension, samples, noise, regime, threshold, generations });
  return above.map((p, i) => (generations[i] === 0 ? Number(atTruth) : isAbove ? p : 1 - p));
}

/** Whether every fit that has a part in the error has more than d + 1 rows: otherwise its mean is infinite. */
function hasMean({ samples, dimension }: RegressionModel, regime: Regime): boolean {
  const fits = regime.name === "weighted" ? [regime.realSamples, samples - regime.realSamples] : [samples];
  return fits.every((rows) => rows > dimension + 1);
}
