// Test frameworks put timers and clocks in place of the host's that stand still. A run comes to its end all the same,
// whichever was there first, and lets its host have a turn now and then.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Experiment } from "../../src/index.ts";
import { numbers } from "./experiments.ts";

/** All that can be put in another's place; nextTick cannot in a process of Vitest's. */
const toFake = [
  ...["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate"],
  ...["Date", "performance", "queueMicrotask", "hrtime"],
] as NonNullable<NonNullable<Parameters<typeof vi.useFakeTimers>[0]>["toFake"]>;

async function load() {
  vi.resetModules();
  return await import("../../src/index.ts");
}

afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock("#threads");
});

describe.each(["before", "after"])("with fake timers from %s lethe is loaded", (when) => {
  async function loadAmidFakes() {
    if (when === "before") vi.useFakeTimers({ toFake });
    const lethe = await load();
    if (when === "after") vi.useFakeTimers({ toFake });
    expect([performance.now(), Date.now()]).toEqual([performance.now(), Date.now()]);
    return lethe;
  }

  it("a run ends", async () => {
    const { gaussian, simulate } = await loadAmidFakes();
    const model = gaussian({ samples: 1000, method: "samples" });
    const experiment: Experiment = {
      model,
      generations: 200,
      trajectories: 100,
      seed: 1,
      survival: ["std>0.9"],
    };
    const run = await simulate(experiment);
    vi.useRealTimers();
    expect(numbers(run)).toBe(numbers(await simulate(experiment)));
  });

  it("a run that takes a moment asks for the workers that it may have", async () => {
    const stop = new AbortController();
    vi.doMock("#threads", () => ({
      startWorker() {
        stop.abort(new Error("asked"));
        throw new Error("none for this test");
      },
    }));
    const { gaussian, simulate } = await loadAmidFakes();
    const endless = { model: gaussian({ samples: 10 }), generations: 1000, trajectories: 1e9, seed: 1 };
    const run = simulate({ ...endless, record: "every:1000" }, { workers: 2, signal: stop.signal });
    await expect(run).rejects.toThrow("asked");
  });

  it("a run tells how far it is, and is stopped by a signal", async () => {
    const { gaussian, simulate } = await loadAmidFakes();
    const model = gaussian({ samples: 1000, method: "samples" });
    const stop = new AbortController();
    const told: number[] = [];
    const run = simulate(
      { model, generations: 1000, trajectories: 1e9, record: "every:1000", seed: 1 },
      {
        signal: stop.signal,
        onProgress({ done }) {
          told.push(done);
          if (told.length === 3) stop.abort(new Error("enough"));
        },
      },
    );
    await expect(run).rejects.toThrow("enough");
    expect(new Set(told).size).toBe(3);
  });
});

it("a run tells how far it is ten times a second at most", async () => {
  let milliseconds = 0;
  vi.doMock("../../src/host/clock.ts", () => ({ now: () => ++milliseconds }));
  const { gaussian, simulate } = await load();
  const told: number[] = [];
  await simulate(
    {
      model: gaussian({ samples: 2 }),
      generations: 1000,
      trajectories: 20_000,
      record: "every:1000",
      seed: 1,
    },
    { onProgress: ({ done }) => told.push(done) },
  );
  expect(told.length).toBeGreaterThan(2);
  // And once at the end.
  expect(told.length).toBeLessThanOrEqual(milliseconds / 100 + 1);
  vi.doUnmock("../../src/host/clock.ts");
});

describe("a clock that is put back during a run", () => {
  it("does not spoil how the work is cut", async () => {
    const { Queue } = await import("../../src/workers/queue.ts");
    const queue = new Queue({ first: 0, count: 1000 }, 64, undefined);
    queue.take(1);
    queue.learn(1, -5000);
    expect(queue.take(1).count).toBe(4);
    queue.learn(4, Number.MIN_VALUE);
    expect(queue.take(1).count).toBe(16);
  });
});
