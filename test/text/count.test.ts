import { describe, expect, test } from "vitest";
import { InputError } from "../../src/check/errors.ts";
import { Counter, countTokens } from "../../src/text/count.ts";
import { MAX_TYPES, Vocabulary } from "../../src/text/vocabulary.ts";
import fc from "../property.ts";

describe("countTokens", () => {
  test("most frequent first, equal counts in code-unit order", () => {
    expect(countTokens("b a ä Z c b, ｱ z 𝒳 a b")).toEqual({
      total: 11,
      // 𝒳 is beyond ｱ, but its first code unit, a surrogate, is not.
      words: ["b", "a", "z", "c", "ä", "𝒳", "ｱ"],
      counts: Float64Array.of(3, 2, 2, 1, 1, 1, 1),
    });
  });

  test("of nothing", () => {
    expect(countTokens("")).toEqual({ total: 0, words: [], counts: new Float64Array(0) });
  });

  test("words that objects have as properties", () => {
    const counts = countTokens("__proto__ constructor toString __proto__", { tokenizer: "whitespace" });
    expect(counts.words).toEqual(["__proto__", "constructor", "toString"]);
    expect([...counts.counts]).toEqual([2, 1, 1]);
  });

  test("agrees with counting by hand, in an order that does not depend on that of the text", () => {
    const word = fc.constantFrom("a", "b", "ab", "ß", "z", "ｱ", "𝒳", "é");
    fc.assert(
      fc.property(fc.array(word), fc.integer(), (words, seed) => {
        const result = countTokens(words.join(" "));
        const byHand = new Map<string, number>();
        for (const w of words) byHand.set(w, (byHand.get(w) ?? 0) + 1);
        const expected = [...byHand].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
        expect(result.words.map((w, i) => [w, result.counts[i]])).toEqual(expected);
        expect(result.total).toBe(words.length);
        expect(result.words.length).toBe(expected.length);
        const turn = words.length === 0 ? 0 : Math.abs(seed) % words.length;
        expect(countTokens([...words.slice(turn), ...words.slice(0, turn)].join("\n"))).toEqual(result);
      }),
    );
  });

  test("bad input", () => {
    expect(() => countTokens(5 as never)).toThrow(new InputError("invalid text: 5 (a string)"));
    expect(() => countTokens("a", { tokeniser: "words" } as never)).toThrow(
      new InputError("unknown option: tokeniser (one of tokenizer, jsonField)"),
    );
    expect(() => countTokens("a", null as never)).toThrow(
      new InputError("invalid options: null (an object with tokenizer, jsonField)"),
    );
    expect(() => countTokens("a", { tokenizer: "__proto__" as never })).toThrow(
      new InputError(
        'invalid tokenizer: "__proto__" ("words", "whitespace", "notebook", "orthographic" or "segmenter")',
      ),
    );
  });
});

test("a Counter goes on counting after finish, with another text", () => {
  const counter = new Counter();
  counter.push("the wha");
  counter.push("le");
  expect(counter.finish().words).toEqual(["the", "whale"]);
  counter.push("The end");
  const both = counter.finish();
  expect(both.words).toEqual(["the", "end", "whale"]);
  expect([...both.counts]).toEqual([2, 1, 1]);
  expect(counter.finish()).toEqual(both);
});

test("a Vocabulary numbers words as they come", () => {
  const vocabulary = new Vocabulary();
  expect(["b", "a", "b", "constructor"].map((word) => vocabulary.id(word))).toEqual([0, 1, 0, 2]);
  expect(vocabulary.words).toEqual(["b", "a", "constructor"]);
  expect(MAX_TYPES).toBeLessThan(2 ** 24);
});
