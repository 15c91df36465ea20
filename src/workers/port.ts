import type { Chunk } from "../chunks/chunk.ts";
import type { Columns } from "../chunks/columns.ts";
import type { UnderWay } from "../chunks/setting.ts";
import type { Tally } from "../chunks/tally.ts";
import type { Task } from "../chunks/task.ts";

/** What a worker is asked to do. */
export type Order =
  /**
   * Comes first, and again after each end. `module` holds the compiled kernels, for the backend that has them; `table` is
   * where the records that are kept may be written to at once, for a worker in the same thread.
   */
  | {
      readonly kind: "begin";
      readonly task: Task;
      readonly module: WebAssembly.Module | undefined;
      readonly table?: Columns | undefined;
    }
  /** Run a chunk of trajectories. One at a time. */
  | { readonly kind: "run"; readonly first: number; readonly count: number }
  /** Hand over the tally: no more will be asked of this task. */
  | { readonly kind: "end" };

/** How far it has come. */
interface Advance {
  /** Trajectory-generations since it last said something. */
  readonly done: number;
  readonly underWay?: UnderWay | undefined;
}

/** What it says. */
export type Answer =
  /** It is ready: its code runs, and it has the memory it needs. An error before this says that it never will be. */
  | { readonly kind: "hello" }
  | ({ readonly kind: "progress" } & Advance)
  /** A chunk, and the milliseconds it took. */
  | ({ readonly kind: "chunk"; readonly chunk: Chunk; readonly took: number } & Advance)
  | { readonly kind: "tally"; readonly tally: Tally }
  /** Something was thrown; a class of our own would not survive the way here, so it is told apart. */
  | { readonly kind: "error"; readonly error: unknown; readonly isInput: boolean };

/** A worker as its master sees it: what the threads of Node and the workers of browsers have in common. */
export interface Port {
  /** Whether it is in the thread of its master. */
  readonly isHere?: true;
  postMessage(order: Order): void;
  /** Set by the master. */
  onmessage: (answer: Answer) => void;
  /** Set by the master. The worker is gone, or never came; called as often as it likes. */
  onerror: (reason: Error) => void;
  /** Stops the worker in the midst of what it does. */
  terminate(): void;
}
