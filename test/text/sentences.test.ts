import { describe, expect, it, test } from "vitest";
import { sentences } from "../../src/index.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { toktok } from "../../src/text/toktok.ts";

describe("splitSentences", () => {
  test.each<[string, string, string[]]>([
    ["at a full stop", "One two. Three.", ["One two.", "Three."]],
    ["at a question mark", "Is it?  Yes.", ["Is it?", "Yes."]],
    ["not at an exclamation mark", "Oh! Yes.", ["Oh! Yes."]],
    ["not before a small letter", "at 3 p.m. on Monday. it", ["at 3 p.m. on Monday. it"]],
    ["not two characters after a capital", "Mr. E. White of the NBA. We", ["Mr. E.", "White of the NBA. We"]],
    ["a spaced full stop", "it met . The end", ["it met .", "The end"]],
    ["not at a line break", "One.\nTwo. \n Three. Four", ["One.\nTwo. \n Three.", "Four"]],
    ["only before A to Z", "So. Élan", ["So. Élan"]],
    ["nothing", "", [""]],
  ])("%s", (_, text, expected) => expect(splitSentences(text)).toEqual(expected));
});

describe("toktok", () => {
  test.each<[string, string, string]>([
    [
      "numbers keep commas and stops",
      "Is 9.5 or 525,600 my favorite number?",
      "Is 9.5 or 525,600 my favorite number ?",
    ],
    [
      "addresses stay whole",
      "The https://github.com/jonsafari/tok-tok/blob/master/tok-tok.pl is a website with/and/or slashes and sort of weird : things",
      "The https://github.com/jonsafari/tok-tok/blob/master/tok-tok.pl is a website with/and/or slashes and sort of weird : things",
    ],
    [
      "signs are tokens",
      "This, is a sentence with weird\u00bb symbols\u2026 appearing everywhere\u00bf",
      "This , is a sentence with weird \u00bb symbols \u2026 appearing everywhere \u00bf",
    ],
    ["a full stop only at the end", "The U.S. is e.g. here.", "The U.S. is e.g. here ."],
    ["or before a last quote", 'He said "no."', 'He said " no . "'],
    ["dots and dashes in a row", "wait... what--oh..", "wait ... what -- oh .."],
    ["apostrophes", "don't ‘stop’", "don ' t ‘ stop ’"],
    ["brackets and money", "(it cost $5 [or €6])", "( it cost $ 5 [ or € 6 ] )"],
    ["reserved characters", "a & b|c\td", "a &amp; b &#124; c &#9; d"],
    ["commas in a row", "a,,b,c", "a ,, b , c"],
    ["white space of any kind", " a\u00a0b \n c ", "a b c"],
    ["nothing", "  ", ""],
  ])("%s", (_, text, expected) => expect(toktok(text).join(" ")).toBe(expected));
});

describe("sentences", () => {
  it("gives tokens, lower-cased, and where sentences end", () => {
    const { tokens, words, ends } = sentences("The cat sat. The Cat ran?  So it did");
    expect(words).toEqual(["the", "cat", "sat", ".", "ran", "?", "so", "it", "did"]);
    expect([...tokens]).toEqual([0, 1, 2, 3, 0, 1, 4, 5, 6, 7, 8]);
    expect([...ends]).toEqual([4, 8, 11]);
  });

  it("has no empty sentence", () => {
    expect(sentences("")).toEqual({ tokens: new Uint32Array(0), words: [], ends: new Uint32Array(0) });
    expect([...sentences(" \n ").ends]).toEqual([]);
  });

  it("wants a string", () => {
    expect(() => sentences(["a"] as never)).toThrow('invalid text: ["a"] (a string)');
  });
});
