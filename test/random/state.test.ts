// Where a generator has come to, and generators made of another.
import { describe, expect, it } from "vitest";
import { Generator } from "../../src/index.ts";
import { message } from "../message.ts";

describe("state", () => {
  it("goes on from JSON at any moment, with a spare normal and without", () => {
    const rng = new Generator("state", 7);
    for (let draws = 0; draws < 140; ++draws) {
      const again = Generator.from(JSON.parse(JSON.stringify(rng)));
      const boxMuller = draws % 3 === 0;
      expect([again.boxMuller(), again.uniform(), again.poisson(30)]).toEqual([
        rng.boxMuller(),
        rng.uniform(),
        rng.poisson(30),
      ]);
      if (boxMuller) rng.boxMuller();
    }
    expect(Generator.from(rng.toJSON()).seed).toBe("state");
  });

  it("names what is no state", () => {
    const state = new Generator(1).toJSON();
    const from = (change: object) => message(() => Generator.from({ ...state, ...change } as never));
    expect(message(() => Generator.from(null as never))).toBe(
      "invalid state: null (an object with generator, seed, words)",
    );
    expect(from({ generator: "pcg64" })).toBe('invalid state.generator: "pcg64" ("4 xoshiro128++")');
    expect(from({ seed: -1 })).toBe("invalid seed: -1 (an integer from 0 to 2^53-1, or a string)");
    const list = `a list of ${state.words.length} integers from 0 to 2^32-1`;
    expect(from({ words: [1, 2] })).toBe(`invalid state.words: [1,2] (${list})`);
    expect(from({ words: undefined })).toBe(`invalid state.words: missing (${list})`);
    const none = "invalid state.words: none that a generator comes to (what its toJSON() gave)";
    const put = (at: number, value: number) => state.words.map((word, i) => (i === at ? value : word));
    expect(from({ words: put(3, 2 ** 32) })).toBe(
      "invalid state.words[3]: 4294967296 (an integer from 0 to 2^32-1)",
    );
    expect(from({ words: put(16, 65) })).toBe(none);
    expect(from({ words: put(17, 2) })).toBe(none);
    expect(from({ words: state.words.map((word, i) => (i < 16 && i % 4 === 2 ? 0 : word)) })).toBe(none);
    // A spare normal that is none.
    expect(from({ words: put(17, 1).map((word, i) => (i === 19 ? 0x7ff80000 : word)) })).toBe(none);
  });
});

describe("seeds", () => {
  it("are chosen by chance where none is given, and told", () => {
    const rng = new Generator();
    expect(new Generator(rng.seed).uniform()).toBe(rng.uniform());
    expect(new Set(Array.from({ length: 10 }, () => new Generator().seed)).size).toBe(10);
  });

  it("of those that are spawned are their own, the same each time, and others at the next call", () => {
    const spawned = (rng: Generator) => rng.spawn(3).map((child) => child.uniform());
    const rng = new Generator(1);
    const first = spawned(rng);
    expect(spawned(new Generator(1))).toEqual(first);
    const numbers = [...first, ...spawned(rng), ...spawned(rng.spawn(1)[0]), rng.uniform()];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(rng.spawn(1)[0].seed).toBeUndefined();
    expect(message(() => rng.spawn(-1))).toBe("invalid n: -1 (an integer from 0 to 2^16)");
  });
});
