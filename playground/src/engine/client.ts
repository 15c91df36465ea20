import { Fault } from "./fault.ts";
import type { Message, Reply, Task, Tasks } from "./protocol.ts";

/** The request was cancelled, or another one has taken its place. */
export class Cancelled extends Error {}
/** The worker has died. */
export class Lost extends Error {}

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
  asked: number;
}

/** A worker that has not said a word for so many milliseconds while something is asked of it is given up. */
const SILENCE = 30_000;

/** Does the work of the page elsewhere: in a worker of its own, or on the page in slices where workers are refused. */
export class Engine {
  /** Called when the worker is lost; all that was asked of it is rejected with `Lost`. */
  onLost: () => void = () => {};
  #port: { post: (request: Message) => void; end: () => void } | undefined;
  #starting: Promise<void> | undefined;
  readonly #pending = new Map<number, Pending>();
  #next = 0;

  /** Asks for something. With a signal it can be called off. */
  async ask<T extends Task>(
    task: T,
    ask: Tasks[T]["ask"],
    onProgress?: (progress: Tasks[T]["progress"]) => void,
    signal?: AbortSignal,
  ): Promise<Tasks[T]["answer"]> {
    this.#starting ??= this.#start().catch((error) => {
      // What could not be loaded now may be there the next time.
      this.#starting = undefined;
      throw error;
    });
    await this.#starting;
    if (signal?.aborted) throw new Cancelled();
    const id = this.#next++;
    return await new Promise((resolve, reject) => {
      this.#pending.set(id, {
        resolve: resolve as (answer: unknown) => void,
        reject,
        onProgress: onProgress as ((progress: never) => void) | undefined,
        asked: performance.now(),
      });
      signal?.addEventListener("abort", () => {
        if (!this.#pending.delete(id)) return;
        this.#port?.post({ id, cancel: true });
        reject(new Cancelled());
      });
      this.#port?.post({ id, task, ask });
      if (task !== "read") setTimeout(() => this.#watch(id), SILENCE);
    });
  }

  /** Ends the worker; the next request gets a new one. */
  restart(): void {
    this.#port?.end();
    this.#port = undefined;
    this.#starting = undefined;
    for (const { reject } of this.#pending.values()) reject(new Lost("the worker is gone"));
    this.#pending.clear();
  }

  async #start(): Promise<void> {
    const worker = await startWorker();
    if (worker === undefined) return await this.#here();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#take(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lose();
    };
    this.#port = { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
  }

  async #here(): Promise<void> {
    const { service } = await import("./service.ts").catch(() => {
      throw new Fault("a part of this page could not be loaded: the network may be down");
    });
    const serve = service((reply) => queueMicrotask(() => this.#take(reply)));
    this.#port = { post: serve, end: () => {} };
  }

  #take(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    pending.asked = performance.now();
    if ("progress" in reply) {
      pending.onProgress?.(reply.progress as never);
      return;
    }
    this.#pending.delete(reply.id);
    if ("answer" in reply) pending.resolve(reply.answer);
    else pending.reject(reply.fault ? new Fault(reply.error) : new Error(reply.error));
  }

  #watch(id: number): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    const silent = performance.now() - pending.asked;
    if (silent >= SILENCE) this.#lose();
    else setTimeout(() => this.#watch(id), SILENCE - silent);
  }

  #lose(): void {
    this.restart();
    this.onLost();
  }
}

/** A worker that has started, or undefined where none does. */
function startWorker(): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = () => resolve(worker);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(undefined);
      };
    } catch {
      resolve(undefined);
    }
  });
}
