// Once no trajectory of a tile can change, the generations that are left are filled in: the same bits as if they were run.
import { describe, expect, it } from "vitest";
import { runChunk } from "../../src/chunks/chunk.ts";
import { settingOf } from "../../src/chunks/setting.ts";
import { taskOf } from "../../src/chunks/task.ts";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import {
  bernoulli,
  categorical,
  type Experiment,
  gaussian,
  mixture,
  ngram,
  poisson,
  simulate,
} from "../../src/index.ts";
import type { Kernels } from "../../src/kernels/kernels.ts";
import { twin } from "../../src/reference/kernels.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";

const common = { generations: 300, trajectories: 40, seed: 5 };
const counts = [9, 4, 3, 0, 2, 1, 1];

/** Models that end up where they stay, with events that fail before, when, and after nothing changes any more. */
const absorbing: [string, Experiment][] = [
  ["bernoulli", { ...common, model: bernoulli({ p: 0.3, samples: 20 }), survival: ["p!=0,1", "p>0", "p<1"] }],
  [
    "bernoulli by samples",
    { ...common, model: bernoulli({ p: 0.3, samples: 20, method: "samples" }), survival: ["p!=0"] },
  ],
  ["bernoulli from 1", { ...common, model: bernoulli({ p: 1, samples: 20 }), survival: ["p!=1", "p>0"] }],
  [
    "poisson",
    { ...common, trajectories: 5, model: poisson({ rate: 1, samples: 2 }), survival: ["rate>0", "rate>=0"] },
  ],
  ["poisson from 0", { ...common, model: poisson({ rate: 0, samples: 2 }), survival: ["rate>0"] }],
  [
    "categorical",
    { ...common, model: categorical({ counts }), survival: ["unique>1", "tv<0.9", "unique>0"] },
  ],
  [
    "categorical by samples, thinned",
    {
      ...common,
      model: categorical({ counts, method: "samples" }),
      survival: ["entropy>0"],
      observables: ["heterozygosity", "tv"],
      record: "every:13",
    },
  ],
  [
    "categorical of one symbol",
    { ...common, model: categorical({ counts: [0, 7] }), survival: ["unique>1"] },
  ],
  [
    "categorical by Poisson",
    {
      ...common,
      trajectories: 9,
      model: categorical({ counts: [2, 1], sampling: "poisson" }),
      survival: ["unique>0", "tv<1"],
      record: "log:5",
    },
  ],
];

const restless: [string, Experiment][] = [
  ["gaussian", { ...common, model: gaussian({ samples: 2 }), survival: ["std>1e-30"] }],
  ["mixture", { ...common, model: mixture({ samples: 2 }), survival: ["std>0"] }],
  ["ngram", { ...common, model: ngram({ tokens: [..."abcabd"], order: 2 }), survival: ["unique>1"] }],
];

/** The same kernels, whose chains do not tell. */
const unaware = (kernels: Kernels): Kernels => ({
  ...kernels,
  chain(plan, seed) {
    const { absorbed: _, ...chain } = kernels.chain(plan, seed);
    return chain;
  },
});

/** All that a run gives, and how many generations its chain was advanced. */
function outcome(experiment: Experiment, kernels: Kernels) {
  let advanced = 0;
  const counting: Kernels = {
    ...kernels,
    chain(plan, seed) {
      const chain = kernels.chain(plan, seed);
      return {
        ...chain,
        advance(generations, recorded) {
          advanced += generations;
          return chain.advance(generations, recorded);
        },
      };
    },
  };
  const checked = checkExperiment(experiment);
  const setting = settingOf(taskOf(checked, kernels.backend), counting);
  const steps = runChunk(setting, 0, experiment.trajectories);
  let done = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) done += step.value;
  return { advanced, done, told: { records: step.value.records, tally: setting.tally } };
}

describe("what can change no more is not run", () => {
  it.each(absorbing)("%s", (_, experiment) => {
    const [slow, ...others] = [unaware(twin), twin, wasmKernels(), unaware(wasmKernels())].map((kernels) =>
      outcome(experiment, kernels),
    );
    for (const { told, done } of others) {
      expect(told).toEqual(slow.told);
      expect(done).toBe(experiment.generations * experiment.trajectories);
    }
    expect(others[0].advanced).toBeLessThan(slow.advanced);
    expect(others[1].advanced).toBeLessThan(slow.advanced);
  });

  it.each(restless)("%s: it always may", (_, experiment) => {
    const [slow, fast] = [unaware(wasmKernels()), wasmKernels()].map((k) => outcome(experiment, k));
    expect(fast.advanced).toBe(slow.advanced);
    expect(fast.told).toEqual(slow.told);
  });

  it("a long run costs what happens in it", async () => {
    const run = await simulate({
      model: categorical({ counts }),
      generations: 2147483647,
      trajectories: 100,
      seed: 1,
      survival: ["unique>1"],
      record: "log:10",
    });
    expect(run.timeTo("unique>1").censored).toBe(0);
    expect(run.observable("unique").mean.at(-1)).toBe(1);
    expect(run.observable("unique").sd.at(-1)).toBe(0);
  });
});
