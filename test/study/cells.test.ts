import { describe, expect, it } from "vitest";
import { InputError } from "../../src/check/errors.ts";
import { cellsOf } from "../../src/study/cells.ts";

const base = { generations: 10, trajectories: 5, seed: 1 };
const gaussian = { name: "gaussian", samples: 10 };
const labels = (study: unknown) => cellsOf(study).map(({ label }) => label);
const seeds = (study: unknown) =>
  new Map(cellsOf(study).map(({ label, checked }) => [label, checked.experiment.seed]));

describe("the cells of a study", () => {
  it("are all combinations, the last axis first", () => {
    const study = { ...base, model: { ...gaussian, samples: [10, 20], estimator: ["ml", "unbiased"] } };
    expect(labels(study)).toEqual([
      "samples=10 estimator=ml",
      "samples=10 estimator=unbiased",
      "samples=20 estimator=ml",
      "samples=20 estimator=unbiased",
    ]);
  });

  it("are one where nothing is a list, and lists of an experiment are none", () => {
    expect(labels({ ...base, model: gaussian, survival: ["std>0.1", "std>0.2"] })).toEqual([""]);
    expect(labels({ ...base, model: { name: "categorical", counts: [3, 2, 1] } })).toEqual([""]);
  });

  it("may differ in a list, a regime, a model or a seed", () => {
    const counts = [
      [1, 2],
      [3, 4, 5],
    ];
    expect(labels({ ...base, model: { name: "categorical", counts } })).toEqual([
      "counts=[1,2]",
      "counts=[3,4,5]",
    ]);
    const regime = ["replace", { name: "fresh", realShare: 0.1 }];
    expect(labels({ ...base, model: gaussian, regime })).toHaveLength(2);
    expect(labels({ ...base, model: gaussian, regime: { name: "fresh", realShare: [0.1, 0.2] } })).toEqual([
      "realShare=0.1",
      "realShare=0.2",
    ]);
    expect(labels({ ...base, model: [gaussian, { name: "bernoulli", p: 0.2, samples: 9 }] })).toHaveLength(2);
    expect(labels({ ...base, model: gaussian, seed: [1, "two"] })).toEqual(["seed=1", "seed=two"]);
  });

  it("go together where they are tied", () => {
    const study = { ...base, generations: [5, 6], model: { ...gaussian, samples: [10, 20], mean: [0, 1] } };
    expect(labels({ ...study, zip: [["samples", "generations"]] })).toEqual([
      "generations=5 samples=10 model.mean=0",
      "generations=5 samples=10 model.mean=1",
      "generations=6 samples=20 model.mean=0",
      "generations=6 samples=20 model.mean=1",
    ]);
  });

  it("may have generations of their own", () => {
    const cells = cellsOf({
      ...base,
      generations: "2.5 * samples",
      model: { ...gaussian, samples: [3, 10] },
    });
    expect(cells.map(({ checked }) => checked.experiment.generations)).toEqual([8, 25]);
  });

  it("draw from seeds that other cells, and what is recorded, leave alone", () => {
    const study = { ...base, model: { ...gaussian, samples: [10, 20] } };
    const before = seeds(study);
    const more = seeds({ ...study, model: { ...gaussian, samples: [5, 10, 15, 20] } });
    for (const [label, seed] of before) expect(more.get(label)).toBe(seed);
    const other = seeds({
      ...study,
      trajectories: 99,
      generations: 7,
      record: "all",
      survival: ["std>0.1"],
    });
    expect(other).toEqual(before);
    expect(new Set(more.values()).size).toBe(4);
    expect(seeds({ ...study, seed: 2 })).not.toEqual(before);
  });
});

describe("a bad study", () => {
  const cases: [string, object, string][] = [
    ["no value", { model: { ...gaussian, samples: [] } }, "invalid model.samples: [] (at least one value)"],
    [
      "a value twice",
      { model: { ...gaussian, samples: [10, 20, 10] } },
      "invalid model.samples[2]: 10 (each value once: it is also model.samples[0])",
    ],
    [
      "a bad cell in the middle",
      { model: { ...gaussian, samples: [10, 1, 20] } },
      "invalid model.samples: 1 (an integer from 2 to 2^53-1; in the cell samples=1)",
    ],
    [
      "a list within a list of models",
      { model: [gaussian, { name: "kde", samples: [10, 20] }] },
      "invalid model.samples: [10,20] (an integer from 1 to 10000000; a list within a list of models is no axis: write " +
        "one model for each; in the cell model=kde samples=[10,20])",
    ],
    [
      "a model among others that is none",
      { model: [gaussian, null] },
      "invalid model: null (an object with a name and options, or made by bernoulli(), poisson(), gaussian(), mixture(), " +
        "categorical(), ngram(), multivariate(), regression(), kde(), empirical(), custom(), moduleModel(); in the cell model=null)",
    ],
    [
      "too many cells",
      {
        model: { ...gaussian, samples: Array.from({ length: 1000 }, (_, i) => i + 2) },
        seed: Array.from({ length: 1000 }, (_, i) => i),
      },
      "invalid study: 1000000 cells (at most 100000: seed 1000 × samples 1000)",
    ],
    [
      "cells that are equal",
      { model: gaussian, regime: ["replace", { name: "replace" }] },
      "invalid study: regime=replace is the same as regime=replace",
    ],
    [
      "axes of different length tied",
      { generations: [1, 2, 3], model: { ...gaussian, samples: [2, 3] }, zip: [["samples", "generations"]] },
      'invalid zip[0]: ["samples","generations"] (axes of one length: generations has 3, samples has 2)',
    ],
    [
      "what is no axis tied",
      { model: { ...gaussian, samples: [2, 3] }, zip: [["samples", "mean"]] },
      'invalid zip[0][1]: "mean" (lists of at least two axes, of samples)',
    ],
    [
      "lists of events",
      { model: gaussian, survival: [["std>0.1"]] },
      'invalid survival: [["std>0.1"]] (a list of texts, the same in every cell)',
    ],
    [
      "another word for when it is over",
      { model: gaussian, survival: ["std>0.1"], until: "end" },
      'invalid until: "end" ("over": until all events have happened)',
    ],
    [
      "nothing to wait for",
      { model: gaussian, until: "over" },
      'invalid until: "over" (only with events to wait for: survival)',
    ],
    [
      "generations of no option",
      { model: gaussian, generations: "20*sample" },
      'invalid generations: "20*sample" (an integer, or a number times an option of the model, as in "20*samples": samples)',
    ],
    [
      "no study",
      [1] as unknown as object,
      "invalid study: [1] (an object: an experiment in which options may be lists)",
    ],
  ];
  it.each(cases)("%s", (_, study, message) => {
    const given = Array.isArray(study) ? study : { ...base, ...study };
    expect(() => cellsOf(given)).toThrow(new InputError(message));
  });
});
