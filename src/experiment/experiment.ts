import * as v from "valibot";
import { invalid, oneOf } from "../check/errors.ts";
import { listOf } from "../check/given.ts";
import { described, integer, list, parse } from "../check/schema.ts";
import type { RegimePlan } from "../kernels/regime.ts";
import { parseEvent, type WatchedEvent } from "../models/event.ts";
import { checkModel, type EventOf, type Model, type ObservableOf } from "../models/index.ts";
import { definitionOf, type ModelRun, observablesOf } from "../models/model.ts";
import { isSeed, MAX_INTEGER, randomSeed, SEED_ALLOWED } from "../seed.ts";
import { recordedGenerations } from "./recording.ts";
import { checkRegime, PLAIN, type Regime } from "./regime.ts";

/** Names of a certain model are its own; of any model, as in a file, they are texts, and checked when they are used. */
type Names<M extends Model, Own extends string> = readonly (string extends ObservableOf<M> ? string : Own)[];

/**
 * What to simulate. As JSON it is an experiment file. Where the model is a certain one, `Experiment<GaussianModel>`,
 * the names of events and observables are checked by TypeScript too; names that a program puts together fit an
 * `Experiment`.
 */
export interface Experiment<M extends Model = Model> {
  /** For editors: where the JSON Schema of experiment files is. It is passed over. */
  $schema?: string;
  /** Made by `bernoulli()`, `poisson()`, `gaussian()`, `mixture()`, `categorical()`, `ngram()`, `kde()`, `empirical()`, `custom()` or `moduleModel()`. */
  model: M;
  /** What data each generation is trained on: a `Regime`, or its name where that is all (default `"replace"`). */
  regime?: Regime | Regime["name"];
  /** Refits after generation 0: an integer from 1 to 2,147,483,647. */
  generations: number;
  /** Independent runs: an integer from 1 to 2^53-1. */
  trajectories: number;
  /** An integer from 0 to 2^53-1, or a string (default: a random integer, given back in the result). */
  seed?: number | string;
  /** Events to watch at every generation, as in `"std>0.1"` or `"p!=0,1"`. */
  survival?: Names<M, EventOf<M>>;
  /** Which observables to record (default: those of the model's table). */
  observables?: Names<M, ObservableOf<M>>;
  /**
   * Which generations to record: `"all"`; `"every:N"`, the multiples of N; or `"log:N"`, N of them to every power of ten, evenly
   * spread on a logarithmic scale: `"log:3"` keeps 0, 1, 2, 5, 10, 22, 46, 100, … The first and the last are always among them
   * (default: all up to 1,000, else about 400).
   */
  record?: string;
}

/** An experiment as it was run: nothing left out. */
export type NormalisedExperiment = Readonly<
  { regime: Regime } & Required<
    Pick<Experiment, "model" | "generations" | "trajectories" | "seed" | "survival" | "observables">
  > &
    Pick<Experiment, "record">
>;

/** An experiment, checked, with what follows from it. */
export interface Checked {
  readonly experiment: NormalisedExperiment;
  /** How its model is run. */
  readonly definition: ModelRun<Model>;
  /** Where the data of a generation come from, for the chain. */
  readonly regime: RegimePlan;
  readonly events: readonly WatchedEvent[];
  /** The recorded generations. */
  readonly generations: readonly number[];
}

const EVENTS = "an array of events, as in std>0.1";
const OBSERVABLES = "an array of observables";

/** What is checked here, and, for editors, some of what is checked elsewhere. */
export const experimentSchema = v.strictObject({
  $schema: v.optional(v.string("a string")),
  model: v.optional(v.unknown()),
  regime: v.optional(v.unknown()),
  generations: described("refits after generation 0", integer(1, 2147483647)),
  trajectories: described("independent runs", integer(1)),
  seed: v.optional(
    described(
      "an integer or a string (default: a random one, echoed)",
      v.pipe(
        v.custom<number | string>(isSeed, SEED_ALLOWED),
        v.metadata({ type: ["integer", "string"], minimum: 0, maximum: MAX_INTEGER }),
      ),
    ),
  ),
  survival: v.optional(
    described("events to watch, as in 'std>0.1' or 'p!=0,1'", list(EVENTS, v.string())),
    () => [],
  ),
  observables: v.optional(described("what to record", list(OBSERVABLES, v.string()))),
  record: v.optional(
    described(
      "generations to record: all, every:N or log:N (default: all, up to 1,000)",
      v.pipe(v.string("all, every:N or log:N"), v.metadata({ pattern: "^(all|(every|log):\\d{1,10})$" })),
    ),
  ),
});

/** Checks an experiment; `seed` is chosen where none was given. `place` goes before the names of a regime's options. */
export function checkExperiment(input: unknown, place?: string): Checked {
  const {
    model: given,
    regime: data,
    observables: asked,
    seed = randomSeed(),
    ...rest
  } = parse(experimentSchema, input);
  const model = checkModel(given);
  const definition = definitionOf(model);
  const all = observablesOf(definition);
  const observables = asked === undefined ? definition.recorded : checkObservables(asked, all);
  const events = listOf("survival", rest.survival, EVENTS, (text, i) =>
    parseEvent(text, all, `survival[${i}]`),
  );
  const survival = events.map((event) => event.text);
  const generations = recordedGenerations(rest.record, rest.generations);
  const record = rest.record === undefined ? {} : { record: rest.record };
  const { generations: last, trajectories } = rest;
  const { regime, plan } = data === undefined ? PLAIN : checkRegime(data, model, last, place);
  return {
    experiment: { model, regime, generations: last, trajectories, seed, survival, observables, ...record },
    definition,
    regime: plan,
    events,
    generations,
  };
}

function checkObservables(asked: ArrayLike<unknown>, all: readonly string[]): string[] {
  const seen = new Set<string>();
  return listOf("observables", asked, OBSERVABLES, (given, i) => {
    const name = all.find((one) => one === given);
    if (name === undefined) throw invalid(`observables[${i}]`, given, oneOf(all));
    if (seen.has(name)) throw invalid(`observables[${i}]`, name, "each observable once");
    seen.add(name);
    return name;
  });
}
