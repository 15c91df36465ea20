import { describe, expect, it } from "vitest";
import { sequence, wordTypes } from "../../src/index.ts";
import { SequenceBuilder } from "../../src/text/sequence.ts";

describe("sequence", () => {
  it("keeps the order of the words", () => {
    const { tokens, words } = sequence("To be, or not to be!");
    expect(words).toEqual(["to", "be", "or", "not"]);
    expect([...tokens]).toEqual([0, 1, 2, 3, 0, 1]);
  });

  it("takes a text in pieces, and each tokenizer", () => {
    expect(sequence(["To b", "e, o", "r"])).toEqual(sequence("To be, or"));
    expect(sequence("To be, or", { tokenizer: "whitespace" }).words).toEqual(["To", "be,", "or"]);
  });

  it("grows", () => {
    const text = Array.from({ length: 5000 }, (_, i) => `w${i % 77}`);
    const { tokens, words } = sequence(text.join(" "));
    expect(Array.from(tokens, (id) => words[id])).toEqual(text);
  });

  it("may be empty", () => {
    expect(sequence("")).toEqual({ tokens: new Uint32Array(0), words: [] });
  });

  it("says what is wrong", () => {
    expect(() => sequence("a", { tokenizer: "word" as never })).toThrow(
      'invalid tokenizer: "word" ("words", "whitespace", "notebook", "orthographic" or "segmenter")',
    );
    expect(() => sequence("a", { lower: true } as never)).toThrow(
      "unknown option: lower (one of tokenizer, jsonField)",
    );
    expect(() => sequence([3] as never)).toThrow("invalid text: 3 (a string)");
  });

  it("has its limit", () => {
    const builder = new SequenceBuilder("it");
    for (let i = 0; i < 20_000_000; ++i) builder.add("a");
    expect(() => builder.add("a")).toThrow("invalid corpus: it (more than 20000000 words in it)");
  });
});

it("wordTypes: runs of letters, numbers and underscores, each type numbered once", () => {
  expect(wordTypes(["the", ",", "half-life", "'s", "s", "Life", "3.3", "a_b", ""])).toEqual([
    [0],
    [],
    [1, 2],
    [3],
    [3],
    [2],
    [4],
    [5],
    [],
  ]);
});
