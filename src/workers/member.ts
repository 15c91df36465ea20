import { InputError, WorkerError } from "../check/errors.ts";
import type { Port } from "./port.ts";
import type { Span } from "./queue.ts";
import type { Work } from "./work.ts";

/** How a worker is taken in. */
export interface Hire {
  /** It works only until one that is not temporary is there. */
  readonly temporary?: boolean;
  /** The compiled kernels. */
  readonly module?: WebAssembly.Module | undefined;
}

/** A worker, as its pool knows it. */
export interface Member {
  readonly port: Port;
  readonly temporary: boolean;
  readonly module: WebAssembly.Module | undefined;
  /** A free one has no work; one that is awaited makes ready for it. */
  state: "free" | "awaited" | "idle" | "running" | "ending" | "gone";
  /** Whether it ever said hello. */
  hasCome: boolean;
  work: Work | undefined;
  /** Whether its tally has something of this work. */
  hasRun: boolean;
  /** The trajectories that it was given last. */
  span: Span | undefined;
}

export const memberOf = (port: Port, { temporary = false, module }: Hire): Member => ({
  ...{ port, temporary, module, state: "free", hasCome: false },
  ...{ work: undefined, hasRun: false, span: undefined },
});

/** What is said of one that died. */
export function deathOf({ span, state }: Member, reason: Error): WorkerError {
  const where =
    state === "running" && span
      ? `while it ran trajectories ${span.first} to ${span.first + span.count - 1}`
      : `${span ? "after its last" : "before its first"} trajectory`;
  return new WorkerError(`a worker died ${where}: ${reason.message}`, { cause: reason });
}

/** The class does not survive the way from a worker. */
export function inputErrorOf({ message, cause }: Error): InputError {
  return cause === undefined ? new InputError(message) : new InputError(message, { cause });
}
