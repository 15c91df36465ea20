// A run that was cut into shards has the bits of one that was not.
import { describe, expect, it } from "vitest";
import { runChunk } from "../../src/chunks/chunk.ts";
import { settingOf } from "../../src/chunks/setting.ts";
import { addShard, type Shard, shardOf } from "../../src/chunks/shard.ts";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import * as laws from "../../src/laws/index.ts";
import { originOf } from "../../src/simulate/provenance.ts";
import { Result } from "../../src/simulate/result.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { workOf } from "../../src/simulate/work.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { experiments, numbers } from "../simulate/experiments.ts";

/** Runs some trajectories, in chunks of `chunk`. */
function run(
  checked: ReturnType<typeof checkExperiment>,
  first: number,
  count: number,
  chunk: number,
): Shard {
  const { task, records } = workOf(checked, wasmKernels(), { span: { first, count } });
  const setting = settingOf(task, wasmKernels());
  for (let at = first; at < first + count; at += chunk) {
    const steps = runChunk(setting, at, Math.min(chunk, first + count - at));
    let step = steps.next();
    while (!step.done) step = steps.next();
    records.add(step.value);
  }
  expect(records.complete).toBe(true);
  return shardOf({ records, tally: setting.tally });
}

describe("shards", () => {
  it.each(experiments)(
    "of 32 and 64 trajectories, the last cut short, add up to the run: %s",
    async (_, e) => {
      const checked = checkExperiment(e);
      const { trajectories } = checked.experiment;
      const expected = numbers(await simulate(e));
      for (const size of [32, 64]) {
        const whole = workOf(checked, wasmKernels());
        for (let first = 0; first < trajectories; first += size) {
          const count = Math.min(size, trajectories - first);
          // As they come back from a file.
          addShard(whole, count, structuredClone(run(checked, first, count, size === 32 ? 32 : 11)));
        }
        expect(whole.records.complete).toBe(true);
        const { tally, records } = whole;
        const result = new Result(checked, tally, records, { ...originOf(3, "wasm"), workers: 1 }, laws);
        expect(numbers(result)).toBe(expected);
      }
    },
  );

  it("past those whose records are kept add up to the moments of the run", () => {
    // 1,001 generations of 2 observables: the records of 2^21 / 2002 trajectories are kept of 12,000 …
    const checked = checkExperiment({
      model: { name: "bernoulli", p: 0.5, samples: 4 },
      ...{ generations: 2000, trajectories: 12_000, record: "all", seed: 1, survival: ["p!=0,1"] },
    });
    const size = 4096;
    const whole = workOf(checked, wasmKernels());
    const shards = workOf(checked, wasmKernels());
    expect(whole.records.kept).toBeLessThan(size);
    addShard(whole, 12_000, run(checked, 0, 12_000, 1024));
    for (let first = 0; first < 12_000; first += size) {
      const count = Math.min(size, 12_000 - first);
      addShard(shards, count, run(checked, first, count, 256));
    }
    expect(shards.tally).toEqual(whole.tally);
    expect(shards.records.mean()).toEqual(whole.records.mean());
    expect(shards.records.sd()).toEqual(whole.records.sd());
    expect(shards.records.column(1999)).toEqual(whole.records.column(1999));
  });
});
