import { invalid, oneOf } from "../check/errors.ts";
import { isBag, readFields } from "../check/given.ts";
import { type BernoulliModel, bernoulliDefinition } from "./bernoulli.ts";
import { type CategoricalModel, categoricalDefinition } from "./categorical.ts";
import { type GaussianModel, gaussianDefinition } from "./gaussian.ts";
import { type MixtureModel, mixtureDefinition } from "./mixture.ts";
import { type CommonOptions, define, isMade, type ModelDefinition } from "./model.ts";
import type { NgramModel } from "./ngram/model.ts";
import { ngramDefinition } from "./ngram.ts";
import { type PoissonModel, poissonDefinition } from "./poisson.ts";

export type Model =
  | BernoulliModel
  | PoissonModel
  | GaussianModel
  | MixtureModel
  | CategoricalModel
  | NgramModel;
export type ModelName = Model["name"];

/** Every model, by name. A new one is added here, and nowhere else in this folder. */
const definitions = {
  bernoulli: bernoulliDefinition,
  poisson: poissonDefinition,
  gaussian: gaussianDefinition,
  mixture: mixtureDefinition,
  categorical: categoricalDefinition,
  ngram: ngramDefinition,
};

/** The names of what can be observed of a model. */
export type ObservableOf<M extends Model> = Own<(typeof definitions)[M["name"]]>;
type Own<D> = D extends {
  readonly observables: readonly (infer O)[];
  readonly derived?: readonly (infer E)[];
}
  ? (O | (D extends { readonly derived: unknown } ? E : never)) & string
  : never;

/** An event of a model as it may be written, as in `"std>0.1"`; whether what follows is a number is not seen here. */
export type EventOf<M extends Model> = `${ObservableOf<M>}${"" | " "}${">" | "<" | "!="}${string}`;

export const modelNames = Object.keys(definitions) as ModelName[];

/** How the models of a name are run. The definition is that of their own type, which TypeScript cannot follow. */
export function definitionNamed(name: ModelName): ModelDefinition<Model & CommonOptions> {
  return definitions[name] as unknown as ModelDefinition<Model & CommonOptions>;
}

/**
 * The one door for models: what `gaussian()` & co. made is checked already and goes through as it is; a plain object, as it
 * stands in an experiment file, is checked.
 */
export function checkModel(model: unknown, place = "model."): Model {
  if (isMade(model)) return model as Model;
  if (!isBag(model)) {
    throw invalid("model", model, `an object made by ${modelNames.map((name) => `${name}()`).join(", ")}`);
  }
  const { name } = readFields(model as { name?: unknown }, ["name"]);
  if (!modelNames.includes(name as ModelName)) {
    throw invalid(`${place}name`, name, oneOf(modelNames));
  }
  return define(definitionNamed(name as ModelName), model, place) as Model;
}
