// The options of n-gram models, how they stand in results, and the texts they write.
import { describe, expect, it } from "vitest";
import { InputError, ngram, ngramText, sequence, simulate } from "../../src/index.ts";

const message = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "no error";
};
const make = (options: object) =>
  message(() => ngram({ tokens: [..."abcabc"], order: 2, ...options } as never));

describe("options", () => {
  it.each<[object, string]>([
    [{ order: 0 }, "invalid order: 0 (an integer from 1 to 64)"],
    [{ order: 65 }, "invalid order: 65 (an integer from 1 to 64)"],
    [{ order: 1.5 }, "invalid order: 1.5 (an integer from 1 to 64)"],
    [{ order: undefined }, "invalid order: missing (an integer from 1 to 64)"],
    [{ order: 7 }, "invalid tokens: 6 of them (at least 7, the order)"],
    [{ tokens: undefined }, "invalid tokens: missing (an array of words or of their numbers)"],
    [{ tokens: "abc" }, 'invalid tokens: "abc" (an array of words or of their numbers)'],
    [{ tokens: [] }, "invalid tokens: 0 of them (from 1 to 20000000)"],
    [{ tokens: ["a", ""] }, 'invalid tokens[1]: "" (a word: a string that is not empty)'],
    [{ tokens: ["a", 1] }, "invalid tokens[1]: 1 (a word: a string that is not empty)"],
    [{ tokens: [1, "a"] }, 'invalid tokens[1]: "a" (an integer from 0 to 19999999)'],
    [{ tokens: [1, 2.5] }, "invalid tokens[1]: 2.5 (an integer from 0 to 19999999)"],
    [{ tokens: [1, -1] }, "invalid tokens[1]: -1 (an integer from 0 to 19999999)"],
    [
      { tokens: [0, 2], words: ["a", "b"] },
      "invalid tokens[1]: 2 (an integer from 0 to 1: the number of a word)",
    ],
    [{ tokens: [0, 0], words: ["a", "a"] }, 'invalid words[1]: "a" (each word once)'],
    [{ tokens: [0, 0], words: [] }, "invalid words: 0 of them (from 1 to 10000000)"],
    [{ tokens: [0, 0], words: ["a", 3] }, "invalid words[1]: 3 (a word: a string that is not empty)"],
    [{ words: ["a"] }, "invalid words: given twice (tokens are words; give their numbers)"],
    [{ types: [[0]] }, "invalid types: for words (tokens must be numbers of words)"],
    [
      { tokens: [0, 1], words: ["a", "b"], types: [[0]] },
      "invalid types: 1 of them (one list for each of 2 words)",
    ],
    [{ tokens: [0, 1], types: [[0], 1] }, "invalid types[1]: 1 (an array of numbers)"],
    [{ tokens: [0, 1], types: [[0], [0.5]] }, "invalid types[1][0]: 0.5 (an integer from 0 to 19999999)"],
    [{ samples: 1 }, "invalid samples: 1 (at least 2, the order)"],
    [{ samples: 0 }, "invalid samples: 0 (an integer from 1 to 20000000)"],
    [{ samples: 20_000_001 }, "invalid samples: 20000001 (an integer from 1 to 20000000)"],
    [{ rule: "walk" }, 'invalid rule: "walk" ("stream" or "documents")'],
    [{ ends: [6] }, 'invalid ends: [6] (only with rule "documents")'],
    [{ rule: "documents", ends: [3, 3, 6] }, "invalid ends[1]: 3 (an integer from 4 to 6: rising positions)"],
    [{ rule: "documents", ends: [0, 6] }, "invalid ends[0]: 0 (an integer from 1 to 6: rising positions)"],
    [{ rule: "documents", ends: [3, 7] }, "invalid ends[1]: 7 (an integer from 4 to 6: rising positions)"],
    [{ rule: "documents", ends: [3] }, "invalid ends: the last is 3 (6, the number of tokens)"],
    [{ rule: "documents", ends: [] }, "invalid ends: the last is 0 (6, the number of tokens)"],
    [
      { rule: "documents", order: 5, ends: [3, 6] },
      "invalid ends: no sentence has 4 tokens (the order less one)",
    ],
    [{ span: 0 }, "invalid span: 0 (an integer from 1 to 128)"],
    [{ n: 3 }, "unknown option: n (one of tokens, words, order, samples, rule, ends, types, span)"],
  ])("%j", (options, expected) => expect(make(options)).toBe(expected));

  it("too long a text", () => {
    expect(make({ tokens: new Uint8Array(20_000_001) })).toBe(
      "invalid tokens: 20000001 of them (from 1 to 20000000)",
    );
  });

  it("words become numbers, and what comes out goes in again", () => {
    const model = ngram({ tokens: [..."abcabd"], order: 2 });
    expect(model).toEqual({
      ...{ name: "ngram", tokens: Uint32Array.of(0, 1, 2, 0, 1, 3), words: ["a", "b", "c", "d"] },
      ...{ order: 2, samples: 6, rule: "stream", span: 2 },
    });
    const { name: _, ...options } = JSON.parse(JSON.stringify(model));
    expect(ngram(options)).toEqual(model);
    expect(ngram({ ...sequence("a b c a b d"), order: 2 })).toEqual(model);
  });
});

describe("types", () => {
  it("are what is counted", async () => {
    const tokens = [0, 1, 2, 3, 0];
    const common = { generations: 1, trajectories: 1, seed: 1, observables: ["unique"] as const };
    const unique = async (types?: number[][]) => {
      const model = ngram({ tokens, order: 1, ...(types && { types }) });
      return (await simulate({ model, ...common })).observable("unique").mean[0];
    };
    expect(await unique()).toBe(4);
    expect(await unique([[0], [1], [], [2, 0]])).toBe(3);
    expect(await unique([[0], [0], [0], [0]])).toBe(1);
    expect(await unique([[7], [], [], [], [9]])).toBe(1);
    expect(await unique([])).toBe(0);
  });
});

describe("results", () => {
  const experiment = { generations: 1, trajectories: 1, seed: 1, observables: ["unique"] as const };
  const echoed = async (tokens: number[], words?: string[]) => {
    const run = await simulate({
      ...experiment,
      model: ngram({ tokens, order: 2, ...(words && { words }) }),
    });
    return (run.toJSON() as { experiment: { model: { tokens: object } } }).experiment.model;
  };

  it("show a short text as it is", async () => {
    expect((await echoed([1, 2, 1])).tokens).toEqual([1, 2, 1]);
  });

  it("describe a long one", async () => {
    const text = Array.from({ length: 50_000 }, (_, i) => (i * i) % 7);
    const model = await echoed(text, [..."abcdefg"]);
    expect(model).toEqual({
      ...{ name: "ngram", order: 2, samples: 50_000, rule: "stream", span: 2 },
      tokens: { length: 50_000, words: 7, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    const others = [await echoed(text, [..."abcdefh"]), await echoed(text), await echoed([...text, 0])];
    const all = [model, ...others].map(({ tokens }) => (tokens as { fingerprint: string }).fingerprint);
    expect(new Set(all).size).toBe(4);
    const again = { ...experiment, model: JSON.parse(JSON.stringify(model)) };
    await expect(simulate(again)).rejects.toThrow(
      /^invalid model\.tokens: \{"length":50000.*\(an array of words or of their numbers\)$/,
    );
  });
});

describe("ngramText", () => {
  const model = ngram({ tokens: "the cat sat on the mat and the dog sat on the rug".split(" "), order: 2 });

  it("is the text that a run went through", async () => {
    const run = await simulate({ model, generations: 600, trajectories: 3, seed: 9, record: "all" });
    for (const generation of [1, 2, 511, 512, 513, 600]) {
      const text = ngramText(model, { seed: 9, trajectory: 2, generation });
      expect(text).toHaveLength(13);
      expect(new Set(text).size).toBe(run.observable("unique").trajectory(2)[generation]);
    }
  });

  it("begins with the original, and may be cut", () => {
    expect(ngramText(model, { seed: 1, generation: 0, length: 3 })).toEqual(["the", "cat", "sat"]);
    expect(ngramText(model, { seed: 1, length: 3 })).toEqual(ngramText(model, { seed: 1 }).slice(0, 3));
    expect(ngramText(ngram({ tokens: [7, 7], order: 1 }), { seed: 1 })).toEqual(["7", "7"]);
  });

  it("refuses what it cannot do", () => {
    const read = (options: object) => message(() => ngramText(model, options as never));
    expect(read({})).toBe("invalid seed: missing (an integer from 0 to 2^53-1, or a string)");
    expect(read({ seed: 1, generation: -1 })).toBe("invalid generation: -1 (an integer from 0 to 1000000)");
    expect(read({ seed: 1, length: 0 })).toBe("invalid length: 0 (an integer from 1 to 2^53-1)");
    expect(read({ seed: 1, k: 3 })).toBe("unknown option: k (one of seed, trajectory, generation, length)");
    const other = { name: "poisson", rate: 1, samples: 1 };
    expect(message(() => ngramText(other as never, { seed: 1 }))).toBe(
      'invalid model.name: "poisson" (ngram)',
    );
  });
});
