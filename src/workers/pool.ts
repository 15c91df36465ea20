import { WorkerError } from "../check/errors.ts";
import { addTally } from "../chunks/tally.ts";
import { deathOf, type Hire, inputErrorOf, type Member, memberOf } from "./member.ts";
import type { Answer, Port } from "./port.ts";
import { warnOfFewer } from "./warn.ts";
import type { Supply, Work } from "./work.ts";

/** Chunks that may wait for one before them, or to be told of, for each worker: it bounds memory when one is slow. */
const AHEAD = 4;

/**
 * Workers that pull chunks from the queue of a work. Each takes a work of its own while there are any, then helps with
 * those that others are at. It keeps a tally, and posts it when the queue is empty; the records of a chunk are merged in
 * the order of the trajectories, whoever made them.
 */
export class Pool {
  /** Resolved when all works are finished; rejected when something went wrong, and then all workers are stopped. */
  readonly finished: Promise<void>;
  readonly #next: Supply;
  /** Works that are begun and not finished. */
  readonly #open = new Set<Work>();
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

  constructor(next: Supply) {
    this.#next = next;
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Adds a worker. One that cannot start is done without, as long as there is another. */
  add(port: Port, hire: Hire = {}): void {
    const member = memberOf(port, hire);
    this.#members.push(member);
    port.onmessage = (answer) => this.#guarded(() => this.#hear(member, answer));
    port.onerror = (reason) => this.#guarded(() => this.#lose(member, reason));
    this.#guarded(() => this.#go());
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
    switch (answer.kind) {
      case "hello":
        member.state = "idle";
        member.hasCome = true;
        break;
      case "progress":
        member.work?.tell(answer.done, answer.underWay);
        return;
      case "chunk": {
        const { queue, records, tell } = member.work!;
        member.state = "idle";
        queue.learn(answer.chunk.count, answer.took);
        // Before its records are merged, so that it need not wait for that.
        this.#employ(member);
        records.add(answer.chunk);
        tell(answer.done, answer.underWay);
        break;
      }
      case "tally":
        if (member.hasRun) addTally(member.work!.tally, answer.tally);
        member.work = undefined;
        if (this.#isReplaced(member)) this.#dismiss(member);
        else member.state = "free";
        break;
      case "error":
        if (member.state === "awaited" && this.#spare(member, answer.error as Error)) break;
        throw answer.isInput ? inputErrorOf(answer.error as Error) : answer.error;
    }
    this.#go();
  }

  /** Finishes what is done, and gives everyone something to do. */
  #go(): void {
    for (const work of this.#open) {
      if (!work.records.complete || work.outlet?.waiting || this.#staff(work).some(({ hasRun }) => hasRun))
        continue;
      this.#open.delete(work);
      work.finish?.();
    }
    for (const one of this.#members) this.#employ(one);
    // A free one has just asked for more, and there was nothing.
    if (this.#open.size > 0 || this.#members.every(({ state }) => state !== "free")) return;
    this.#close();
    this.#resolve();
  }

  /** Those who are at a work, or make ready for it. */
  #staff(work: Work): Member[] {
    return this.#members.filter((one) => one.work === work);
  }

  /** Gives a worker something to do that has nothing, if there is anything. */
  #employ(member: Member): void {
    if (member.state === "free") this.#begin(member);
    const { work } = member;
    if (member.state !== "idle" || work === undefined) return;
    if (work.queue.left > 0 && !this.#isReplaced(member)) {
      const staff = this.#staff(work).filter(({ hasCome }) => hasCome).length;
      if (work.records.waiting + (work.outlet?.waiting ?? 0) >= AHEAD * staff) return;
      member.state = "running";
      member.hasRun = true;
      member.span = work.queue.take(staff);
      member.port.postMessage({ kind: "run", ...member.span });
    } else {
      member.state = "ending";
      member.port.postMessage({ kind: "end" });
    }
  }

  /** Gives a worker a work that nobody is at, or has it help. */
  #begin(member: Member): void {
    const left = [...this.#open].filter(({ queue }) => queue.left > 0);
    const work = left.find((one) => this.#staff(one).length === 0) ?? this.#next() ?? left[0];
    if (work === undefined) return;
    this.#open.add(work);
    const { task, outlet, records } = work;
    if (outlet) {
      outlet.onrest = () => this.#guarded(() => this.#go());
      outlet.onerror = (reason) => this.#guarded(() => this.stop(reason));
    }
    member.work = work;
    member.hasRun = false;
    member.state = "awaited";
    const { port, module } = member;
    port.postMessage({ kind: "begin", task, module, ...(port.isHere && { table: records.columns }) });
  }

  /** Whether another has come for whom it stood in. */
  #isReplaced({ temporary }: Member): boolean {
    return temporary && this.#members.some((one) => !one.temporary && one.hasCome && one.state !== "gone");
  }

  #lose(member: Member, reason: Error): void {
    if (member.state === "gone") return;
    if (!member.hasCome) {
      if (this.#spare(member, reason)) {
        this.#go();
        return;
      }
      throw new WorkerError(`no worker could be started: ${reason.message}`, { cause: reason });
    }
    throw deathOf(member, reason);
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
    member.work = undefined;
    member.port.terminate();
  }

  #close(): void {
    this.#over = true;
    for (const { outlet } of this.#open) outlet?.close();
    for (const { port } of this.#members) port.terminate();
  }
}
