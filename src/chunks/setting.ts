import { chainOf } from "../generations/chain.ts";
import type { Chain } from "../kernels/chain.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { Columns } from "./columns.ts";
import { deriving } from "./deriving.ts";
import { keptOf } from "./kept.ts";
import { emptyTally, type Tally } from "./tally.ts";
import type { Task } from "./task.ts";

/** A trajectory under way. */
export interface UnderWay {
  /** Its number, from 0. */
  readonly trajectory: number;
  readonly generation: number;
  /** How many symbols are left. */
  readonly living: number;
}

/** What a chunk is run with. */
export interface Setting {
  readonly checked: Task["checked"];
  readonly kernels: Kernels;
  readonly chain: Chain;
  readonly tally: Tally;
  /** Of how many trajectories, the first ones, all records are wanted. */
  readonly kept: number;
  /** Where these may be written to at once, by the thread that has the table. */
  readonly table: Columns | undefined;
  /** Whether the times of its events are wanted of every trajectory. */
  readonly told: boolean;
  /** Observables the chain writes, in its order, and derived ones: those recorded, those watched and what they follow from. */
  readonly written: readonly string[];
  /** Their values at generation 0. */
  readonly initial: readonly number[];
  /** Samples a generation; Infinity where only the model knows. */
  readonly samples: number;
  /** Whether trajectories stop when all of their events have happened. */
  readonly untilOver: boolean;
  /** Generations that a call of the chain takes, as was learnt. */
  step: number;
  /** Where a chain counts symbols: how far it has come. */
  underWay?: UnderWay;
}

/** Makes ready to run trajectories of a task. */
export function settingOf(task: Task, kernels: Kernels, table?: Columns): Setting {
  const own = chainOf(task.plan, task.seed, kernels);
  const { checked, derived, told, untilOver, initial = own.initial ?? [] } = task;
  const { chain, initial: more } = deriving(own, task);
  const { trajectories, observables } = checked.experiment;
  const width = checked.generations.length * observables.length;
  const kept = told ? trajectories : keptOf(width, trajectories);
  const samples = task.plan.kind === "custom" ? Number.POSITIVE_INFINITY : task.plan.samples;
  return {
    ...{ checked, kernels, chain, tally: emptyTally(task), kept, table, told, untilOver, samples, step: 1 },
    ...{ written: [...task.written, ...derived], initial: [...initial, ...more] },
  };
}
