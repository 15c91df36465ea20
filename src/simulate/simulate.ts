import * as v from "valibot";
import { kernels } from "../backend.ts";
import { invalid } from "../check/errors.ts";
import { isBag, isSignal, readFields } from "../check/given.ts";
import { choice, integer, parse } from "../check/schema.ts";
import { Records } from "../chunks/records.ts";
import type { UnderWay } from "../chunks/setting.ts";
import { emptyTally } from "../chunks/tally.ts";
import { type Task, taskOf } from "../chunks/task.ts";
import type { Trajectories } from "../chunks/trajectories.ts";
import { type Checked, checkExperiment, type Experiment } from "../experiment/experiment.ts";
import { onAbort } from "../host/abort.ts";
import { now } from "../host/clock.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { Model } from "../models/index.ts";
import { twin } from "../reference/kernels.ts";
import { type Workers, workersSchema } from "../workers/choice.ts";
import { here } from "../workers/here.ts";
import { Outlet } from "../workers/outlet.ts";
import { Pool, type Work } from "../workers/pool.ts";
import { Queue } from "../workers/queue.ts";
import { recruit } from "../workers/recruit.ts";
import { originOf, ownCode } from "./provenance.ts";
import { Result } from "./result.ts";
import type { Run } from "./run.ts";

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
  /**
   * Told of every trajectory, some at a time and in their order: all that was recorded, and when its events first did
   * not hold. The arrays are the callee's. Where it returns a promise, the run waits for it, so that no more than a few
   * chunks are ever in memory; what it throws ends the run.
   */
  onTrajectories?: (trajectories: Trajectories) => void | Promise<void>;
  /** Trajectories in a chunk: an integer from 1 to 2^53-1 (default: what makes a chunk a moment's work). */
  chunk?: number;
  /**
   * Threads to share the trajectories among, which are Web Workers in a browser: an integer from 1 to 512, or `"auto"`,
   * as many as the CPUs that this process may use (default 1: this thread alone). They start once a run has taken a
   * moment; until then, and where there are none to be had, this thread does the work. Each needs the memory of a model of its own: much, for
   * categorical models of millions of symbols and n-gram models of long texts.
   */
  workers?: Workers;
  /** `"typescript"` runs the twin of the WebAssembly kernels (default: WebAssembly where it is allowed). */
  backend?: "wasm" | "typescript";
}

const optionsSchema = v.strictObject({
  signal: v.optional(v.custom<AbortSignal>(isSignal, "an AbortSignal")),
  onProgress: v.optional(v.function("a function")),
  onTrajectories: v.optional(v.function("a function")),
  chunk: v.optional(integer(1)),
  workers: v.optional(workersSchema, 1),
  backend: v.optional(choice("wasm", "typescript")),
});

type Options = SimulateOptions & { workers: Workers };

/** Records of a chunk: at most about this many numbers. */
const CHUNK_NUMBERS = 2 ** 16;
/** A run that is over in this time, in milliseconds, is not worth the start of a worker. */
const PATIENCE = 50;

/**
 * Runs an experiment: many trajectories of a model that is refitted, generation after generation, to samples of
 * itself. Trajectory i depends on the seed and on i alone.
 *
 * @throws {InputError} for a bad experiment or option
 * @throws {WorkerError} when a worker died
 * @throws {unknown} the signal's reason when it was aborted
 *
 * @example
 * const run = await simulate({
 *   model: gaussian({ samples: 100 }), generations: 2500, trajectories: 1000, seed: 42, survival: ["std>0.1"],
 * });
 * run.observable("std").mean;     // over run.generations
 * run.timeTo("std>0.1").median;   // generations
 */
export async function simulate<M extends Model>(
  experiment: Experiment<M> | Promised<M>,
  options: SimulateOptions = {},
): Promise<Run> {
  const promised = promisedBy(experiment);
  return simulateChecked(checkExperiment(promised ? await promised : experiment), options);
}

/** An experiment whose model is still being loaded. */
export type Promised<M extends Model> = Omit<Experiment<M>, "model"> & { model: Promise<M> };

/** Where the model of an experiment was promised: a promise of the experiment. */
function promisedBy(experiment: unknown): Promise<unknown> | undefined {
  if (!isBag(experiment)) return undefined;
  const { model } = readFields(experiment as { model?: unknown }, ["model"]);
  return model instanceof Promise ? model.then((model) => ({ ...experiment, model })) : undefined;
}

/** The same for an experiment that was checked before, as by a command that does so before it makes files. */
export async function simulateChecked(checked: Checked, options: SimulateOptions): Promise<Run> {
  const given = parse(optionsSchema, options) as Options;
  const { signal, workers: asked, backend } = given;
  const numeric = backend === "typescript" ? twin : kernels();
  if (backend === "wasm" && numeric.backend !== "wasm") {
    throw invalid("backend", backend, "typescript: WebAssembly is not allowed here");
  }
  signal?.throwIfAborted();
  const work = workOf(checked, numeric, given);
  const workers = workersFor(work.task, asked);
  const pool = new Pool(work);
  const unhear = signal && onAbort(signal, () => pool.stop(signal.reason));
  // Theory is half of the code. It comes while the run goes on, and is no part of what a page waits for.
  const laws = import("../laws/index.ts");
  const began = now();
  let enlisted = workers === 1;
  const enlist = () => {
    if (enlisted || now() - began < PATIENCE) return;
    enlisted = true;
    recruit(pool, work, workers).catch((error) => pool.stop(error));
  };
  try {
    pool.add(here(enlist, work.records.table), { temporary: true });
    await pool.finished;
  } finally {
    unhear?.();
  }
  const origin = originOf(checked.experiment.seed, numeric.backend);
  const code = await ownCode(checked.experiment.model);
  return new Result(
    checked,
    work.tally,
    work.records,
    { ...origin, ...code, workers: pool.workers },
    await laws,
  );
}

/** The workers that a task may have: functions stay in their thread. */
function workersFor({ plan }: Task, asked: Workers): Workers {
  const fixed = fixedTo(plan);
  if (fixed === undefined) return asked;
  if (asked === "auto" || asked === 1) return 1;
  throw invalid("workers", asked, `1: ${fixed}`);
}

/** Why a plan cannot be sent to a worker, where it cannot. */
function fixedTo(plan: Task["plan"]): string | undefined {
  if (plan.kind === "custom" && !("url" in plan.parts))
    return `${plan.parts.name} is made of functions, which stay in this thread; see moduleModel()`;
  const isOwn = plan.kind === "gaussian" ? plan.ownFit : plan.kind === "categorical" && plan.estimator;
  return typeof isOwn === "function" ? "the estimator is a function, which stays in this thread" : undefined;
}

/** All that is to be done, and nothing done yet. */
export function workOf(
  checked: Checked,
  numeric: Kernels,
  { chunk, onProgress, onTrajectories }: SimulateOptions = {},
): Work {
  const { trajectories, generations, observables } = checked.experiment;
  const width = checked.generations.length * observables.length;
  const task = taskOf(checked, numeric.backend, onTrajectories !== undefined);
  const outlet = onTrajectories && new Outlet(task, onTrajectories);
  return {
    task,
    queue: new Queue(trajectories, Math.floor(CHUNK_NUMBERS / width), chunk),
    records: new Records(width, trajectories, (chunk) => outlet?.add(chunk)),
    tally: emptyTally(task),
    outlet,
    tell: teller(onProgress, trajectories * generations),
  };
}

/** Adds up what is done and tells of it, ten times a second at most and when all is. */
function teller(onProgress: SimulateOptions["onProgress"], total: number): Work["tell"] {
  let done = 0;
  let told = Number.NEGATIVE_INFINITY;
  return (more, underWay) => {
    done += more;
    const time = now();
    if (!onProgress || (time - told < 100 && done < total)) return;
    told = time;
    onProgress(underWay ? { done, total, underWay } : { done, total });
  };
}
