import type { Records } from "../chunks/records.ts";
import type { UnderWay } from "../chunks/setting.ts";
import type { Tally } from "../chunks/tally.ts";
import type { Task } from "../chunks/task.ts";
import type { Outlet } from "./outlet.ts";
import type { Queue } from "./queue.ts";

/** Trajectories of one task, and what is known of them when they are run. */
export interface Work {
  readonly task: Task;
  readonly queue: Queue;
  readonly records: Records;
  readonly tally: Tally;
  /** Where every trajectory is told of. */
  readonly outlet?: Outlet | undefined;
  /** Told how many trajectory-generations more are done. */
  readonly tell: (done: number, underWay?: UnderWay) => void;
  /** Called when all of them are in. */
  readonly finish?: () => void;
}

/** Where the next work comes from; nothing is left where it is undefined. It is asked again when a work was finished. */
export type Supply = () => Work | undefined;

/** A single work. */
export function once(work: Work): Supply {
  const todo = [work];
  return () => todo.pop();
}
