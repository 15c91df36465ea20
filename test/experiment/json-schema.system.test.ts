// The JSON Schema that is built for editors takes what the library takes, and refuses what a file may get wrong.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import * as engines from "../../engines/experiments.mjs";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import * as lethe from "../../src/index.ts";
import { papers } from "../../src/papers/index.ts";
import { message } from "../message.ts";
import { experiments } from "../simulate/experiments.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../dist/experiment.schema.json", import.meta.url), "utf8"),
);
// The parts that hold for one model leave it to the whole to say that they are objects and lists.
const ajv = new Ajv({ strictTypes: false, strictRequired: false, allErrors: true });
const validate = ajv.compile(schema);

const sizes = { generations: 5, trajectories: 3 };
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));
/** What the schema says of an experiment as a file has it. */
const faults = (experiment: unknown) => (validate(asJson(experiment)) ? [] : validate.errors);

const model = { name: "gaussian", samples: 10 };
const given = { ...sizes, model };
const categorical = (more: object) => ({ ...sizes, model: { name: "categorical", samples: 9, ...more } });

describe("the schema takes", () => {
  it.each(experiments)("%s", (_, experiment) => expect(faults(experiment)).toEqual([]));

  it.each(Object.entries(engines.models))("what engines run: %s", (_, make) => {
    const made = (make as (from: typeof lethe) => lethe.Model)(lethe);
    const events: Record<string, string> = engines.events;
    expect(faults({ ...sizes, model: made, survival: [events[made.name]] })).toEqual([]);
  });

  it("the paper's experiments", () => {
    const models = papers
      .flatMap((paper) => paper.experiments)
      .flatMap((one) => ("model" in one && one.model ? [one.model] : []));
    expect(models.length).toBeGreaterThan(10);
    for (const model of models) expect(faults({ ...sizes, model })).toEqual([]);
  });

  it("a model of one's own, by its module", () => {
    const model = { module: "./coin.mjs", options: { p: 0.5 } };
    expect(faults({ ...sizes, model, survival: ["p>0"] })).toEqual([]);
    expect(faults({ ...sizes, model: { ...model, name: "coin", observables: ["p"] } })).toEqual([]);
    expect(faults({ ...sizes, model: { ...model, module: 3 } })).not.toEqual([]);
    expect(faults({ ...sizes, model: { ...model, samples: 3 } })).not.toEqual([]);
    expect(faults({ ...sizes, model: { name: "coin" } })).not.toEqual([]);
  });

  it("every option at its default, and at the ends of its range", () => {
    for (const { name, options } of lethe.describeModels()) {
      const properties = caseOf(name).properties.model.properties;
      for (const option of options) {
        const { description, minimum, exclusiveMinimum, maximum, choices, default: preset } = option;
        const written = { minimum, exclusiveMinimum, maximum, enum: choices, default: preset, description };
        const { anyOf = [{}], ...all } = properties[option.name];
        // A word or a number: each has a schema of its own.
        expect(anyOf.map((one: object) => ({ ...one, ...all }))).toContainEqual(
          expect.objectContaining(asJson(written)),
        );
      }
    }
  });
});

// biome-ignore lint/suspicious/noExplicitAny: JSON
const caseOf = (name: string): any =>
  schema.allOf.find((one: typeof schema) => one.if.properties.model.properties.name.const === name).then;

describe("what the library takes, the schema takes too, and the other way round", () => {
  const tokens = ["a", "b", "a"];
  const cases: [what: string, experiment: object, good: boolean][] = [
    ["the shortest", given, true],
    ["with its schema", { ...given, $schema: "https://example.org/experiment.schema.json" }, true],
    ["with a schema that is no text", { ...given, $schema: 1 }, false],
    ["seeds of text", { ...given, seed: "x" }, true],
    ["seeds below 0", { ...given, seed: -1 }, false],
    ["no generations", { model, trajectories: 3 }, false],
    ["too many generations", { ...given, generations: 2 ** 31 }, false],
    ["unknown options", { ...given, generation: 3 }, false],
    ["events", { ...given, survival: ["std > 0.1", "mean<=1e3", "logStd!=1,2"] }, true],
    ["events of another model", { ...given, survival: ["p!=0"] }, false],
    ["misspelt events", { ...given, survival: ["sdt>0.1"] }, false],
    ["events that are none", { ...given, survival: ["std"] }, false],
    ["observables", { ...given, observables: ["logStd", "mean"] }, true],
    ["observables of another model", { ...given, observables: ["p"] }, false],
    ["observables twice", { ...given, observables: ["std", "std"] }, false],
    ["records", { ...given, record: "every:2" }, true],
    ["other records", { ...given, record: "each:2" }, false],
    ["a regime", { ...given, regime: "accumulate" }, true],
    [
      "a regime with its options",
      { ...given, regime: { name: "fresh", realShare: 0.1, growth: "power:1.5" } },
      true,
    ],
    ["a regime without its options", { ...given, regime: "fresh" }, false],
    ["a regime that lacks one", { ...given, regime: { name: "weighted", realSamples: 3 } }, false],
    [
      "a regime with two readings",
      { ...given, regime: { name: "fresh", realShare: 0.1, realSamples: 3 } },
      false,
    ],
    ["another's options", { ...given, regime: { name: "accumulate", weight: 0.1 } }, false],
    ["kept data with real ones", { ...given, regime: { name: "accumulate", realShare: 0.1 } }, true],
    [
      "by a share and a number",
      { ...given, regime: { name: "accumulate", realShare: 0.1, realSamples: 1 } },
      false,
    ],
    ["a share out of range", { ...given, regime: { name: "fresh", realShare: 1 } }, false],
    ["an unknown regime", { ...given, regime: "mixed" }, false],
    ["an unknown growth", { ...given, regime: { name: "replace", growth: "cubic" } }, false],
    ["no model", { ...sizes }, false],
    ["a model without a name", { ...sizes, model: { samples: 9 } }, false],
    ["an unknown model", { ...sizes, model: { name: "gauss", samples: 9 } }, false],
    ["a misspelt option", { ...sizes, model: { ...model, sdt: 1 } }, false],
    ["an option out of range", { ...sizes, model: { ...model, samples: 1 } }, false],
    ["a fraction for an integer", { ...sizes, model: { ...model, samples: 2.5 } }, false],
    ["a choice that is none", { ...sizes, model: { ...model, estimator: "map" } }, false],
    ["eta of 1", { ...sizes, model: { name: "mixture", samples: 9, eta: 1 } }, false],
    ["counts", { ...sizes, model: { name: "categorical", counts: [3, 0, 1] } }, true],
    ["counts that are none", categorical({ counts: [1.5] }), false],
    ["weights below 0", categorical({ weights: [1, -1] }), false],
    ["neither counts nor weights", categorical({}), false],
    ["counts and weights", categorical({ counts: [1], weights: [1] }), false],
    ["a Zipf law", categorical({ zipf: { size: 9, exponent: 1 } }), true],
    ["half a Zipf law", categorical({ zipf: { size: 9 } }), false],
    ["a text", { ...sizes, model: { name: "ngram", tokens, order: 2 } }, true],
    ["no text", { ...sizes, model: { name: "ngram", order: 2 } }, false],
    ["words that are empty", { ...sizes, model: { name: "ngram", tokens: [""], order: 1 } }, false],
  ];
  it.each(cases)("%s", (_, experiment, good) => {
    const said = message(() => checkExperiment(asJson(experiment)));
    expect([said === "no error", faults(experiment)?.length === 0]).toEqual([good, good]);
  });
});

it("an experiment keeps nothing of what its file says to editors", () => {
  const { experiment } = checkExperiment({ ...given, $schema: "x" });
  expect(Object.keys(experiment)).not.toContain("$schema");
});
