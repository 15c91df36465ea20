import { weightsOf } from "../../models/categorical.ts";
import type { Model } from "../../models/index.ts";
import { exactIsQuick, type TheoryCurve } from "../../models/model.ts";
import { expectedUnique, heterozygosity, uniqueBounds } from "../../theory/categorical.ts";
import { lastOf } from "../../theory/check.ts";

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
