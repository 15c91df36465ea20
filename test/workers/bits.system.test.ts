// How many workers there are, and how the trajectories are cut, changes no bit. The workers are real threads.

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cpus, startWorker } from "#threads";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import { type Experiment, gaussian, simulate } from "../../src/index.ts";
import * as laws from "../../src/laws/index.ts";
import { twin } from "../../src/reference/kernels.ts";
import { originOf } from "../../src/simulate/provenance.ts";
import { Result } from "../../src/simulate/result.ts";
import { workOf } from "../../src/simulate/work.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { compiledModule } from "../../src/wasm/module.ts";
import { Pool } from "../../src/workers/pool.ts";
import { once } from "../../src/workers/work.ts";
import { experiments, numbers } from "../simulate/experiments.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Runs an experiment in threads alone, from its first trajectory on. */
async function inThreads(experiment: Experiment, workers: number, chunk?: number, kernels = wasmKernels()) {
  const checked = checkExperiment(experiment);
  const work = workOf(checked, kernels, { chunk });
  const pool = new Pool(once(work));
  const module = kernels === twin ? undefined : compiledModule();
  for (let i = 0; i < workers; ++i) pool.add(startWorker(), { module });
  await pool.finished;
  return sha256(
    numbers(
      new Result(checked, work.tally, work.records, { ...originOf(0, kernels.backend), workers }, laws),
    ),
  );
}

describe("same seed, same bits, whatever the workers", () => {
  it.each(experiments)("%s", async (_, experiment) => {
    const expected = sha256(numbers(await simulate(experiment)));
    for (const [workers, chunk] of [[1], [2, 1], [2, 64], [3, 4096], [7]]) {
      expect(await inThreads(experiment, workers, chunk)).toBe(expected);
    }
    expect(await inThreads(experiment, 2, undefined, twin)).toBe(expected);
  });

  it("a run that is long enough for simulate() to bring in workers", async () => {
    const experiment: Experiment = {
      model: gaussian({ samples: 1000, method: "samples" as const }),
      ...{ generations: 200, trajectories: 600, seed: 1, survival: ["std>0.9"] },
    };
    const alone = await simulate(experiment);
    expect(alone.provenance.workers).toBe(1);
    const expected = numbers(alone);
    for (const workers of [2, 3, "auto"] as const) {
      const seen: number[] = [];
      const run = await simulate(experiment, { workers, onProgress: ({ done }) => seen.push(done) });
      expect(numbers(run)).toBe(expected);
      expect(seen.at(-1)).toBe(200 * 600);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      // Some may come too late to be given anything.
      expect(run.provenance.workers).toBeGreaterThanOrEqual(1);
      expect(run.provenance.workers).toBeLessThanOrEqual(workers === "auto" ? cpus() : workers);
      // A document says nothing that may differ from one time to the next.
      expect(run.toJSON()).not.toHaveProperty("provenance.workers");
    }
  });
});
