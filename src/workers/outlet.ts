import type { Chunk } from "../chunks/chunk.ts";
import type { Task } from "../chunks/task.ts";
import { type Trajectories, trajectoriesOf } from "../chunks/trajectories.ts";

/** Told of all trajectories, in their order. It is not called again before its promise is kept. */
export type Listener = (trajectories: Trajectories) => unknown;

/** Hands chunks to a listener, one at a time. Those that wait for it hold up the workers, so that memory is bounded. */
export class Outlet {
  readonly #task: Task;
  readonly #listen: Listener;
  readonly #due: Chunk[] = [];
  #busy = false;
  /** Set by the pool: told when a chunk is out of the way, and of what the listener threw. */
  onrest: () => void = () => {};
  onerror: (reason: unknown) => void = () => {};
  #closed = false;

  constructor(task: Task, listen: Listener) {
    this.#task = task;
    this.#listen = listen;
  }

  /** Chunks that the listener has not done with. */
  get waiting(): number {
    return this.#due.length + Number(this.#busy);
  }

  /** Takes the next chunk, in the order of the trajectories. A listener that throws at once, throws here. */
  add(chunk: Chunk): void {
    this.#due.push(chunk);
    if (!this.#busy) this.#tell();
  }

  /** Nothing is told any more. */
  close(): void {
    this.#closed = true;
    this.#due.length = 0;
  }

  #tell(): void {
    for (let chunk = this.#due.shift(); chunk !== undefined; chunk = this.#due.shift()) {
      const told = this.#listen(trajectoriesOf(chunk, this.#task));
      if (!isPromise(told)) continue;
      this.#busy = true;
      told.then(
        () => this.#rest(),
        (reason) => this.onerror(reason),
      );
      return;
    }
  }

  #rest(): void {
    this.#busy = false;
    if (this.#closed) return;
    try {
      this.#tell();
      this.onrest();
    } catch (error) {
      this.onerror(error);
    }
  }
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === "function";
