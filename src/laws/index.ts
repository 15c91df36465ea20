// All that theory says of an experiment, asked in one way: of a survival probability, of the mean of an observable, of
// the time of an event. Everything that shows theory beside a measurement asks here.

import { isPlain } from "../experiment/regime.ts";
import { bernoulliDefinition } from "../models/bernoulli.ts";
import { categoricalDefinition } from "../models/categorical.ts";
import { empiricalDefinition } from "../models/empirical.ts";
import type { WatchedEvent } from "../models/event.ts";
import { type GaussianModel, gaussianDefinition, type UsualGaussian } from "../models/gaussian.ts";
import { type BuiltInModel, isBuiltIn, type Model } from "../models/index.ts";
import { kdeDefinition } from "../models/kde.ts";
import { mixtureDefinition } from "../models/mixture.ts";
import { definitionOf } from "../models/model.ts";
import { multivariateDefinition } from "../models/multivariate.ts";
import { ngramDefinition } from "../models/ngram.ts";
import { poissonDefinition } from "../models/poisson.ts";
import { regressionDefinition } from "../models/regression.ts";
import { lastOf } from "../theory/check.ts";
import { bernoulliLaws } from "./bernoulli.ts";
import { categoricalLaws } from "./categorical.ts";
import { empiricalLaws, kdeLaws } from "./densities.ts";
import {
  bernoulliDerivedLaws,
  categoricalDerivedLaws,
  gaussianDerivedLaws,
  plainly,
  poissonDerivedLaws,
} from "./derived.ts";
import { fittedCategoricalLaws } from "./fitted-categorical.ts";
import { fittedGaussianLaws } from "./fitted-gaussian.ts";
import { gaussianLaws } from "./gaussian.ts";
import { AFFORDABLE, type Law, type Laws, type MeanLaw, type TheoryCurve, type TheoryTime } from "./law.ts";
import { mixtureLaws } from "./mixture.ts";
import { multivariateLaws, multivariateMeanLaws, multivariateRegimeLaws } from "./multivariate.ts";
import { ngramLaws } from "./ngram.ts";
import { poissonLaws } from "./poisson.ts";
import {
  bernoulliRegimeLaws,
  categoricalRegimeLaws,
  gaussianRegimeLaws,
  poissonRegimeLaws,
  type Setup,
} from "./regimes.ts";
import { regressionLaws } from "./regression.ts";

export { presenceTheory } from "./presence.ts";

const silence: Laws<Model> = { survival: [], mean: [], time: [] };
const silent = silence as Laws<never>;

/** A model's laws for replaced data and for any, with those that hold for both. */
const both = <M extends BuiltInModel>(
  replaced: Laws<M>,
  any: Laws<Setup<M>>,
  derived: readonly MeanLaw<Setup<M>>[],
): readonly [Laws<M>, Laws<Setup<M>>] => [
  { ...replaced, mean: [...replaced.mean, ...plainly(derived)] },
  { ...any, mean: [...any.mean, ...derived] },
];

/** Laws for any data, of data that are replaced. */
const plain = <M extends BuiltInModel>({ survival, mean }: Laws<Setup<M>>): Laws<M> => ({
  survival: plainly(survival),
  mean: plainly(mean),
  time: [],
});

/** By the definition, not the name: that is whose laws they are; for replaced data, and for any. */
const laws = new Map<unknown, readonly [replaced: unknown, any: unknown]>([
  [bernoulliDefinition, both(bernoulliLaws, bernoulliRegimeLaws, bernoulliDerivedLaws)],
  [poissonDefinition, both(poissonLaws, poissonRegimeLaws, poissonDerivedLaws)],
  [gaussianDefinition, both(gaussianLaws, gaussianRegimeLaws, gaussianDerivedLaws)],
  [mixtureDefinition, [mixtureLaws, silence]],
  [categoricalDefinition, both(categoricalLaws, categoricalRegimeLaws, categoricalDerivedLaws)],
  [ngramDefinition, [ngramLaws, silence]],
  [multivariateDefinition, both(multivariateLaws, multivariateRegimeLaws, multivariateMeanLaws)],
  [regressionDefinition, [plain(regressionLaws), regressionLaws]],
  [kdeDefinition, both(silent, silent, kdeLaws)],
  [empiricalDefinition, both(silent, silent, empiricalLaws)],
]);

/** Of models that are fitted by another estimator, or sampled from by a rule: for any data. */
const fittedLaws = new Map<unknown, unknown>([
  [gaussianDefinition, fittedGaussianLaws],
  [categoricalDefinition, fittedCategoricalLaws],
]);

/** Of an experiment, what its laws depend on, and those that there are. They are those of the model's own type, which TypeScript cannot follow. */
function lawsOf({ model, regime }: Setup): { subject: Model; laws: Laws<Model> } {
  const definition = definitionOf(model);
  const usual = isUsual(model);
  const fitted = fittedLaws.get(definition) ?? silence;
  const [replaced, any] = (usual ? laws.get(definition) : [silence, fitted]) ?? [silence, silence];
  return isPlain(regime) && usual
    ? { subject: model, laws: replaced as Laws<Model> }
    : { subject: { model, regime } as unknown as Model, laws: any as Laws<Model> };
}

export type UsualModel = Exclude<BuiltInModel, GaussianModel> | UsualGaussian;

/** Whether a model is fitted in the way that laws speak of, and sampled from as it was fitted: others take a loop of their own. */
export const isUsual = (model: Model): model is UsualModel =>
  isBuiltIn(model) && (definitionOf<BuiltInModel>(model).isUsual?.(model) ?? true);

export type { Setup };

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
  subject: Model,
  question: Question,
  generations: readonly number[],
): TheoryCurve[] {
  if (generations.length === 0) return [];
  return applicable(list, subject, question, lastOf(generations), generations.length).map((law) => {
    const { name, side, note } = law;
    return { name, side, ...(note && { note }), values: law.answer(subject, question, generations) };
  });
}

/** What theory says of the probability that an event still holds; empty where it is silent. */
export function survivalTheory(
  setup: Setup,
  event: WatchedEvent,
  generations: readonly number[],
): TheoryCurve[] {
  const { subject, laws } = lawsOf(setup);
  return curves(laws.survival, subject, event, generations);
}

/** What theory says of the mean of an observable; empty where it is silent. */
export function meanTheory(setup: Setup, observable: string, generations: readonly number[]): TheoryCurve[] {
  const { subject, laws } = lawsOf(setup);
  return curves(laws.mean, subject, observable, generations);
}

/** What theory says of the first generation at which an event no longer holds; empty where it is silent. */
export function timeTheory(setup: Setup, event: WatchedEvent): TheoryTime[] {
  const { subject, laws } = lawsOf(setup);
  return applicable(laws.time, subject, event, 0, 0).map((law) => {
    const { name, side } = law;
    return { name, side, ...law.answer(subject, event, []) };
  });
}
