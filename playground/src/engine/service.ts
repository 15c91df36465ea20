import { InputError } from "lethe";
import { bells, collapse, fold, medians } from "./bells.ts";
import { lifetimes, OpenBook, quantiles } from "./book.ts";
import { OpenCorpus } from "./corpus.ts";
import { Fault } from "./fault.ts";
import type { Message, Reply, Task, Tasks } from "./protocol.ts";
import { Reader } from "./reader.ts";
import { kept, rescue } from "./rescue.ts";
import { simulated } from "./simulation.ts";
import { urn } from "./urn.ts";

type Work = {
  [T in Task]: (
    ask: Tasks[T]["ask"],
    signal: AbortSignal,
    tell: (progress: Tasks[T]["progress"]) => void,
  ) => Tasks[T]["answer"] | Promise<Tasks[T]["answer"]>;
};

/** Makes what answers requests: in a worker, or on the page itself where there can be none. */
export function service(reply: (reply: Reply) => void): (request: Message) => void {
  const corpus = new OpenCorpus();
  const reader = new Reader();
  const book = new OpenBook();
  const work: Work = {
    simulate: simulated,
    open: (source, signal, tell) => corpus.open(source, signal, tell),
    start: (ask) => corpus.start(ask),
    advance: (ask) => corpus.advance(ask),
    fate: (ask) => corpus.fate(ask),
    table: () => corpus.table(),
    lifetimes,
    book: (ask, signal, tell) => book.read(ask, signal, tell),
    find: (ask) => book.find(ask),
    name: (ask) => book.name(ask),
    quantiles,
    urn,
    bells,
    medians,
    fold,
    collapse,
    kept,
    rescue,
    read: (ask, signal, tell) => reader.read(ask, signal, tell),
  };
  const underway = new Map<number, AbortController>();

  async function run(id: number, task: Task, ask: unknown): Promise<void> {
    const controller = new AbortController();
    underway.set(id, controller);
    const tell = (progress: unknown) => {
      if (!controller.signal.aborted) reply({ id, progress });
    };
    try {
      const answer = await work[task](ask as never, controller.signal, tell as never);
      reply({ id, answer });
    } catch (error) {
      const known = error instanceof Fault || error instanceof InputError;
      const words = error instanceof Error ? error.message : String(error);
      reply({ id, error: words, fault: known });
    } finally {
      underway.delete(id);
    }
  }

  return (request) => {
    if ("cancel" in request) underway.get(request.id)?.abort();
    else void run(request.id, request.task, request.ask);
  };
}
