import { InputError, WorkerError } from "../check/errors.ts";
import type { Records } from "../chunks/records.ts";
import type { UnderWay } from "../chunks/setting.ts";
import { addTally, type Tally } from "../chunks/tally.ts";
import type { Task } from "../chunks/task.ts";
import type { Outlet } from "./outlet.ts";
import type { Answer, Port } from "./port.ts";
import type { Queue, Span } from "./queue.ts";
import { warnOfFewer } from "./warn.ts";

/** What the workers of a pool share. */
export interface Work {
  readonly task: Task;
  readonly queue: Queue;
  readonly records: Records;
  readonly tally: Tally;
  /** Where every trajectory is told of. */
  readonly outlet?: Outlet | undefined;
  /** Told how many trajectory-generations more are done. */
  readonly tell: (done: number, underWay?: UnderWay) => void;
}

/** How a worker is taken in. */
interface Hire {
  /** It works only until one that is not temporary is there. */
  readonly temporary?: boolean;
  /** The compiled kernels. */
  readonly module?: WebAssembly.Module | undefined;
}

interface Member {
  readonly port: Port;
  readonly temporary: boolean;
  state: "awaited" | "idle" | "running" | "ending" | "gone";
  /** The trajectories that it was given last. */
  span: Span | undefined;
}

/** Chunks that may wait for one before them, or to be told of, for each worker: it bounds memory when one is slow. */
const AHEAD = 4;

/**
 * Workers that pull chunks from a queue. Each keeps a tally of its own, and posts it when the queue is empty; the
 * records of a chunk are merged in the order of the trajectories, whoever made them.
 */
export class Pool {
  /** Resolved when all trajectories are in; rejected when something went wrong, and then all workers are stopped. */
  readonly finished: Promise<void>;
  readonly #work: Work;
  readonly #members: Member[] = [];
  #resolve!: () => void;
  #reject!: (reason: unknown) => void;
  #over = false;

  /** Whether nothing is to be done any more. */
  get over(): boolean {
    return this.#over;
  }

  /** How many threads share, or shared, the trajectories: 1 where it is the calling thread alone. */
  get workers(): number {
    return Math.max(
      1,
      this.#members.filter(({ temporary, span }) => !temporary && span !== undefined).length,
    );
  }

  constructor(work: Work) {
    this.#work = work;
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const { outlet } = work;
    if (outlet) {
      outlet.onrest = () => this.#guarded(() => this.#goOn());
      outlet.onerror = (reason) => this.#guarded(() => this.stop(reason));
    }
  }

  /** Adds a worker. One that cannot start is done without, as long as there is another. */
  add(port: Port, { temporary = false, module }: Hire = {}): void {
    const member: Member = { port, temporary, state: "awaited", span: undefined };
    this.#members.push(member);
    port.onmessage = (answer) => this.#guarded(() => this.#hear(member, answer));
    port.onerror = (reason) => this.#guarded(() => this.#lose(member, reason));
    port.postMessage({ kind: "begin", task: this.#work.task, module });
  }

  /** Stops all workers at once. */
  stop(reason: unknown): void {
    this.#close();
    this.#reject(reason);
  }

  #guarded(react: () => void): void {
    if (this.#over) return;
    try {
      react();
    } catch (error) {
      this.stop(error);
    }
  }

  #hear(member: Member, answer: Answer): void {
    const { queue, records, tally, tell } = this.#work;
    switch (answer.kind) {
      case "hello":
        member.state = "idle";
        break;
      case "progress":
        tell(answer.done, answer.underWay);
        return;
      case "chunk":
        member.state = "idle";
        queue.learn(answer.chunk.count, answer.took);
        // Before its records are merged, so that it need not wait for that.
        this.#employ(member);
        records.add(answer.chunk);
        tell(answer.done, answer.underWay);
        break;
      case "tally":
        addTally(tally, answer.tally);
        this.#dismiss(member);
        break;
      case "error":
        if (member.state === "awaited" && this.#spare(member, answer.error as Error)) return;
        throw answer.isInput ? inputErrorOf(answer.error as Error) : answer.error;
    }
    this.#goOn();
  }

  /** Gives all who are idle something to do, or ends when all is done. */
  #goOn(): void {
    const { records, outlet } = this.#work;
    for (const one of this.#members) this.#employ(one);
    if (
      records.complete &&
      !outlet?.waiting &&
      this.#members.every(({ state, span }) => state === "gone" || span === undefined)
    ) {
      this.#close();
      this.#resolve();
    }
  }

  /** Gives an idle worker something to do, if there is anything. */
  #employ(member: Member): void {
    if (member.state !== "idle") return;
    const { queue, records, outlet } = this.#work;
    const staff = this.#members.filter(({ state }) => state !== "awaited" && state !== "gone");
    const replaced = member.temporary && staff.some(({ temporary }) => !temporary);
    if (queue.left > 0 && !replaced) {
      if (records.waiting + (outlet?.waiting ?? 0) >= AHEAD * staff.length) return;
      member.state = "running";
      member.span = queue.take(staff.length);
      member.port.postMessage({ kind: "run", ...member.span });
    } else if (member.span === undefined) this.#dismiss(member);
    else {
      member.state = "ending";
      member.port.postMessage({ kind: "end" });
    }
  }

  #lose(member: Member, reason: Error): void {
    if (member.state === "gone") return;
    if (member.state === "awaited") {
      if (this.#spare(member, reason)) return;
      throw new WorkerError(`no worker could be started: ${reason.message}`, { cause: reason });
    }
    const { span, state } = member;
    const where =
      state === "running" && span
        ? `while it ran trajectories ${span.first} to ${span.first + span.count - 1}`
        : `${span ? "after its last" : "before its first"} trajectory`;
    throw new WorkerError(`a worker died ${where}: ${reason.message}`, { cause: reason });
  }

  /** Goes on without a worker that could not start. False when it was the only one. */
  #spare(member: Member, reason: Error): boolean {
    this.#dismiss(member);
    if (this.#members.every(({ state }) => state === "gone")) return false;
    warnOfFewer(reason.message);
    return true;
  }

  #dismiss(member: Member): void {
    member.state = "gone";
    member.port.terminate();
  }

  #close(): void {
    this.#over = true;
    this.#work.outlet?.close();
    for (const { port } of this.#members) port.terminate();
  }
}

/** The class does not survive the way from a worker. */
function inputErrorOf({ message, cause }: Error): InputError {
  return cause === undefined ? new InputError(message) : new InputError(message, { cause });
}
