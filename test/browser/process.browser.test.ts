// Runs in a page that end before they are done, and what the page can do meanwhile.
import { describe, expect, it } from "vitest";
import { ask, browser } from "./page.ts";

/** A run that no machine finishes. */
const ENDLESS = `
  const model = lethe.gaussian({ samples: 1000, method: "samples" });
  const endless = { model, generations: 1000, trajectories: 1e9, record: "every:1000", seed: 1 };
  const until = async (met) => {
    while (!met()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const stop = new AbortController();
  const outcome = (workers) =>
    lethe.simulate(endless, { workers, signal: stop.signal }).catch(({ name, message }) => [name, message]);`;

describe.skipIf(!browser)("a run in a page", () => {
  it("without workers lets the page live: timers fire, frames are drawn", async () => {
    const script = `${ENDLESS}
      const run = outcome(1);
      let [timers, frames] = [0, 0];
      setInterval(() => ++timers);
      requestAnimationFrame(function draw() {
        ++frames;
        requestAnimationFrame(draw);
      });
      await until(() => timers > 20 && frames > 20);
      stop.abort(new Error("seen enough"));
      return run;`;
    expect((await ask(script)).answer).toEqual(["Error", "seen enough"]);
  });

  it("is stopped by a signal, and its workers with it", async () => {
    const script = `${ENDLESS}
      const run = outcome(2);
      await until(() => count.chunks > 10);
      stop.abort(new Error("enough"));
      const answer = await run;
      const chunks = count.chunks;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return [...answer, count.started, count.chunks - chunks];`;
    const { answer, complaints } = await ask(script);
    expect(answer).toEqual(["Error", "enough", 2, 0]);
    expect(complaints).toEqual([]);
  });

  it("says where a worker was when it was lost", async () => {
    // Workers that throw, by themselves, once they have worked for a while.
    const script = `${ENDLESS}
      const end = "setTimeout(() => { throw new Error('out of luck'); }, 300);";
      globalThis.Blob = class extends Blob {
        constructor([source], options) { super([end + source], options); }
      };
      return outcome(2);`;
    const { answer, complaints } = await ask<[string, string]>(script);
    expect(answer[0]).toBe("WorkerError");
    expect(answer[1]).toMatch(/^a worker died while it ran trajectories \d+ to \d+: .*out of luck$/);
    expect(complaints).toEqual([]);
  });

  it("goes on where the code of a worker does not even start", async () => {
    const script = `
      globalThis.Blob = class extends Blob {
        constructor(_, options) { super(["no script"], options); }
      };
      return [await longRun(lethe, { workers: 2 }), count];`;
    const { answer, complaints } = await ask(script);
    expect(answer).toMatchObject([{ backend: "wasm" }, { started: 2, chunks: 0 }]);
    expect(complaints).toEqual([expect.stringMatching(/^lethe: fewer workers .*SyntaxError/)]);
  });

  it("is one of many at once: they share a memory", async () => {
    const script = `
      const model = lethe.gaussian({ samples: 10 });
      const run = (seed) => lethe.simulate({ model, generations: 5, trajectories: 200, seed });
      const runs = await Promise.all(Array.from({ length: 120 }, (_, seed) => run(seed)));
      return runs.map(({ provenance }) => provenance.backend).filter((backend) => backend === "wasm").length;`;
    const { answer, complaints } = await ask(script);
    expect(answer).toBe(120);
    expect(complaints).toEqual([]);
  });
});
