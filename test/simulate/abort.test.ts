import { getEventListeners, once } from "node:events";
import { describe, expect, it } from "vitest";
import { onAbort } from "../../src/host/abort.ts";
import { bernoulli, simulate } from "../../src/index.ts";

const experiment = { model: bernoulli({ p: 0.5, samples: 3 }), generations: 3, trajectories: 3, seed: 1 };

describe("many runs on one signal", () => {
  it("listen to it once, and no more when they are done", async () => {
    const { signal } = new AbortController();
    const warned = once(process, "warning", { signal: AbortSignal.timeout(200) }).catch(() => "no warning");
    const runs = Array.from({ length: 20 }, () => simulate(experiment, { signal }));
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await Promise.all(runs);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(await warned).toBe("no warning");
  });

  it("all hear of it", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const runs = Array.from({ length: 20 }, () => simulate(experiment, { signal }));
    controller.abort("enough");
    const ends = await Promise.allSettled(runs);
    expect(ends).toEqual(runs.map(() => ({ status: "rejected", reason: "enough" })));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("onAbort(signal, react)", () => {
  it("calls each reaction, also one that is given twice, until it is taken back", () => {
    const controller = new AbortController();
    let calls = 0;
    const react = () => {
      calls += 1;
    };
    const stops = [1, 2, 3].map(() => onAbort(controller.signal, react));
    stops[0]();
    stops[0]();
    controller.abort();
    expect(calls).toBe(2);
    for (const stop of stops) stop();
    onAbort(controller.signal, react);
    expect(calls).toBe(3);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });
});
