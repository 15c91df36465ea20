import * as v from "valibot";
import { kernels } from "../backend.ts";
import { invalid } from "../errors.ts";
import type { Kernels } from "../kernels.ts";
import { definitionOf } from "../models/index.ts";
import { twin } from "../reference/kernels.ts";
import { integer, parse } from "../schema.ts";
import { seedKey } from "../seed.ts";
import { runChunk, type Setting, type UnderWay } from "./chunk.ts";
import { type Checked, checkExperiment, type Experiment } from "./experiment.ts";
import { provenance } from "./provenance.ts";
import { Records } from "./records.ts";
import { Run } from "./run.ts";
import { emptyTally, maskOf } from "./tally.ts";

/**
 * How far a simulation has come, in trajectory-generations. Where a categorical model runs for more than 2 * samples
 * generations, which most of its symbols do not see, `done` follows the number of symbols left on a logarithmic scale.
 */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Categorical models: the trajectory under way. */
  readonly underWay?: UnderWay;
}

/** How to run an experiment. None of it changes a single bit of the result. */
export interface SimulateOptions {
  /** Stops the run: the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Called every now and then, about ten times a second at most. */
  onProgress?: (progress: Progress) => void;
  /** Trajectories in a chunk: an integer from 1 to 2^53-1 (default: what makes a chunk a moment's work). */
  chunk?: number;
  /** `"typescript"` runs the twin of the WebAssembly kernels (default: WebAssembly where it is allowed). */
  backend?: "wasm" | "typescript";
}

const optionsSchema = v.strictObject({
  signal: v.optional(v.instance(AbortSignal, "an AbortSignal")),
  onProgress: v.optional(v.function("a function")),
  chunk: v.optional(integer(1)),
  backend: v.optional(v.picklist(["wasm", "typescript"], '"wasm" or "typescript"')),
});

/**
 * Runs an experiment: many trajectories of a model that is refitted, generation after generation, to samples of
 * itself. Trajectory i depends on the seed and on i alone.
 *
 * @throws {InputError} for a bad experiment or option
 * @throws the signal's reason when it was aborted
 *
 * @example
 * const run = await simulate({
 *   model: gaussian({ samples: 100 }), generations: 2500, trajectories: 1000, seed: 42, survival: ["std>0.1"],
 * });
 * run.observable("std").mean;     // over run.generations
 * run.timeTo("std>0.1").median;   // generations
 */
export async function simulate(experiment: Experiment, options: SimulateOptions = {}): Promise<Run> {
  const checked = checkExperiment(experiment);
  const { signal, onProgress, chunk, backend } = parse(optionsSchema, options) as SimulateOptions;
  const numeric = backend === "typescript" ? twin : kernels();
  if (backend === "wasm" && numeric.backend !== "wasm") {
    throw invalid("backend", backend, "typescript: WebAssembly is not allowed here");
  }
  const setting = settingOf(checked, numeric);
  const { trajectories, generations, seed, observables } = checked.experiment;
  const records = new Records(numeric, checked.generations.length * observables.length, trajectories);
  const total = trajectories * generations;
  const tell = (done: number) => {
    const { underWay } = setting;
    onProgress?.(underWay ? { done, total, underWay } : { done, total });
  };
  const pause = pauser(signal, tell);
  for (const [first, count] of chunks(trajectories, chunk ?? chunkSize(checked))) {
    const steps = runChunk(setting, first, count);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await pause(step.value);
    records.add(step.value);
  }
  await pause(0, true);
  return new Run(checked, setting.tally, records, provenance(seed, numeric.backend));
}

/** Everything a chunk needs; one for each worker. */
export function settingOf(checked: Checked, numeric: Kernels): Setting {
  const { model, observables, seed } = checked.experiment;
  const definition = definitionOf(model.name);
  const watched = checked.events.map((event) => event.observable);
  const mask = maskOf(model, [...observables, ...watched]);
  const plan = definition.plan(model, mask, maskOf(model, watched));
  const chain = numeric.chain(plan, seedKey(seed));
  const isWritten = (_: unknown, bit: number) => (mask & (1 << bit)) !== 0;
  return {
    checked,
    chain,
    tally: emptyTally(checked, plan),
    written: definition.observables.filter(isWritten),
    initial: chain.initial ?? definition.initial?.(model).filter(isWritten) ?? [],
  };
}

/** Records of a chunk: about this many numbers. */
const CHUNK_NUMBERS = 2 ** 17;

function chunkSize({ generations, experiment }: Checked): number {
  return Math.max(
    1,
    Math.min(1024, Math.floor(CHUNK_NUMBERS / (generations.length * experiment.observables.length))),
  );
}

function* chunks(trajectories: number, size: number): Generator<[first: number, count: number]> {
  for (let first = 0; first < trajectories; first += size)
    yield [first, Math.min(size, trajectories - first)];
}

/** Hands the thread back to its host now and then, so that pages stay alive and signals arrive. */
function pauser(signal: AbortSignal | undefined, tell: (done: number) => void) {
  const SLICE = 30;
  let done = 0;
  let paused = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  signal?.throwIfAborted();
  return async (more: number, last = false): Promise<void> => {
    done += more;
    const now = performance.now();
    if (now - paused < SLICE && !last) return;
    if (last || now - told >= 100) {
      told = now;
      tell(done);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    paused = performance.now();
  };
}
