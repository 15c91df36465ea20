// All that theory says of an experiment, asked in one way: of a survival probability, of the mean of an observable, of
// the time of an event. Everything that shows theory beside a measurement asks here.

import type { WatchedEvent } from "../models/event.ts";
import type { Model, ModelName } from "../models/index.ts";
import { lastOf } from "../theory/check.ts";
import { bernoulliLaws } from "./bernoulli.ts";
import { categoricalLaws } from "./categorical.ts";
import { gaussianLaws } from "./gaussian.ts";
import type { Law, Laws, TheoryCurve, TheoryTime } from "./law.ts";
import { mixtureLaws } from "./mixture.ts";
import { ngramLaws } from "./ngram.ts";
import { poissonLaws } from "./poisson.ts";

const laws = {
  bernoulli: bernoulliLaws,
  poisson: poissonLaws,
  gaussian: gaussianLaws,
  mixture: mixtureLaws,
  categorical: categoricalLaws,
  ngram: ngramLaws,
};

/** The laws are those of the model's own type, which TypeScript cannot follow. */
const lawsOf = (name: ModelName): Laws<Model> => laws[name] as unknown as Laws<Model>;

/** A law that takes more multiplications than this, a few seconds, is left out. */
const AFFORDABLE = 2e9;

function applicable<Question, Answer>(
  list: readonly Law<Model, Question, Answer>[],
  model: Model,
  question: Question,
  last: number,
  generations: number,
): readonly Law<Model, Question, Answer>[] {
  return list.filter(
    (law) => law.holds(model, question) && (law.cost?.(model, last, generations) ?? 0) <= AFFORDABLE,
  );
}

function curves<Question>(
  list: readonly Law<Model, Question, Float64Array>[],
  model: Model,
  question: Question,
  generations: readonly number[],
): TheoryCurve[] {
  if (generations.length === 0) return [];
  return applicable(list, model, question, lastOf(generations), generations.length).map((law) => {
    const { name, side, note } = law;
    return { name, side, ...(note && { note }), values: law.answer(model, question, generations) };
  });
}

/** What theory says of the probability that an event still holds; empty where it is silent. */
export function survivalTheory(
  model: Model,
  event: WatchedEvent,
  generations: readonly number[],
): TheoryCurve[] {
  return curves(lawsOf(model.name).survival, model, event, generations);
}

/** What theory says of the mean of an observable; empty where it is silent. */
export function meanTheory(model: Model, observable: string, generations: readonly number[]): TheoryCurve[] {
  return curves(lawsOf(model.name).mean, model, observable, generations);
}

/** What theory says of the first generation at which an event no longer holds; empty where it is silent. */
export function timeTheory(model: Model, event: WatchedEvent): TheoryTime[] {
  return applicable(lawsOf(model.name).time, model, event, 0, 0).map((law) => {
    const { name, side } = law;
    return { name, side, ...law.answer(model, event, []) };
  });
}
