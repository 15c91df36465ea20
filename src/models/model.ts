import * as v from "valibot";
import { invalid } from "../check/errors.ts";
import { parse } from "../check/schema.ts";
import type { Plan } from "../generations/chain.ts";
import type { ChainPlan } from "../kernels/plans.ts";

/** How one model is run. `M` is its checked options, `O` its observables. */
export interface ModelRun<M extends object, O extends readonly string[] = readonly string[]> {
  /** Names of what can be observed, in the order of the kernel's bits. */
  readonly observables: O;
  /** Names of what follows from those, or from the shares of all symbols: see src/generations/derived. */
  readonly derived?: readonly string[];
  /** Those recorded unless asked otherwise. */
  readonly recorded: readonly O[number][];
  /** The observables at generation 0, in the same order; left out where the chain works them out. */
  initial?(model: M): readonly number[];
  /** What the kernel needs; bit i of `mask` asks for observable i, of `watched` for it at every generation. */
  plan(model: M, mask: number, watched: number): Plan;
  /** Whether it is fitted, and sampled from, as its laws say; left out where every model is. */
  isUsual?(model: M): boolean;
  /** The model as results show it, where that is not the model itself. */
  echo?(model: M): object;
  /** Where it is no model of the library: its code. */
  readonly source?: string;
}

/** The same, and what its options may be: what every file of this folder defines, but that of models of one's own. */
export interface ModelDefinition<M extends CommonOptions, O extends readonly string[] = readonly string[]>
  extends ModelRun<M, O> {
  /** Checks the options, `name` included, and fills in defaults. A strict object; it says what each option is. */
  readonly schema: v.GenericSchema<unknown, M>;
  /** Options of which exactly one has to be given. */
  readonly oneOf?: readonly string[];
  /** Checks what takes more than one option to see. The lists of what it returns are copies of those that were given. */
  check?(model: M, place: string): M;
  plan(model: M, mask: number, watched: number): ChainPlan;
}

/** All that can be observed of a model, derived observables last. */
export const observablesOf = ({
  observables,
  derived = [],
}: Pick<ModelRun<never>, "observables" | "derived">): string[] => [...observables, ...derived];

/** The options that all models share. */
export interface CommonOptions {
  readonly name: string;
  readonly samples: number;
  readonly method?: "statistic" | "binomial-splitting" | "samples";
}

/** A model's name, which its own function need not be told. */
export function named<const T extends string>(name: T) {
  return v.optional(v.literal(name, JSON.stringify(name)), name);
}

/** What options that most models have are. */
export const SAMPLES = "samples each generation is fitted to";
export const METHOD = "draw the statistic, or all samples";

/** Samples drawn one by one: more than this in a generation would take minutes and say nothing new. */
const MAX_DRAWS = 100_000_000;

/** Every model that was made, and its definition: what is in here was checked, and is not checked again. */
const made = new WeakMap<object, unknown>();

/** Whether this very object is a model that `define()` returned. */
export const isMade = (model: unknown): model is object => made.has(model as object);

/** How a model is run that was made here. */
export function definitionOf<M extends CommonOptions>(model: M): ModelDefinition<M>;
export function definitionOf<M extends object>(model: M): ModelRun<M>;
export function definitionOf(model: object): unknown {
  return made.get(model);
}

/** Checks a model's options and makes a model of them. `place` goes before their names in messages. */
export function define<M extends CommonOptions>(
  definition: ModelDefinition<M>,
  options: object,
  place = "",
): M {
  const parsed = parse(definition.schema, options, place);
  const model = definition.check?.(parsed, place) ?? parsed;
  if (model.method === "samples" && model.samples > MAX_DRAWS) {
    const allowed = `at most ${MAX_DRAWS} with method "samples"; "statistic" has no limit`;
    throw invalid(`${place}samples`, model.samples, allowed);
  }
  return make(definition, model);
}

/** Makes a model of options that were checked, and whose lists nobody else holds. */
export function make<M extends object>(definition: ModelRun<M>, checked: M): M {
  for (const option of Object.values(checked)) {
    if (ArrayBuffer.isView(option)) Object.defineProperty(option, "toJSON", { value: toArray });
  }
  made.set(checked, definition);
  return Object.freeze(checked);
}

/** As JSON a list is an array, wherever it is found: in a model, or in what was made of one. */
function toArray(this: Float64Array): number[] {
  return Array.from(this);
}

/** A model as results show it: plain data, in place of a long text a description of it, and of a function the word "custom". */
export function echoModel<M extends object>(model: M): object {
  const shown = definitionOf(model).echo?.(model) ?? model;
  const plain = (value: unknown) => {
    if (typeof value === "function") return "custom";
    return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  };
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, plain(value)]));
}
