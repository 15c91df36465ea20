import { weightsOf } from "../../models/categorical.ts";
import type { Model } from "../../models/index.ts";
import { exactIsQuick, type TheoryCurve } from "../../models/model.ts";
import { lastOf } from "../../simulate/recording.ts";
import { expectedUnique, heterozygosity, uniqueBounds } from "../../theory/categorical.ts";
import { MAX_DIFFERENT } from "../../theory/symbols.ts";

/** Whether theory must be silent on a model, as it has more different weights than can be told apart. */
export function isTooFine(model: Model, most = MAX_DIFFERENT): boolean {
  if (model.name !== "categorical") return false;
  const { counts, weights, zipf } = model;
  // They all differ, but for those that rounding makes equal: no need to look.
  if (zipf) return zipf.exponent > 0 && zipf.size > most;
  if ((counts ?? weights ?? []).length <= most) return false;
  const rising = weightsOf(model).sort();
  let different = 0;
  for (let i = 0; i < rising.length; ++i) if (rising[i] !== rising[i - 1]) ++different;
  return different > most;
}

/** What theory has to say of the mean of an observable at the given generations; empty where it is silent. */
export function expectedCurves(
  model: Model,
  observable: string,
  generations: readonly number[],
): TheoryCurve[] {
  if (model.name !== "categorical") return [];
  const { samples } = model;
  const asked = { weights: weightsOf(model), samples, generations };
  if (observable === "unique") {
    const { lower, upper } = uniqueBounds(asked);
    if (model.sampling === "poisson") return [{ name: "Theorem 2", side: "exact", values: lower }];
    const exact = exactIsQuick(samples, lastOf(generations));
    return [
      { name: "Corollary 1", side: "lower", values: lower },
      { name: "Corollary 1", side: "upper", values: upper },
      ...(exact ? [{ name: "exact chain", side: "exact" as const, values: expectedUnique(asked) }] : []),
    ];
  }
  if (observable === "heterozygosity" && model.sampling === "multinomial") {
    return [{ name: "exact", side: "exact", values: heterozygosity(asked) }];
  }
  return [];
}
