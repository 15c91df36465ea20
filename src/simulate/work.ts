import { Records } from "../chunks/records.ts";
import type { UnderWay } from "../chunks/setting.ts";
import type { Tables } from "../chunks/tables.ts";
import { emptyTally } from "../chunks/tally.ts";
import { taskOf } from "../chunks/task.ts";
import type { Checked } from "../experiment/experiment.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { type Listener, Outlet } from "../workers/outlet.ts";
import { Queue, type Span } from "../workers/queue.ts";
import type { Work } from "../workers/work.ts";

/** What of an experiment is to be run, and how. */
export interface WorkOptions {
  /** Trajectories in a chunk (default: what makes a chunk a moment's work). */
  readonly chunk?: number | undefined;
  /** Which trajectories, the first of which begins a block (default: all). */
  readonly span?: Span;
  readonly tell?: Work["tell"];
  /** Told of every trajectory. */
  readonly onTrajectories?: Listener | undefined;
  readonly finish?: (work: Work) => void;
  /** Only the events are asked for, and a trajectory goes on until all of its own have happened. */
  readonly untilOver?: boolean;
  /** Where the table of its records comes from (default: new memory). */
  readonly tables?: Tables;
}

/** Records of a chunk: at most about this many numbers. */
const CHUNK_NUMBERS = 2 ** 16;

const ignore = (_done: number, _underWay?: UnderWay): void => {};

/** All that is to be done, and nothing done yet. */
export function workOf(checked: Checked, numeric: Kernels, options: WorkOptions = {}): Work {
  const { trajectories } = checked.experiment;
  const { chunk, span = { first: 0, count: trajectories }, tell = ignore, finish } = options;
  const { onTrajectories, untilOver = false, tables } = options;
  const task = taskOf(checked, numeric.backend, { told: onTrajectories !== undefined, untilOver });
  const outlet = onTrajectories && new Outlet(task, onTrajectories);
  const width = task.checked.generations.length * task.checked.experiment.observables.length;
  const work: Work = {
    task,
    queue: new Queue(span, Math.floor(CHUNK_NUMBERS / width), chunk),
    records: new Records(width, trajectories, span, (chunk) => outlet?.add(chunk), tables),
    tally: emptyTally(task),
    outlet,
    tell,
    ...(finish && { finish: () => finish(work) }),
  };
  return work;
}
