// A model is checked once, when it is made: then it is what is run, with its own lists and its own definition.
import { describe, expect, it, vi } from "vitest";
import {
  categorical,
  type Experiment,
  follow,
  gaussian,
  type Model,
  ngram,
  simulate,
} from "../../src/index.ts";
import { meanTheory } from "../../src/laws/index.ts";
import { bernoulliDefinition } from "../../src/models/bernoulli.ts";
import { categoricalDefinition } from "../../src/models/categorical.ts";
import { checkModel } from "../../src/models/index.ts";
import { define, definitionOf } from "../../src/models/model.ts";
import { message } from "../message.ts";
import { experiments } from "../simulate/experiments.ts";

const sizes = { generations: 3, trajectories: 2, seed: 1 };
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const { counts } = categorical({ counts: [5, 0, 2] });

describe("a model that was made", () => {
  it.each(experiments)("goes through the door as it is: %s", async (_, { model }) => {
    expect(checkModel(model)).toBe(model);
    expect((await simulate({ ...sizes, model })).experiment.model).toBe(model);
  });

  it("is not read again", async () => {
    const check = vi.spyOn(categoricalDefinition, "check");
    const reads: string[] = [];
    const list = new Proxy([5, 0, 2], {
      get: (target, key) => {
        reads.push(String(key));
        return Reflect.get(target, key);
      },
    });
    const model = categorical({ counts: list });
    expect(reads).toEqual(["length", "0", "1", "2"]);
    await simulate({ ...sizes, model });
    follow(model, { seed: 1 });
    expect(check).toHaveBeenCalledOnce();
    check.mockRestore();
  });

  it("hands its lists to the kernels", () => {
    const model = categorical({ counts: [5, 0, 2] });
    const { weights } = definitionOf(model).plan(model, 1, 0) as { weights?: unknown };
    expect(weights).toBe(model.counts);
    const text = ngram({ tokens: [0, 1, 0], ends: [2, 3], rule: "documents", order: 2 });
    const plan = definitionOf(text).plan(text, 1, 0) as { tokens?: unknown; ends?: unknown };
    expect(plan.tokens).toBe(text.tokens);
    expect(plan.ends).toBe(text.ends);
  });

  it("keeps them as they were, whatever a run does with them", async () => {
    const model = categorical({ counts: [5, 0, 2] });
    const text = ngram({ tokens: [0, 1, 0], ends: [2, 3], rule: "documents", order: 2 });
    for (const backend of ["wasm", "typescript"] as const) {
      await simulate({ ...sizes, model, survival: ["unique>1"] }, { backend });
      await simulate({ ...sizes, model: text }, { backend });
    }
    expect([model.counts, text.tokens, text.ends]).toEqual([
      Float64Array.of(5, 0, 2),
      Uint32Array.of(0, 1, 0),
      Uint32Array.of(2, 3),
    ]);
  });

  it("has lists of its own: what is written into those it was made of comes too late", () => {
    const given = { counts: Float64Array.of(5, 0, 2), tokens: Uint32Array.of(0, 1), ends: [2] };
    const weighted = categorical({ weights: given.counts, samples: 7 });
    const counted = categorical({ counts: given.counts });
    const text = ngram({ tokens: given.tokens, ends: given.ends, rule: "documents", order: 2 });
    given.counts.fill(Number.NaN);
    given.tokens.fill(9);
    given.ends[0] = 1;
    expect([weighted.weights, counted.counts]).toEqual([counts, counts]);
    expect([text.tokens, text.ends]).toEqual([Uint32Array.of(0, 1), Uint32Array.of(2)]);
    expect(() => Object.assign(counted, { samples: 0 })).toThrow(TypeError);
    const { zipf = {} } = categorical({ zipf: { size: 3, exponent: 1 }, samples: 7 });
    expect(() => Object.assign(zipf, { size: 0 })).toThrow(TypeError);
  });
});

describe("what is like a model, but was not made", () => {
  it("is checked", () => {
    const model = gaussian({ samples: 5 });
    expect(message(() => checkModel({ ...model, samples: 1 }))).toMatch(/^invalid model\.samples: 1 /);
    const symbols = categorical({ counts: [5, 0, 2] });
    expect(message(() => checkModel({ ...symbols, counts: Float64Array.of(0.5) }))).toBe(
      "invalid model.counts[0]: 0.5 (an integer from 0 to 2^53-1)",
    );
  });

  it("is taken as a copy: of another thread, or of a model with some options changed", () => {
    const model = categorical({ counts: [5, 0, 2] });
    const copy = checkModel(structuredClone(model));
    expect(copy).toEqual(model);
    expect(copy).not.toBe(model);
    expect(checkModel({ ...model, samples: 3 })).toEqual(categorical({ counts: [5, 0, 2], samples: 3 }));
  });
});

describe("as JSON", () => {
  it.each(experiments)("a model and its experiment are what they came from: %s", async (_, experiment) => {
    const { model } = experiment;
    expect(checkModel(json(model))).toEqual(model);
    const run = await simulate(experiment);
    const again = await simulate(json(run.experiment));
    expect(again.experiment).toEqual(run.experiment);
    expect(JSON.stringify(again)).toBe(JSON.stringify(run));
  });

  it("a list is an array, in what is made of a model too", () => {
    const model = categorical({ counts: [5, 0, 2] });
    expect(JSON.stringify(model.counts)).toBe("[5,0,2]");
    expect(JSON.stringify({ ...model, samples: 3 })).toContain('"counts":[5,0,2],"samples":3,');
    expect(Object.keys(model.counts ?? {})).toEqual(["0", "1", "2"]);
  });

  it("a run's document holds plain arrays", async () => {
    const { model } = (
      await simulate({ ...sizes, model: categorical({ weights: [3, 1], samples: 4 }) })
    ).toJSON().experiment;
    expect(model).toEqual({
      ...{ name: "categorical", weights: [3, 1], samples: 4 },
      ...{ sampling: "multinomial", method: "statistic" },
    });
  });
});

describe("a definition that is in no table", () => {
  // Of a name that another model has: whose laws it may not have with it.
  const definition = { ...bernoulliDefinition, recorded: ["p"] as const };
  const check = vi.fn((model) => model);
  const model = define({ ...definition, check }, { p: 0.5, samples: 9 });
  const experiment: Experiment = { ...sizes, model: model as Model, survival: ["p!=0"] };

  it("makes models that are run as it says, and checked once", async () => {
    const run = await simulate(experiment);
    expect(run.observable("p").mean).toHaveLength(4);
    expect(run.experiment.model).toBe(model);
    expect(check).toHaveBeenCalledOnce();
  });

  it("has no laws of another", async () => {
    expect(meanTheory({ model, regime: { name: "replace" } }, "p", [1])).toEqual([]);
    const run = await simulate(experiment);
    expect([run.survival("p!=0").theory, run.timeTo("p!=0").theory]).toEqual([[], []]);
  });
});
