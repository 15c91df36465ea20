import * as v from "valibot";
import { kernels } from "../backend.ts";
import { invalid } from "../check/errors.ts";
import { isBag, isSignal, readFields, type Signal } from "../check/given.ts";
import { choice, integer, parse } from "../check/schema.ts";
import type { UnderWay } from "../chunks/setting.ts";
import type { Task } from "../chunks/task.ts";
import type { Trajectories } from "../chunks/trajectories.ts";
import { type Checked, checkExperiment, type Experiment } from "../experiment/experiment.ts";
import { now } from "../host/clock.ts";
import type { Model } from "../models/index.ts";
import { twin } from "../reference/kernels.ts";
import { type Workers, workersSchema } from "../workers/choice.ts";
import { runWorks } from "../workers/recruit.ts";
import { once, type Work } from "../workers/work.ts";
import { originOf, ownCode } from "./provenance.ts";
import { Result } from "./result.ts";
import type { Run } from "./run.ts";
import { workOf } from "./work.ts";

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
  /** An `AbortSignal`. Stops the run: the promise is rejected with the signal's reason. */
  signal?: Signal;
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

export const optionsSchema = v.strictObject({
  signal: v.optional(v.custom<Signal>(isSignal, "an AbortSignal")),
  onProgress: v.optional(v.function("a function")),
  onTrajectories: v.optional(v.function("a function")),
  chunk: v.optional(integer(1)),
  workers: v.optional(workersSchema, 1),
  backend: v.optional(choice("wasm", "typescript")),
});

type Options = SimulateOptions & { workers: Workers };

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
  const { signal, onProgress, onTrajectories, chunk, workers: asked, numeric } = howOf(options);
  const { trajectories, generations } = checked.experiment;
  const tell = teller(onProgress, trajectories * generations);
  const work = workOf(checked, numeric, { chunk, tell, onTrajectories });
  // Theory is half of the code. It comes while the run goes on, and is no part of what a page waits for.
  const laws = import("../laws/index.ts");
  // Where it cannot be had the run ends with that, but only then: until it is awaited, a process would die of it.
  laws.catch(() => undefined);
  const workers = await runWorks(once(work), {
    backend: numeric.backend,
    workers: workersFor(work.task, asked),
    most: () => work.queue.left,
    signal,
  });
  const origin = originOf(checked.experiment.seed, numeric.backend);
  const code = await ownCode(checked.experiment.model);
  return new Result(checked, work.tally, work.records, { ...origin, ...code, workers }, await laws);
}

/** Checks the options, and takes the kernels that were asked for. */
export function howOf(options: SimulateOptions) {
  const { backend, ...how } = parse(optionsSchema, options) as Options;
  const numeric = backend === "typescript" ? twin : kernels();
  if (backend === "wasm" && numeric.backend !== "wasm") {
    throw invalid("backend", backend, "typescript: WebAssembly is not allowed here");
  }
  how.signal?.throwIfAborted();
  return { ...how, numeric };
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

/** Adds up what is done and tells of it, ten times a second at most and when all is. */
export function teller(onProgress: SimulateOptions["onProgress"], total: number): Work["tell"] {
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
