import { isPlain } from "../../experiment/regime.ts";
import { isUsual, meanTheory, type Setup, survivalTheory, type UsualModel } from "../../laws/index.ts";
import { parseEvent } from "../../models/event.ts";
import type { BuiltInModel } from "../../models/index.ts";
import { definitionOf, observablesOf } from "../../models/model.ts";
import * as bernoulli from "../../theory/bernoulli.ts";
import * as gaussian from "../../theory/gaussian.ts";
import { curvesOf, type SheetCurve } from "./sheet.ts";

/** The events of a model that theory has most to say of. */
export function eventsOf(model: BuiltInModel, threshold: number): string[] {
  switch (model.name) {
    case "bernoulli":
      return ["p!=0", "p!=0,1"];
    case "poisson":
      return ["rate!=0"];
    case "gaussian":
    case "mixture":
      return [`std>${threshold}`];
    case "categorical":
      return ["unique>1"];
    case "regression":
      return [`error>${threshold}`];
    case "ngram":
    case "kde":
    case "empirical":
      return [];
    case "multivariate":
      return [`detRatio>${2 ** -model.dimension}`];
  }
}

/** What theory says of a model at each of the generations: of survival, of means, and some more. */
export function modelCurves(
  setup: Setup<BuiltInModel>,
  generations: readonly number[],
  threshold: number,
): SheetCurve[] {
  const { model } = setup;
  const observables = observablesOf(definitionOf(model));
  return [
    ...eventsOf(model, threshold).flatMap((text) =>
      curvesOf(`Pr(${text})`, survivalTheory(setup, parseEvent(text, observables, "event"), generations)),
    ),
    ...observables.flatMap((name) => curvesOf(`mean of ${name}`, meanTheory(setup, name, generations))),
    ...(isPlain(setup.regime) && isUsual(model) ? furtherCurves(model, generations, threshold) : []),
  ];
}

/** Of quantities that no run measures. */
function furtherCurves(model: UsualModel, generations: readonly number[], threshold: number): SheetCurve[] {
  const curve = (
    of: string,
    value: (generation: number) => number,
    name = "exact",
    side: SheetCurve["side"] = "exact",
  ): SheetCurve => ({ of, name, side, values: generations.map(value) });
  switch (model.name) {
    case "bernoulli": {
      const { p, samples } = model;
      return [curve("heterozygosity", (generation) => bernoulli.heterozygosity({ p, samples, generation }))];
    }
    case "gaussian": {
      const { std, samples, estimator } = model;
      const at = (generation: number) => ({ std, samples, estimator, generation });
      const of = `Pr(std>${threshold})`;
      return [
        curve(
          of,
          (k) => gaussian.bestMomentBound({ ...at(k), threshold }).s,
          "order s of the best moment",
          "parameter",
        ),
        curve(of, (k) => gaussian.cltSurvival({ ...at(k), threshold }), "normal law", "approximation"),
      ];
    }
    default:
      return [];
  }
}
