// A thread has one memory for all that runs in it, and what is over gives its part back.
import { afterEach, describe, expect, it, vi } from "vitest";
import { categorical, follow, Generator, gaussian, ngram, ngramText, simulate } from "../../src/index.ts";
import { Stream } from "../../src/kernels/stream.ts";
import { twin } from "../../src/reference/kernels.ts";
import { integerKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { arena, lodge } from "../../src/wasm/room.ts";
import { numbers } from "../simulate/experiments.ts";

const few = { model: gaussian({ samples: 10 }), generations: 5, trajectories: 20 };
const endless = { ...few, generations: 1000, trajectories: 1e9, record: "every:1000" };

/** Counts the instances that are made from here on. */
function countInstances(): () => number {
  let count = 0;
  const { Instance } = WebAssembly;
  vi.spyOn(WebAssembly, "Instance").mockImplementation(
    class {
      constructor(module: WebAssembly.Module) {
        ++count;
        // biome-ignore lint/correctness/noConstructorReturn: it stands in for a class.
        return new Instance(module);
      }
    } as unknown as () => WebAssembly.Instance,
  );
  return () => count;
}

afterEach(() => vi.restoreAllMocks());

describe("the memory of a thread", () => {
  it("is one, for many runs at once and one after the other, and for draws", async () => {
    const expected = numbers(await simulate({ ...few, seed: 119 }, { backend: "typescript" }));
    arena();
    const made = countInstances();
    const runs = await Promise.all(Array.from({ length: 120 }, (_, seed) => simulate({ ...few, seed })));
    expect(numbers(runs[119])).toBe(expected);
    for (let seed = 0; seed < 50; ++seed) await simulate({ ...few, seed });
    new Generator(1).normal(new Float64Array(100));
    expect(made()).toBe(0);
    expect(arena().rooms).toBe(0);
    // Runs keep what they are asked for later.
    expect(runs[7].observable("std").mean).toEqual(
      (await simulate({ ...few, seed: 7 })).observable("std").mean,
    );
  });

  it("is given back by a run that is aborted, and by one whose onProgress throws", async () => {
    const stop = new AbortController();
    const aborted = simulate({ ...endless, seed: 1 }, { signal: stop.signal });
    const thrown = simulate(
      { ...endless, seed: 1 },
      {
        onProgress: () => {
          throw new Error("a bug");
        },
      },
    );
    await expect(thrown).rejects.toThrow("a bug");
    expect(arena().rooms).toBe(1);
    stop.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    expect(arena().rooms).toBe(0);
  });

  it("is given back where something does not fit, and when a text has been read", () => {
    const { rooms } = arena();
    expect(() => lodge((room) => ({ at: room.reserve(100), more: room.reserve(2 ** 33) }))).toThrow(
      "out of memory: 8192 MB more are needed",
    );
    ngramText(ngram({ tokens: [0, 1, 0, 1, 1], order: 2 }), { seed: 1 });
    expect(arena().rooms).toBe(rooms);
  });

  it("lends a multinomial what it needs, little or much", () => {
    const { at, size } = arena().reserve(1);
    arena().release({ at, size });
    for (const length of [1, 5, 1022, 1023, 1024, 5000]) {
      const weights = Float64Array.from({ length }, (_, i) => 1 / (i + 2.7));
      const [here, there] = [wasmKernels(), twin].map((kernels) => {
        const counts = new Float64Array(length);
        kernels.multinomial(new Stream(integerKey(1), integerKey(length)), 1e6, weights, counts);
        return counts;
      });
      expect(here).toEqual(there);
      const next = arena().reserve(1);
      arena().release(next);
      expect(next.at).toBe(at);
    }
  });

  it("is a second one for what does not fit beside others", () => {
    const bytes = 2.5 * 2 ** 30;
    const first = lodge((room) => ({ wasm: room.wasm, at: room.reserve(bytes) }));
    const second = lodge((room) => ({ wasm: room.wasm, at: room.reserve(bytes) }));
    expect(second.wasm).not.toBe(first.wasm);
    second.free();
    // A memory that has grown so large is not kept.
    const { wasm } = arena();
    first.free();
    expect(arena().wasm).not.toBe(wasm);
    first.free();
    expect(arena().rooms).toBe(0);
  });

  it("may grow under draws and a follower", () => {
    const draw = (rng: Generator) => rng.uniform(new Float64Array(3000));
    const here = new Generator(5);
    const life = follow(categorical({ counts: [90, 9, 1] }), { seed: 42 });
    draw(here);
    life.advance(3);
    const { byteLength } = arena().wasm.memory.buffer;
    const large = lodge((room) => ({ at: room.reserve(2 * byteLength) }));
    expect(arena().wasm.memory.buffer.byteLength).toBeGreaterThan(byteLength);

    const there = new Generator(5);
    draw(there);
    expect(draw(here)).toEqual(draw(there));
    life.advance(4);
    const again = follow(categorical({ counts: [90, 9, 1] }), { seed: 42 });
    again.advance(7);
    expect(life.counts()).toEqual(again.counts());
    large.free();
  });
});
