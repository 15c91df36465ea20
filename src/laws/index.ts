// All that theory says of an experiment, asked in one way: of a survival probability, of the mean of an observable, of
// the time of an event. Everything that shows theory beside a measurement asks here.

import { bernoulliDefinition } from "../models/bernoulli.ts";
import { categoricalDefinition } from "../models/categorical.ts";
import type { WatchedEvent } from "../models/event.ts";
import { gaussianDefinition } from "../models/gaussian.ts";
import type { Model } from "../models/index.ts";
import { mixtureDefinition } from "../models/mixture.ts";
import { definitionOf } from "../models/model.ts";
import { ngramDefinition } from "../models/ngram.ts";
import { poissonDefinition } from "../models/poisson.ts";
import { lastOf } from "../theory/check.ts";
import { bernoulliLaws } from "./bernoulli.ts";
import { categoricalLaws } from "./categorical.ts";
import { gaussianLaws } from "./gaussian.ts";
import type { Law, Laws, TheoryCurve, TheoryTime } from "./law.ts";
import { mixtureLaws } from "./mixture.ts";
import { ngramLaws } from "./ngram.ts";
import { poissonLaws } from "./poisson.ts";

/** By the definition, not the name: that is whose laws they are. */
const laws = new Map<unknown, unknown>([
  [bernoulliDefinition, bernoulliLaws],
  [poissonDefinition, poissonLaws],
  [gaussianDefinition, gaussianLaws],
  [mixtureDefinition, mixtureLaws],
  [categoricalDefinition, categoricalLaws],
  [ngramDefinition, ngramLaws],
]);

const silence: Laws<Model> = { survival: [], mean: [], time: [] };

/** The laws are those of the model's own type, which TypeScript cannot follow. */
const lawsOf = (model: Model): Laws<Model> => (laws.get(definitionOf(model)) ?? silence) as Laws<Model>;

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
  return curves(lawsOf(model).survival, model, event, generations);
}

/** What theory says of the mean of an observable; empty where it is silent. */
export function meanTheory(model: Model, observable: string, generations: readonly number[]): TheoryCurve[] {
  return curves(lawsOf(model).mean, model, observable, generations);
}

/** What theory says of the first generation at which an event no longer holds; empty where it is silent. */
export function timeTheory(model: Model, event: WatchedEvent): TheoryTime[] {
  return applicable(lawsOf(model).time, model, event, 0, 0).map((law) => {
    const { name, side } = law;
    return { name, side, ...law.answer(model, event, []) };
  });
}
