// Every trajectory, as it is told of while a run goes on.
import { describe, expect, it } from "vitest";
import {
  bernoulli,
  type Experiment,
  gaussian,
  type Run,
  simulate,
  type Trajectories,
} from "../../src/index.ts";
import { experiments } from "./experiments.ts";

/** The parts that a run tells of, put together. */
async function told(experiment: Experiment, options: object = {}) {
  const parts: Trajectories[] = [];
  const run = await simulate(experiment, { ...options, onTrajectories: (part) => void parts.push(part) });
  const joined = (of: (part: Trajectories) => Readonly<Record<string, Float64Array>>, name: string) =>
    parts.flatMap((part) => [...of(part)[name]]);
  const { observables, survival } = run.experiment;
  return {
    ...{ run, parts },
    observables: observables.map((name) => joined((part) => part.observables, name)),
    timeTo: survival.map((event) => joined((part) => part.timeTo, event)),
  };
}

describe("onTrajectories", () => {
  it.each(experiments)("is told what the run keeps: %s", async (_, experiment) => {
    const { run, observables, timeTo } = await told(experiment, { chunk: 47 });
    const { trajectories, survival } = run.experiment;
    expect(run.keptTrajectories).toBe(trajectories);
    for (const [o, name] of run.experiment.observables.entries()) {
      const { trajectory } = run.observable(name);
      const all = Array.from({ length: trajectories }, (_, t) => [...trajectory(t)]);
      expect(observables[o]).toEqual(all.flat());
    }
    for (const [e, event] of survival.entries()) {
      const { censored, quantile } = {
        ...run.timeTo(event),
        quantile: (q: number) => run.timeTo(event).quantile(q),
      };
      expect(timeTo[e]).toHaveLength(trajectories);
      expect(timeTo[e].filter(Number.isNaN)).toHaveLength(censored);
      const rising = timeTo[e]
        .map((k) => (Number.isNaN(k) ? null : k))
        .sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
      for (let i = 0; i < trajectories; ++i) expect(quantile((i + 1) / trajectories)).toBe(rising[i]);
    }
  });

  it("knows the time of each trajectory: the first of its own records for which the event does not hold", async () => {
    const { observables, timeTo } = await told({
      ...{ model: bernoulli({ p: 0.3, samples: 20 }), generations: 60, trajectories: 333, seed: 5 },
      ...{ survival: ["p!=0", "p!=0,1"] },
    });
    for (let t = 0; t < 333; ++t) {
      const p = observables[0].slice(t * 61, (t + 1) * 61);
      const first = (fails: (x: number) => boolean) => (p.some(fails) ? p.findIndex(fails) : Number.NaN);
      expect(timeTo[0][t]).toBe(first((x) => x === 0));
      expect(timeTo[1][t]).toBe(first((x) => x === 0 || x === 1));
    }
  });

  it("is told of all in order, also of those that the run does not keep, and changes no number", async () => {
    const experiment: Experiment = {
      ...{ model: bernoulli({ p: 0.5, samples: 2 }), generations: 600, trajectories: 30_000, seed: 1 },
      ...{ survival: ["p!=0"] },
    };
    const quiet = await simulate(experiment);
    expect(quiet.keptTrajectories).toBeLessThan(30_000);
    let next = 0;
    let sum = 0;
    const run = await simulate(experiment, {
      workers: 2,
      onTrajectories({ first, count, generations, observables }) {
        expect(first).toBe(next);
        next += count;
        for (let t = 0; t < count; ++t) sum += observables["p"][t * generations.length + 1];
      },
    });
    expect(next).toBe(30_000);
    const numbers = (of: Run) => {
      const p = of.observable("p");
      return [p.mean, p.sd, p.quantile(0.5), of.survival("p!=0").probability, of.timeTo("p!=0").mean];
    };
    expect(numbers(run)).toEqual(numbers(quiet));
    // Rounded 30,000 times at most.
    expect(Math.abs(sum / 30_000 - run.observable("p").mean[1])).toBeLessThan(30_000 * Number.EPSILON);
  });

  it("holds the run up while its promise is open", async () => {
    let open = 0;
    let begun = 0;
    const run = simulate(
      { model: gaussian({ samples: 5 }), generations: 100, trajectories: 2000, seed: 1 },
      {
        chunk: 20,
        async onTrajectories({ count }) {
          expect(open).toBe(0);
          open += 1;
          begun += count;
          await new Promise((resolve) => setTimeout(resolve, begun < 100 ? 20 : 0));
          open -= 1;
        },
      },
    );
    await run;
    expect([open, begun]).toEqual([0, 2000]);
  });

  it("lets no more than a few chunks wait", async () => {
    let done = 0;
    let release = () => {};
    const run = simulate(
      { model: gaussian({ samples: 5 }), generations: 10, trajectories: 1000, seed: 1 },
      {
        chunk: 10,
        onProgress: (progress) => {
          done = progress.done;
        },
        onTrajectories: ({ first }) =>
          first === 0 ? new Promise<void>((resolve) => (release = resolve)) : undefined,
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Four chunks for the one worker, and the one that it was on, of 10 trajectories and generations.
    expect(done).toBeLessThanOrEqual(5 * 100);
    release();
    await run;
    expect(done).toBe(10_000);
  });

  it.each([
    [
      "at once",
      () => {
        throw new Error("full");
      },
    ],
    ["later", () => Promise.reject(new Error("full"))],
  ])("ends the run with what it throws %s", async (_, onTrajectories) => {
    let calls = 0;
    const run = simulate(
      { model: gaussian({ samples: 5 }), generations: 100, trajectories: 2000, seed: 1 },
      {
        chunk: 10,
        onTrajectories: () => {
          calls += 1;
          return onTrajectories();
        },
      },
    );
    await expect(run).rejects.toThrow("full");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(calls).toBe(1);
  });

  it("is no number", async () => {
    const experiment = { model: gaussian({ samples: 5 }), generations: 1, trajectories: 1 };
    const text = await simulate(experiment, { onTrajectories: 1 as never }).catch(
      (error: Error) => error.message,
    );
    expect(text).toBe("invalid onTrajectories: 1 (a function)");
  });
});
