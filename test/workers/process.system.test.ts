// Real threads in a process of their own, which must come to its end.
import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import { library } from "../built.ts";

/** The first lines of every script: a run of hours, and a list of the threads it starts. */
const HEAD = `
import threads from "node:worker_threads";
import { syncBuiltinESMExports } from "node:module";
const started = [];
threads.Worker = class extends threads.Worker {
  constructor(...args) {
    super(...args);
    started.push(this);
    this.once("message", () => setTimeout(() => onStart(this), 100));
  }
};
syncBuiltinESMExports();
let onStart = () => {};
const { gaussian, simulate } = await import(${JSON.stringify(library)});
const long = { model: gaussian({ samples: 100 }), generations: 1000, trajectories: 1e9, seed: 1 };
const tell = ({ name, message }) => console.log(JSON.stringify({ name, message, started: started.length }));
`;

/** Runs a script: what it printed, and how it ended. */
function script(body: string, flags: string[] = []): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const args = [...flags, "--input-type=module", "--eval", HEAD + body];
    const options = { timeout: 20_000, killSignal: "SIGKILL" as const };
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, out: stdout + stderr });
    });
  });
}

describe("a run in threads", () => {
  it.concurrent("says where a thread was when it was killed", async () => {
    const { code, out } = await script(
      `onStart = (worker) => { if (worker === started[1]) worker.terminate(); };
       await simulate(long, { workers: 2 }).catch(tell);`,
    );
    expect(JSON.parse(out)).toEqual({
      name: "WorkerError",
      message: expect.stringMatching(
        /^a worker died while it ran trajectories \d+ to \d+: it ended with exit code 1$/,
      ),
      started: 2,
    });
    expect(code).toBe(0);
  });

  it.concurrent("is stopped by a signal, with its reason", async () => {
    const { code, out } = await script(
      `const stop = new AbortController();
       onStart = () => stop.abort(new Error("enough"));
       await simulate(long, { workers: 3, signal: stop.signal }).catch(tell);`,
    );
    expect(JSON.parse(out)).toEqual({ name: "Error", message: "enough", started: 3 });
    expect(code).toBe(0);
  });

  it.concurrent("starts none for a run of a moment, and no more than there are trajectories", async () => {
    const { out } = await script(
      `await simulate({ ...long, trajectories: 10 }, { workers: 4 });
       const none = started.length;
       const few = { ...long, model: gaussian({ samples: 1e6, method: "samples" }), trajectories: 3 };
       const stop = new AbortController();
       onStart = () => stop.abort();
       await simulate(few, { workers: 4, signal: stop.signal }).catch(() => {});
       console.log(none, started.length);`,
    );
    expect(out).toBe("0 2\n");
  });

  it.concurrent("goes on with those that can start, and says so once", async () => {
    const { out } = await script(
      `const { Worker } = threads;
       threads.Worker = class extends Worker {
         constructor(source, options) {
           super(started.length % 2 === 0 ? source : "throw new Error('no luck')", options);
         }
       };
       syncBuiltinESMExports();
       process.on("warning", ({ message }) => console.log(message));
       const run = await simulate({ ...long, trajectories: 8000 }, { workers: 4 });
       console.log(started.length, run.provenance.workers <= 2);`,
      ["--no-warnings"],
    );
    expect(out.split("\n").sort()).toEqual([
      "",
      "4 true",
      "fewer workers take part than could: the same results take longer (no luck)",
    ]);
  });

  it.concurrent("goes on in its own thread where threads are refused", async () => {
    const { out } = await script(
      `threads.Worker = class { constructor() { started.push(this); throw new Error("refused"); } };
       syncBuiltinESMExports();
       process.on("warning", ({ message }) => console.log(message));
       const run = await simulate({ ...long, trajectories: 8000 }, { workers: 4 });
       console.log(started.length, run.observable("std").mean.length, run.provenance.workers);`,
      ["--no-warnings"],
    );
    expect(out.split("\n").sort()).toEqual([
      "",
      "1 1001 1",
      "fewer workers take part than could: the same results take longer (refused)",
    ]);
  });
});
