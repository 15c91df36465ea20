// The form of RunDocument, from which the build makes dist/run.schema.json. The library itself does not load it.
import * as v from "valibot";

/** JSON has neither NaN nor Infinity: such a value is null. */
const value = v.nullable(v.number());
const values = v.array(value);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.picklist(["upper", "lower", "exact", "approximation"]);

const curve = v.strictObject({ name: v.string(), side, note: v.optional(v.string()), values });

const time = {
  median: value,
  quantiles: v.strictObject({ "0.1": value, "0.9": value }),
  mean: value,
  standardError: value,
  censored: whole,
};

/** With its standard error. */
const measured = v.strictObject({ value, standardError: value });

const timeLaw = v.strictObject({ name: v.string(), side, mean: value, sd: value, median: value });

/** Code that is not the library's, and the SHA-256 of its text. */
const code = v.looseObject({ name: v.string(), sha256: v.optional(v.string()) });

/** A run as one JSON document. Arrays run over `generations`. */
export const runSchema = v.strictObject({
  /** Version of lethe. */
  lethe: v.string(),
  /** Version of this form: it rises when a member goes or changes its meaning. */
  schemaVersion: v.literal(1),
  /** The experiment as it was run; of an n-gram model a description in place of its text. */
  experiment: v.looseObject({
    model: v.looseObject({ name: v.string() }),
    regime: v.looseObject({ name: v.string() }),
    generations: whole,
    trajectories: whole,
    seed: v.union([whole, v.string()]),
    survival: v.array(v.string()),
    observables: v.array(v.string()),
    record: v.optional(v.string()),
  }),
  provenance: v.looseObject({
    lethe: v.string(),
    wasm: v.string(),
    seed: v.union([whole, v.string()]),
    backend: v.picklist(["wasm", "typescript"]),
    platform: v.string(),
    /** A model of one's own, and the SHA-256 of its code. */
    model: v.optional(code),
    /** A function that was given as the estimator. */
    estimator: v.optional(code),
  }),
  generations: v.array(whole),
  /** Of how many trajectories, the first ones, the medians and the definitions are. */
  keptTrajectories: whole,
  observables: v.record(
    v.string(),
    v.strictObject({
      mean: values,
      standardError: values,
      sd: values,
      median: values,
      quantiles: v.optional(v.record(v.string(), values)),
      theory: v.array(curve),
    }),
  ),
  survival: v.array(
    v.strictObject({
      event: v.string(),
      probability: values,
      standardError: values,
      lower: values,
      upper: values,
      theory: v.array(curve),
    }),
  ),
  timeTo: v.array(
    v.strictObject({
      event: v.string(),
      ...time,
      medianInterval: v.tuple([value, value]),
      theory: v.array(timeLaw),
    }),
  ),
  /** Categorical models of up to 200,000 different weights: when symbols of equal weight were forgotten, heaviest first. */
  forgetting: v.optional(v.array(v.strictObject({ weight: v.number(), symbols: whole, ...time }))),
  /** The same models: how symbols come and go; null where nothing brings back what was absent. */
  presence: v.optional(
    v.nullable(
      v.strictObject({
        /** The first and the last generation that are counted. */
        from: whole,
        to: whole,
        law: v.nullable(v.strictObject({ name: v.string(), side })),
        groups: v.array(
          v.strictObject({
            ...{ weight: v.number(), symbols: whole },
            ...{ absent: measured, meanAbsence: measured, meanPresence: measured },
            ...{ absences: whole, open: whole },
            theory: v.nullable(v.strictObject({ absent: value, meanAbsence: value, meanPresence: value })),
          }),
        ),
      }),
    ),
  ),
  /** Where they were asked for: whether it collapses, by each of eight definitions. */
  definitions: v.optional(
    v.array(
      v.strictObject({
        number: whole,
        name: v.string(),
        criterion: v.string(),
        observable: v.nullable(v.string()),
        values: v.array(v.strictObject({ generation: whole, mean: value, standardError: value })),
        z: value,
        verdict: v.picklist(["yes", "no", "not decided", "not for this model"]),
        note: v.optional(v.string()),
      }),
    ),
  ),
});
