import { parseEvent } from "../../models/event.ts";
import type { Model } from "../../models/index.ts";
import { definitionOf } from "../../models/index.ts";
import * as bernoulli from "../../theory/bernoulli.ts";
import * as gaussian from "../../theory/gaussian.ts";
import * as poisson from "../../theory/poisson.ts";
import { expectedCurves } from "../run/expected.ts";
import { curvesOf, type SheetCurve } from "./sheet.ts";

/** What theory says of a model's survival, at each of the generations. */
export function modelCurves(model: Model, generations: readonly number[], threshold: number): SheetCurve[] {
  switch (model.name) {
    case "bernoulli": {
      const { p, samples } = model;
      return [
        ...survival(model, "p!=0", generations),
        ...survival(model, "p!=0,1", generations),
        exact("heterozygosity", generations, (generation) =>
          bernoulli.heterozygosity({ p, samples, generation }),
        ),
      ];
    }
    case "poisson": {
      const { rate, samples } = model;
      return [
        ...survival(model, "rate!=0", generations),
        exact("mean of rate", generations, (generation) => poisson.mean({ rate, samples, generation })),
        exact("variance of rate", generations, (generation) =>
          poisson.variance({ rate, samples, generation }),
        ),
      ];
    }
    case "gaussian": {
      const { std, samples, estimator } = model;
      const at = (generation: number) => ({ std, samples, estimator, generation });
      const of = `Pr(std>${threshold})`;
      const over = (generation: number) => ({ ...at(generation), threshold });
      return [
        ...curvesOf(of, theoryOf(model, `std>${threshold}`, generations)),
        curve(
          of,
          "order s of the best moment",
          "parameter",
          generations,
          (k) => gaussian.bestMomentBound(over(k)).s,
        ),
        curve(of, "normal law", "approximation", generations, (k) => gaussian.cltSurvival(over(k))),
        exact("mean of std^2", generations, (k) => gaussian.expectedVariance(at(k))),
        exact("squared error of mean", generations, (k) => gaussian.expectedSquaredError(at(k))),
      ];
    }
    case "mixture":
      return survival(model, `std>${threshold}`, generations);
    case "categorical":
      return ["unique", "heterozygosity"].flatMap((name) =>
        curvesOf(`mean of ${name}`, expectedCurves(model, name, generations)),
      );
    case "ngram":
      return [];
  }
}

function theoryOf(model: Model, event: string, generations: readonly number[]) {
  const definition = definitionOf(model.name);
  return definition.theory(model, parseEvent(event, definition.observables, "event"), generations);
}

function survival(model: Model, event: string, generations: readonly number[]): SheetCurve[] {
  return curvesOf(`Pr(${event})`, theoryOf(model, event, generations));
}

function curve(
  of: string,
  name: string,
  side: SheetCurve["side"],
  generations: readonly number[],
  value: (generation: number) => number,
): SheetCurve {
  return { of, name, side, values: generations.map(value) };
}

const exact = (of: string, generations: readonly number[], value: (generation: number) => number) =>
  curve(of, "exact", "exact", generations, value);
