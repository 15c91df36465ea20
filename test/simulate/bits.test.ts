// A result depends on the experiment and the seed alone: not on chunks, their order, or the backend.
import { describe, expect, it } from "vitest";
import { runChunk } from "../../src/chunks/chunk.ts";
import { Records } from "../../src/chunks/records.ts";
import { settingOf } from "../../src/chunks/setting.ts";
import { taskOf } from "../../src/chunks/task.ts";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import { bernoulli, type Experiment, type SimulateOptions, simulate } from "../../src/index.ts";
import { twin } from "../../src/reference/kernels.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { experiments, numbers } from "./experiments.ts";

/** Everything a run says, except for how it was run. */
async function document(experiment: Experiment, options: SimulateOptions): Promise<string> {
  const run = await simulate(experiment, options);
  expect(run.provenance).toHaveProperty("seed", experiment.seed);
  return numbers(run);
}

describe("same seed, same bits", () => {
  it.each(experiments)("%s", async (_, experiment) => {
    const expected = await document(experiment, {});
    for (const chunk of [1, 7, 64, 4096]) expect(await document(experiment, { chunk })).toBe(expected);
    expect(await document(experiment, { backend: "typescript" })).toBe(expected);
    expect(await document(experiment, { backend: "typescript", chunk: 33 })).toBe(expected);
    expect(await document({ ...experiment, seed: 4 }, {})).not.toBe(expected);
  });

  it.each(experiments)("%s: chunks may be done in any order", (_, experiment) => {
    const checked = checkExperiment(experiment);
    const results = [wasmKernels(), twin].flatMap((kernels) =>
      [
        [0, 1, 2, 3, 4],
        [4, 2, 0, 3, 1],
      ].map((order) => {
        const setting = settingOf(taskOf(checked, kernels.backend), kernels);
        const width = checked.generations.length * checked.experiment.observables.length;
        const records = new Records(width, 150);
        for (const i of order) {
          const steps = runChunk(setting, 30 * i, 30);
          let step = steps.next();
          while (!step.done) step = steps.next();
          records.add(step.value);
        }
        return {
          mean: records.mean(),
          sd: records.sd(),
          holds: setting.tally.events.map((event) => event.holds),
        };
      }),
    );
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it.each(experiments)(
    "%s: more trajectories or generations leave the earlier ones as they were",
    async (_, e) => {
      const record = "all";
      const small = await simulate({ ...e, record });
      const large = await simulate({ ...e, record, trajectories: 200, generations: 55 });
      for (const name of small.experiment.observables) {
        for (const i of [0, 77, 149]) {
          const longer = large.observable(name).trajectory(i).slice(0, 41);
          expect(longer).toEqual(small.observable(name).trajectory(i));
        }
      }
    },
  );

  it("trajectory i of a run draws from stream i of the Generator", async () => {
    const { Generator } = await import("../../src/index.ts");
    const run = await simulate({
      model: bernoulli({ p: 0.3, samples: 1000 }),
      generations: 1,
      trajectories: 5,
      seed: 9,
    });
    for (let i = 0; i < 5; ++i) {
      expect(run.observable("p").trajectory(i)[1]).toBe(new Generator(9, i).binomial(1000, 0.3) / 1000);
    }
  });
});
