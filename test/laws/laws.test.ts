import { describe, expect, it } from "vitest";
import {
  bernoulli,
  categorical,
  gaussian,
  type Model,
  mixture,
  ngram,
  poisson,
  regression,
  simulate,
} from "../../src/index.ts";

const models: [Model, string][] = [
  [bernoulli({ p: 0.3, samples: 20 }), "p!=0,1"],
  [bernoulli({ p: 0.3, samples: 20 }), "p<1"],
  [poisson({ rate: 0.5, samples: 20 }), "rate>0"],
  [gaussian({ samples: 10 }), "std>0.5"],
  [gaussian({ samples: 10, estimator: "ml" }), "logStd>-0.7"],
  [mixture({ samples: 10, estimator: "approximate-ml" }), "std>0.5"],
  [categorical({ counts: [5, 3, 1, 1] }), "unique>1"],
  [categorical({ counts: [5, 3, 1, 1], sampling: "poisson" }), "unique>0"],
  [ngram({ tokens: ["a", "b", "a", "c", "a", "b"], order: 1 }), "unique>1"],
  [regression({ dimension: 3, samples: 12 }), "error>1"],
  [regression({ dimension: 3, samples: 3 }), "error<5"],
  [regression({ dimension: 3, samples: 12, design: "fresh" }), "error<=1"],
];

/** Standard errors between what was measured and what theory says; the worst is looked at: about 1 in 10^7 is beyond. */
const LIMIT = 5.5;

describe.each(models)("%j", (model, event) => {
  it("is where its laws say, within the error of 4,000 trajectories", async () => {
    const trajectories = 4000;
    const run = await simulate({ model, generations: 12, trajectories, seed: 5, survival: [event] });
    for (const name of run.experiment.observables) {
      const { mean, standardError, theory } = run.observable(name);
      for (const { side, values } of theory) {
        expect(values).toHaveLength(run.generations.length);
        values.forEach((value, i) => {
          const z = (mean[i] - value) / (standardError[i] || 1e-12);
          if (side !== "upper") expect(z).toBeGreaterThan(-LIMIT);
          if (side !== "lower") expect(z).toBeLessThan(LIMIT);
        });
      }
    }
    const { probability, theory } = run.survival(event);
    for (const { side, values } of theory) {
      values.forEach((value, i) => {
        const error = Math.sqrt(Math.max(value * (1 - value), 1 / trajectories) / trajectories);
        const z = (probability[i] - value) / error;
        if (side !== "upper") expect(z).toBeGreaterThan(-LIMIT);
        if (side !== "lower") expect(z).toBeLessThan(LIMIT);
      });
    }
  });

  it("works out each law once, when it is asked for", async () => {
    const run = await simulate({ model, generations: 3, trajectories: 2, seed: 1, survival: [event] });
    expect(run.survival(event).theory).toBe(run.survival(event).theory);
    expect(run.timeTo(event).theory).toBe(run.timeTo(event).theory);
    const [name] = run.experiment.observables;
    expect(run.observable(name).theory).toBe(run.observable(name).theory);
  });
});

it("says when an event comes to an end", async () => {
  const run = await simulate({
    model: gaussian({ samples: 10 }),
    generations: 400,
    trajectories: 2000,
    seed: 3,
    survival: ["std>0.1"],
  });
  const time = run.timeTo("std>0.1");
  const [law] = time.theory;
  expect(law).toMatchObject({ name: "first passage", side: "exact" });
  expect(Math.abs(time.mean - law.mean) / time.standardError).toBeLessThan(4);
  expect(Math.abs((time.median as number) - (law.median as number))).toBeLessThanOrEqual(2);
});
