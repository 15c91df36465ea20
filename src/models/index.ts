import { invalid, oneOf } from "../check/errors.ts";
import { isBag, readFields } from "../check/given.ts";
import { type BernoulliModel, type BernoulliObservable, bernoulliDefinition } from "./bernoulli.ts";
import { type CategoricalModel, type CategoricalObservable, categoricalDefinition } from "./categorical.ts";
import { type CustomModel, type CustomOptions, custom } from "./custom.ts";
import { type EmpiricalModel, type EmpiricalObservable, empiricalDefinition } from "./empirical.ts";
import { type GaussianModel, type GaussianObservable, gaussianDefinition } from "./gaussian.ts";
import { type KdeModel, type KdeObservable, kdeDefinition } from "./kde.ts";
import { type MixtureModel, type MixtureObservable, mixtureDefinition } from "./mixture.ts";
import { define, isMade, type ModelDefinition } from "./model.ts";
import {
  type MultivariateModel,
  type MultivariateObservable,
  multivariateDefinition,
} from "./multivariate.ts";
import type { NgramModel } from "./ngram/model.ts";
import { type NgramObservable, ngramDefinition } from "./ngram.ts";
import { type PoissonModel, type PoissonObservable, poissonDefinition } from "./poisson.ts";
import { type RegressionModel, type RegressionObservable, regressionDefinition } from "./regression.ts";

/** A model of the library. */
export type BuiltInModel =
  | BernoulliModel
  | PoissonModel
  | GaussianModel
  | MixtureModel
  | CategoricalModel
  | NgramModel
  | MultivariateModel
  | RegressionModel
  | KdeModel
  | EmpiricalModel;
export type ModelName = BuiltInModel["name"];

/** What can be simulated. */
export type Model = BuiltInModel | CustomModel;

/** Every model, by name. A new one is added here and below, and nowhere else in this folder. */
const definitions = {
  bernoulli: bernoulliDefinition,
  poisson: poissonDefinition,
  gaussian: gaussianDefinition,
  mixture: mixtureDefinition,
  categorical: categoricalDefinition,
  ngram: ngramDefinition,
  multivariate: multivariateDefinition,
  regression: regressionDefinition,
  kde: kdeDefinition,
  empirical: empiricalDefinition,
};

interface Observables {
  readonly bernoulli: BernoulliObservable;
  readonly poisson: PoissonObservable;
  readonly gaussian: GaussianObservable;
  readonly mixture: MixtureObservable;
  readonly categorical: CategoricalObservable;
  readonly ngram: NgramObservable;
  readonly multivariate: MultivariateObservable;
  readonly regression: RegressionObservable;
  readonly kde: KdeObservable;
  readonly empirical: EmpiricalObservable;
}

/** The names of what can be observed of a model. */
export type ObservableOf<M extends Model> = M extends BuiltInModel
  ? Observables[M["name"]]
  : M["observables" & keyof M] extends readonly (infer Name extends string)[]
    ? Name
    : never;

/** An event of a model as it may be written, as in `"std>0.1"`; whether what follows is a number is not seen here. */
export type EventOf<M extends Model> = `${ObservableOf<M>}${"" | " "}${">" | "<" | "!="}${string}`;

export const modelNames = Object.keys(definitions) as ModelName[];

/** How the models of a name are run. The definition is that of their own type, which TypeScript cannot follow. */
export function definitionNamed(name: ModelName): ModelDefinition<BuiltInModel> {
  return definitions[name] as unknown as ModelDefinition<BuiltInModel>;
}

/**
 * The one door for models: what `gaussian()` & co. made is checked already and goes through as it is; a plain object, as it
 * stands in an experiment file, is checked.
 */
export function checkModel(model: unknown, place = "model."): Model {
  if (isMade(model)) return checkName(model as Model);
  if (!isBag(model)) {
    const makers = [...modelNames, "custom", "moduleModel"].map((name) => `${name}()`);
    throw invalid("model", model, `an object with a name and options, or made by ${makers.join(", ")}`);
  }
  const { name, generation } = readFields(model as { name?: unknown; generation?: unknown }, [
    "name",
    "generation",
  ]);
  // Made by another copy of the library, or by nobody.
  if (typeof generation === "function")
    return checkName(custom(model as CustomOptions<unknown, readonly string[]>));
  if (!modelNames.includes(name as ModelName)) {
    throw invalid(`${place}name`, name, oneOf(modelNames));
  }
  return define(definitionNamed(name as ModelName), model, place) as Model;
}

/** Whether it is a model of the library, whose name then tells which. */
export const isBuiltIn = (model: Model): model is BuiltInModel => !("generation" in model);

/** A name tells what a model is: those of the library are not for others. */
function checkName(model: Model): Model {
  if (!isBuiltIn(model) && modelNames.includes(model.name as ModelName)) {
    throw invalid("model.name", model.name, "a name of its own, for a model of your own");
  }
  return model;
}
