// The pool, with workers that do what the test says.
import { describe, expect, it } from "vitest";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import { bernoulli, InputError, WorkerError } from "../../src/index.ts";
import { twin } from "../../src/reference/kernels.ts";
import { workOf } from "../../src/simulate/work.ts";
import { here } from "../../src/workers/here.ts";
import { Pool } from "../../src/workers/pool.ts";
import type { Answer, Order, Port } from "../../src/workers/port.ts";
import { serve } from "../../src/workers/serve.ts";
import { once } from "../../src/workers/work.ts";

const experiment = { generations: 3, trajectories: 40, seed: 1, model: bernoulli({ p: 0.5, samples: 5 }) };

/** 10 chunks of 4. */
const work = (chunk = 4) => workOf(checkExperiment(experiment), twin, { chunk });

/** A worker that hears its orders and says nothing by itself. */
function silent() {
  const orders: Order[] = [];
  const port: Port & { stopped: number } = {
    stopped: 0,
    postMessage: (order) => orders.push(order),
    onmessage() {},
    onerror() {},
    terminate() {
      port.stopped += 1;
    },
  };
  return { port, orders, say: (answer: Answer) => port.onmessage(answer) };
}

/** A worker that does its work when it is told to. */
function patient() {
  const answers: Answer[] = [];
  const { port, orders } = silent();
  const { obey } = serve((message) => answers.push(message));
  return {
    port,
    orders,
    /** Obeys the orders that have come in, and says so. */
    async work() {
      for (const order of orders.splice(0)) await obey(order);
      for (const message of answers.splice(0)) port.onmessage(message);
    },
  };
}

const spans = (orders: readonly Order[]) =>
  orders.flatMap((order) => (order.kind === "run" ? [order.first] : []));

describe("a pool", () => {
  it("posts the task once, then chunks, then asks for the tally", async () => {
    const job = work();
    const pool = new Pool(once(job));
    const one = patient();
    const heard: string[] = [];
    pool.add(one.port);
    while (!job.records.complete || one.orders.length > 0) {
      heard.push(...one.orders.map(({ kind }) => kind));
      await one.work();
    }
    await pool.finished;
    expect(pool.workers).toBe(1);
    expect(heard).toEqual(["begin", ...Array.from({ length: 10 }, () => "run"), "end"]);
    expect(job.tally.events).toEqual([]);
  });

  it("lets no worker run far ahead of one that is slow", async () => {
    const job = work(1);
    const pool = new Pool(once(job));
    const [slow, quick] = [patient(), patient()];
    pool.add(slow.port);
    await slow.work();
    expect(spans(slow.orders)).toEqual([0]);
    pool.add(quick.port);
    for (let i = 0; i < 30; ++i) await quick.work();
    // Four for each of the two, and the one it was on.
    expect(job.records.waiting).toBe(9);
    await slow.work();
    expect(job.records.waiting).toBe(0);
    while (!pool.over) for (const one of [slow, quick]) await one.work();
    await pool.finished;
    expect(pool.workers).toBe(2);
  });

  it("names the trajectories that a worker was on when it died, and stops the others", async () => {
    const pool = new Pool(once(work()));
    const [one, other] = [silent(), silent()];
    pool.add(one.port);
    pool.add(other.port);
    one.say({ kind: "hello" });
    other.say({ kind: "hello" });
    expect(spans(other.orders)).toEqual([4]);
    other.port.onerror(new Error("out of memory"));
    const error = await pool.finished.catch((reason) => reason);
    expect(error).toBeInstanceOf(WorkerError);
    expect(error.message).toBe("a worker died while it ran trajectories 4 to 7: out of memory");
    expect(one.port.stopped).toBe(1);
    // What comes too late is not heard.
    other.port.onerror(new Error("again"));
    one.say({ kind: "progress", done: 1 });
  });

  it("goes on without workers that never come", async () => {
    const job = work();
    const pool = new Pool(once(job));
    pool.add(here(), { temporary: true });
    const refused = silent();
    pool.add(refused.port);
    refused.port.onerror(new Error("refused"));
    await pool.finished;
    expect(job.records.complete).toBe(true);
    expect(spans(refused.orders)).toEqual([]);
  });

  it("does not wait forever when none comes", async () => {
    const pool = new Pool(once(work()));
    for (const { port } of [silent(), silent()]) {
      pool.add(port);
      port.onerror(new Error("refused"));
    }
    await expect(pool.finished).rejects.toThrow("no worker could be started: refused");
  });

  it("goes on without one that has no memory for the task; the first to come has to have it", async () => {
    const lack = new RangeError("out of memory: 10 MB more are needed");
    const job = work();
    const pool = new Pool(once(job));
    pool.add(here(), { temporary: true });
    const small = silent();
    pool.add(small.port);
    small.say({ kind: "error", error: lack, isInput: false });
    await pool.finished;
    expect([job.records.complete, small.port.stopped > 0, pool.workers]).toEqual([true, true, 1]);

    const alone = new Pool(once(work()));
    const only = silent();
    alone.add(only.port, { temporary: true });
    only.say({ kind: "error", error: lack, isInput: false });
    await expect(alone.finished).rejects.toBe(lack);
  });

  it("hands everything over to the first worker that comes", async () => {
    const job = work();
    const pool = new Pool(once(job));
    const [temporary, worker] = [patient(), patient()];
    pool.add(temporary.port, { temporary: true });
    await temporary.work();
    expect(spans(temporary.orders)).toEqual([0]);
    pool.add(worker.port);
    while (worker.orders.length > 0) await worker.work();
    await temporary.work();
    expect(temporary.orders).toEqual([{ kind: "end" }]);
    await temporary.work();
    await pool.finished;
    expect(temporary.port.stopped).toBeGreaterThan(0);
  });

  it("passes on what was thrown in a worker, with its class", async () => {
    for (const [thrown, isInput, expected] of [
      [new RangeError("out of memory: 10 MB more are needed"), false, RangeError],
      // Cloning takes a class of our own away.
      [new InputError("invalid samples: 0 (an integer)"), true, InputError],
    ] as const) {
      const pool = new Pool(once(work()));
      const one = silent();
      pool.add(one.port);
      one.say({ kind: "hello" });
      one.say({ kind: "error", error: structuredClone(thrown), isInput });
      const error = await pool.finished.catch((reason) => reason);
      expect(error).toBeInstanceOf(expected);
      expect(error.message).toBe(thrown.message);
      expect(one.port.stopped).toBe(1);
    }
  });

  it("is stopped by a bug in whom it tells", async () => {
    const bug = new Error("a bug");
    const job = workOf(checkExperiment(experiment), twin, {
      chunk: 4,
      tell() {
        throw bug;
      },
    });
    const pool = new Pool(once(job));
    pool.add(here(), { temporary: true });
    await expect(pool.finished).rejects.toBe(bug);
  });

  it("has each worker take a work of its own, then help with those that others are at", async () => {
    const finished: number[] = [];
    const jobs = Array.from({ length: 3 }, (_, i) => ({ ...work(), finish: () => void finished.push(i) }));
    const todo = [...jobs];
    const pool = new Pool(() => todo.shift());
    const [slow, quick] = [patient(), patient()];
    for (const { port } of [slow, quick]) pool.add(port);
    await slow.work();
    for (let i = 0; i < 100; ++i) await quick.work();
    // Of the first, the slow one has a chunk and the quick one did all that may wait for it.
    expect(finished).toEqual([1, 2]);
    expect(spans(slow.orders)).toEqual([0]);
    while (!pool.over) for (const one of [slow, quick]) await one.work();
    await pool.finished;
    expect(finished).toEqual([1, 2, 0]);
    const one = work();
    const alone = new Pool(once(one));
    alone.add(here());
    await alone.finished;
    for (const { records } of jobs) expect(records.mean()).toEqual(one.records.mean());
  });

  it("goes on with what a finished work brings", async () => {
    const next = work();
    const todo: ReturnType<typeof work>[] = [];
    const first = { ...work(), finish: () => void todo.push(next) };
    todo.push(first);
    const pool = new Pool(() => todo.pop());
    pool.add(here());
    await pool.finished;
    expect(next.records.complete).toBe(true);
  });

  it("is over at once where there is nothing to do", async () => {
    const pool = new Pool(() => undefined);
    const one = silent();
    pool.add(one.port);
    await pool.finished;
    expect(one.orders).toEqual([]);
  });
});
