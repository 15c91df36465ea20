// What the page offers of a model is what the model takes.
import { describe, expect, it } from "vitest";
import { defaults, type Values } from "../../playground/src/fields.ts";
import { MODELS } from "../../playground/src/models.ts";
import { specOf } from "../../playground/src/spec.ts";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import { describeModels } from "../../src/index.ts";

const models = describeModels();

/** Choices that take numbers of their own, for which the page has no field. */
const UNOFFERED = ["shrink"];

describe.each(Object.entries(MODELS))("%s", (name, { fields }) => {
  const preset = defaults(fields);
  /** Runs the library's checks; throws for what it refuses. */
  const check = (values: Values) => {
    const { model, options, event, observable, ...sizes } = specOf(name, values, 1);
    return checkExperiment({
      ...{ generations: sizes.generations, trajectories: sizes.trajectories },
      ...{ model: { ...options, name: model }, survival: [event], observables: [observable] },
    });
  };

  it("is taken at its presets, and at the ends of every field", () => {
    check(preset);
    for (const field of fields) {
      const values =
        field.kind === "number" ? [field.min, field.max] : field.values.map(({ value }) => value);
      for (const value of values) check({ ...preset, [field.name]: value });
    }
  });

  it("has a word for every choice that the model has, and shows what it observes", () => {
    const { options = [], observables = [] } = models.find((model) => model.name === name) ?? {};
    const choices = fields.flatMap((field) => (field.kind === "choice" ? [field] : []));
    for (const { name: chosen, values } of choices) {
      const words = values.map(({ value }) => value).sort();
      const option = options.find((one) => one.name === chosen);
      if (option) {
        const offered = (option.choices ?? []).filter((choice) => !UNOFFERED.includes(choice));
        expect(words).toEqual(offered.sort());
      }
      if (chosen === "show") expect(observables).toEqual(expect.arrayContaining(words));
    }
  });
});
