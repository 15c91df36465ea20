// A model of one's own: what it may be, what it may do, and what a run of it says.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bernoulli, type CustomOptions, custom, InputError, simulate } from "../../src/index.ts";
import { message, messageOf } from "../message.ts";

/** A walk, so that a trajectory can be told from another. */
const walk: CustomOptions<{ x: number }, ["x"]> = {
  name: "walk",
  observables: ["x"],
  start: () => ({ x: 1 }),
  generation: ({ x }, rng) => ({ x: x + rng.normal() }),
  observe: ({ x }) => ({ x }),
};
const sizes = { generations: 12, trajectories: 30, seed: 5 };

const coin = (p: number, samples: number) =>
  custom({
    name: "coin",
    observables: ["p"],
    start: () => p,
    generation(share, rng) {
      let ones = 0;
      for (let i = 0; i < samples; ++i) if (rng.uniform() < share) ++ones;
      return ones / samples;
    },
    observe: (share) => ({ p: share }),
  });

describe("a coin of one's own", () => {
  const common = {
    generations: 60,
    trajectories: 400,
    seed: "a coin",
    survival: ["p!=0,1", "p>0.2"] as const,
  };
  it.each(["wasm", "typescript"] as const)(
    "is the library's by samples, bit for bit: %s",
    async (backend) => {
      const own = await simulate({ ...common, model: coin(0.3, 20) }, { backend });
      const built = await simulate({
        ...common,
        model: bernoulli({ p: 0.3, samples: 20, method: "samples" }),
      });
      for (const statistic of ["mean", "sd"] as const)
        expect(own.observable("p")[statistic]).toEqual(built.observable("p")[statistic]);
      expect(own.observable("p").quantile(0.3)).toEqual(built.observable("p").quantile(0.3));
      expect(own.observable("p").trajectory(17)).toEqual(built.observable("p").trajectory(17));
      for (const event of common.survival) {
        expect(own.survival(event).probability).toEqual(built.survival(event).probability);
        expect(own.timeTo(event).mean).toBe(built.timeTo(event).mean);
        expect(own.timeTo(event).median).toBe(built.timeTo(event).median);
      }
    },
  );
});

describe("a run of it", () => {
  it("does not hang on how it is cut, or on what is recorded", async () => {
    const model = custom(walk);
    const whole = await simulate({ ...sizes, model });
    const cut = await simulate({ ...sizes, model }, { chunk: 1 });
    expect(cut.observable("x").mean).toEqual(whole.observable("x").mean);
    const seen: number[] = [];
    const few = await simulate({ ...sizes, model: custom({ ...walk, observe: look }), record: "every:4" });
    function look({ x }: { x: number }) {
      seen.push(x);
      return { x };
    }
    expect([...few.observable("x").mean]).toEqual([0, 4, 8, 12].map((k) => whole.observable("x").mean[k]));
    // Once for generation 0, which all trajectories share.
    expect(seen).toHaveLength(1 + 3 * sizes.trajectories);
  });

  it("tells the generation, from 1 on, and begins each trajectory anew", async () => {
    const model = custom({
      ...{ name: "count", observables: ["k", "calls"] },
      start: () => ({ k: 0, calls: 0 }),
      generation(state, _, k) {
        state.k = k;
        state.calls += 1;
        return state;
      },
      observe: ({ k, calls }) => ({ k, calls }),
    });
    const run = await simulate({ ...sizes, model });
    for (const name of ["k", "calls"]) {
      expect([...run.observable(name).mean]).toEqual([...run.generations]);
      expect([...run.observable(name).sd]).toEqual(run.generations.map(() => 0));
    }
  });

  it("tells of its progress, and stops", async () => {
    const seen: number[] = [];
    await simulate({ ...sizes, model: custom(walk) }, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.at(-1)).toBe(sizes.generations * sizes.trajectories);
    const stop = new AbortController();
    const endless = simulate(
      { ...sizes, model: custom(walk), trajectories: 1e9, observables: [], record: "every:12" },
      { signal: stop.signal, onProgress: () => stop.abort("enough") },
    );
    await expect(endless).rejects.toBe("enough");
  });

  it("says what it was made of", async () => {
    const model = custom(walk);
    const run = await simulate({ ...sizes, model });
    const source = [walk.start, walk.generation, walk.observe].map(String).join("\n");
    const sha256 = createHash("sha256").update(source).digest("hex");
    expect(run.provenance.model).toEqual({ name: "walk", sha256 });
    const document = JSON.parse(JSON.stringify(run));
    expect(document.experiment.model).toEqual({ name: "walk", observables: ["x"] });
    expect(document.provenance.model).toEqual({ name: "walk", sha256 });
    expect(document.observables.x.theory).toEqual([]);
  });

  it("may have infinite observables", async () => {
    const model = custom({ ...walk, observe: () => ({ x: Number.NEGATIVE_INFINITY }) });
    expect((await simulate({ ...sizes, model })).observable("x").trajectory(3)[2]).toBe(-Infinity);
  });

  it("is in this thread", async () => {
    const model = custom(walk);
    expect((await simulate({ ...sizes, model }, { workers: "auto" })).provenance.workers).toBe(1);
    expect(await simulate({ ...sizes, model }, { workers: 2 }).catch(messageOf)).toBe(
      "invalid workers: 2 (1: walk is made of functions, which stay in this thread; see moduleModel())",
    );
  });

  it("takes what another copy of the library made, or nobody", async () => {
    const run = await simulate({ ...sizes, model: { ...walk } });
    expect(run.observable("x").mean).toEqual(
      (await simulate({ ...sizes, model: custom(walk) })).observable("x").mean,
    );
  });

  it("says itself what it is trained on", async () => {
    const model = custom(walk);
    const own = "only replace for walk: its generation() says what it is trained on";
    expect(await simulate({ ...sizes, model, regime: "accumulate" }).catch(messageOf)).toBe(
      `invalid regime.name: "accumulate" (${own})`,
    );
    const growing = { name: "replace", growth: "linear" } as const;
    expect(await simulate({ ...sizes, model, regime: growing }).catch(messageOf)).toBe(
      `invalid regime.name: "replace" (${own})`,
    );
    expect((await simulate({ ...sizes, model, regime: "replace" })).experiment.regime).toEqual({
      name: "replace",
    });
  });

  it("does not pass for a model of the library", async () => {
    const model = custom({ ...walk, name: "categorical" });
    expect(await simulate({ ...sizes, model }).catch(messageOf)).toBe(
      'invalid model.name: "categorical" (a name of its own, for a model of your own)',
    );
  });
});

describe("names of a certain model", () => {
  it("are checked by TypeScript", async () => {
    const model = custom(walk);
    await simulate({ ...sizes, model, survival: ["x>0"], observables: ["x"] });
    // @ts-expect-error: y is not observed
    const run = simulate({ ...sizes, model, survival: ["y>0"] });
    await expect(run).rejects.toThrow('invalid survival[0]: "y>0" (an event on x)');
    // @ts-expect-error: observe() has to return x
    expect(custom({ ...walk, observe: () => ({}) }).name).toBe("walk");
  });
});

const NAMES = "1 to 30 different names of letters, digits and _, as in p";

describe("what custom() refuses", () => {
  it.each([
    [undefined, "invalid options: missing (an object with observables, start, generation, observe)"],
    [{ ...walk, samples: 3 }, "unknown option: samples (one of observables, start, generation, observe)"],
    [
      { ...walk, name: undefined },
      "invalid name: missing (a letter, then up to 59 letters, digits, - and _)",
    ],
    [
      { ...walk, name: "my walk" },
      'invalid name: "my walk" (a letter, then up to 59 letters, digits, - and _)',
    ],
    [{ ...walk, observables: "x" }, `invalid observables: "x" (${NAMES})`],
    [{ ...walk, observables: [] }, `invalid observables: 0 of them (${NAMES})`],
    [{ ...walk, observables: ["x", "x"] }, `invalid observables: 2 of them (${NAMES})`],
    [{ ...walk, observables: ["x", "x y"] }, `invalid observables[1]: "x y" (${NAMES})`],
    [
      { ...walk, start: { x: 1 } },
      'invalid start: {"x":1} (a function that returns the state of generation 0)',
    ],
    [
      { ...walk, generation: undefined },
      "invalid generation: missing (a function of (state, rng, k) that returns the next state)",
    ],
    [
      { ...walk, observe: "x" },
      'invalid observe: "x" (a function of the state that returns an object of numbers)',
    ],
  ])("%#", (options, expected) => {
    expect(message(() => custom(options as never))).toBe(expected);
  });
});

describe("what its functions may not do", () => {
  const STATE = "a state, and not undefined or a promise";
  const third = (bad: unknown) => (state: { x: number }, _: unknown, k: number) => (k === 3 ? bad : state);
  const boom = () => {
    throw new TypeError("x is\nnot there");
  };
  it.each<[string, object, string]>([
    ["no state", { start: () => undefined }, `start(): missing (${STATE}; generation 0)`],
    ["a promised start", { start: async () => 1 }, `start(): a promise (${STATE}; generation 0)`],
    ["a start that throws", { start: boom }, "start(): it threw TypeError: x is not there (generation 0)"],
    [
      "no next state",
      { generation: third(undefined) },
      `generation(): missing (${STATE}; trajectory 0, generation 3)`,
    ],
    [
      "a promised state",
      { generation: third(Promise.resolve()) },
      `generation(): a promise (${STATE}; trajectory 0, generation 3)`,
    ],
    [
      "a generation that throws",
      { generation: (state: object, _: unknown, k: number) => (k === 3 ? boom() : state) },
      "generation(): it threw TypeError: x is not there (trajectory 0, generation 3)",
    ],
    [
      "a draw that cannot be",
      {
        generation: (state: object, rng: { poisson(x: number): number }) => ({
          ...state,
          x: rng.poisson(-1),
        }),
      },
      "generation(): it threw InputError: invalid mean: -1 (a number from 0 to 2^53-1) (trajectory 0, generation 1)",
    ],
    [
      "NaN, late",
      { generation: third({ x: Number.NaN }) },
      "observe().x: NaN (a number; trajectory 0, generation 3)",
    ],
    ["NaN, at once", { observe: () => ({ x: Number.NaN }) }, "observe().x: NaN (a number; generation 0)"],
    ["a text", { observe: () => ({ x: "1" }) }, 'observe().x: "1" (a number; generation 0)'],
    ["too little", { observe: () => ({}) }, "observe().x: missing (a number; generation 0)"],
    ["too much", { observe: () => ({ x: 1, y: 2 }) }, 'observe(): "y" (observables: x; generation 0)'],
    ["nothing", { observe: () => undefined }, "observe(): missing (an object of numbers: x; generation 0)"],
    ["an array", { observe: () => [1] }, "observe(): [1] (an object of numbers: x; generation 0)"],
    ["a number", { observe: () => 1 }, "observe(): 1 (an object of numbers: x; generation 0)"],
    [
      "a promise",
      { observe: async () => ({ x: 1 }) },
      "observe(): a promise (an object of numbers: x; generation 0)",
    ],
    ["a throw", { observe: boom }, "observe(): it threw TypeError: x is not there (generation 0)"],
  ])("%s", async (_, change, expected) => {
    const model = custom({ ...walk, ...change } as never);
    expect(await simulate({ ...sizes, model }).catch(messageOf)).toBe(`invalid walk.${expected}`);
  });

  it("the trajectory is named, and the error is the cause", async () => {
    let calls = 0;
    const cause = new Error("late");
    const model = custom({
      ...walk,
      generation(state) {
        calls += 1;
        if (calls === 5 * sizes.generations + 4) throw cause;
        return state;
      },
    });
    const error = await simulate({ ...sizes, model }).catch((error) => error);
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toBe(
      "invalid walk.generation(): it threw Error: late (trajectory 5, generation 4)",
    );
    expect(error.cause).toBe(cause);
  });
});
