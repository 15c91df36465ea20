// A model of one's own on real threads, which load its module themselves.
import { describe, expect, it } from "vitest";
import { startWorker } from "#threads";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import { type CustomModel, moduleModel, simulate } from "../../src/index.ts";
import * as laws from "../../src/laws/index.ts";
import { originOf } from "../../src/simulate/provenance.ts";
import { Result } from "../../src/simulate/result.ts";
import { workOf } from "../../src/simulate/work.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { compiledModule } from "../../src/wasm/module.ts";
import { Pool } from "../../src/workers/pool.ts";
import { once } from "../../src/workers/work.ts";
import { numbers } from "../simulate/experiments.ts";

const example = (name: string, options?: object) =>
  moduleModel(new URL(`../../examples/custom/${name}.mjs`, import.meta.url), options);
const sizes = { generations: 30, trajectories: 90, seed: 3 };

/** Runs it in threads alone. */
async function inThreads(model: CustomModel, workers: number, survival: string[] = []) {
  const checked = checkExperiment({ ...sizes, model, survival });
  const work = workOf(checked, wasmKernels(), { chunk: 4 });
  const pool = new Pool(once(work));
  for (let i = 0; i < workers; ++i) pool.add(startWorker(), { module: compiledModule() });
  await pool.finished;
  return new Result(checked, work.tally, work.records, { ...originOf(3, "wasm"), workers }, laws);
}

describe("in threads", () => {
  it.each<[string, object | undefined, string]>([
    ["bernoulli", { p: 0.3, samples: 15 }, "p!=0,1"],
    ["ridge", { samples: 8, penalty: 0.5 }, "slope>0.5"],
    ["markov", undefined, "letters>12"],
  ])("%s: the bits of this thread", async (name, options, event) => {
    const model = await example(name, options);
    const alone = await simulate({ ...sizes, model, survival: [event] });
    for (const workers of [1, 4]) {
      expect(numbers(await inThreads(model, workers, [event]))).toBe(numbers(alone));
    }
  });

  it("an error there tells its place, whatever its cause holds", async () => {
    const text = `export default {
      name: "late", observables: ["x"], start: () => 0, observe: (x) => ({ x }),
      generation(x, _, k) {
        if (k === 7) throw new Error("seventh", { cause: () => {} });
        return k;
      },
    }`;
    const model = await moduleModel(`data:text/javascript,${encodeURIComponent(text)}`);
    const error = await inThreads(model, 1).catch((error) => error);
    expect(error.name).toBe("InputError");
    expect(error.message).toBe(
      "invalid late.generation(): it threw Error: seventh (trajectory 0, generation 7)",
    );
  });

  it("simulate() brings them in, and the run is the same", async () => {
    const model = await example("bernoulli", { p: 0.5, samples: 2000 });
    const long = { ...sizes, model, generations: 200, trajectories: 400 };
    const alone = await simulate(long);
    for (const workers of [2, "auto"] as const) {
      expect(numbers(await simulate(long, { workers }))).toBe(numbers(alone));
    }
  });
});
