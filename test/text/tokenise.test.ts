import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { MAX_WORD_LENGTH, TOKENIZERS, type Tokenizer, TokenStream } from "../../src/text/tokenise.ts";
import fc from "../property.ts";

function tokens(pieces: string | string[], tokenizer: Tokenizer = "words"): string[] {
  const found: string[] = [];
  const stream = new TokenStream(tokenizer, (word) => found.push(word));
  for (const piece of typeof pieces === "string" ? [pieces] : pieces) stream.push(piece);
  stream.finish();
  return found;
}

describe("words", () => {
  test.each<[string, string, string[]]>([
    ["case and punctuation", "Call me Ishmael. CALL!", ["call", "me", "ishmael", "call"]],
    [
      "apostrophes and hyphens split",
      "Don't, the d’you cod-fish",
      ["don", "t", "the", "d", "you", "cod", "fish"],
    ],
    ["underscores and joiners split", "a_b c\u200dd e\u00adf", ["a", "b", "c", "d", "e", "f"]],
    ["digits and other numbers", "3rd 1,000 ½ Ⅷ ٣٤", ["3rd", "1", "000", "½", "ⅷ", "٣٤"]],
    ["German", "Straße STRASSE GROẞ", ["straße", "strasse", "groß"]],
    ["Greek, with final sigma", "ΟΔΥΣΣΕΥΣ Σ ὈΔΌΣ", ["οδυσσευς", "σ", "ὀδός"]],
    ["Turkish dotted İ: two code points", "İstanbul I ı", ["i\u0307stanbul", "i", "ı"]],
    ["CJK", "戦場のヴァルキュリア3、白鯨。", ["戦場のヴァルキュリア3", "白鯨"]],
    ["Arabic and Hebrew with marks", "كِتَابٌ، שָׁלוֹם", ["كِتَابٌ".normalize("NFC"), "שָׁלוֹם".normalize("NFC")]],
    ["Hangul, composed or not", "한글 한글", ["한글", "한글"]],
    ["composed and decomposed are one", "É E\u0301 \u212b A\u030a", ["é", "é", "å", "å"]],
    ["a mark needs a letter before it", "\u0301 ❤\ufe0f ≠ =\u0338 \u0301a", ["a"]],
    ["beyond the basic plane", "𐐀𐐨 𝒜x 😀 𠮷野", ["𐐨𐐨", "𝒜x", "𠮷野"]],
    ["lone surrogates are no letters", "a\ud800b\udc00c\ud800", ["a", "b", "c"]],
    ["line ends of any kind", "a\r\nb\nc\rd\u2028e", ["a", "b", "c", "d", "e"]],
    ["nothing", " .\n", []],
  ])("%s", (_, text, expected) => expect(tokens(text)).toEqual(expected));

  test.each<Tokenizer>(["words", "orthographic"])("%s: no word changes when counted again", (tokenizer) => {
    const unit = fc.oneof(fc.constantFrom(..."a'’-‑\u0301 "), fc.string({ unit: "binary", maxLength: 1 }));
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const once = tokens(units.join(""), tokenizer);
        expect(tokens(once.join(" "), tokenizer)).toEqual(once);
      }),
    );
  });
});

describe("orthographic", () => {
  test.each<[string, string, string[]]>([
    ["apostrophes within words", "Queequeg's d’you don't L'ÉTÉ", ["queequeg's", "d'you", "don't", "l'été"]],
    ["hyphens within words", "well-known co\u2010op non\u2011stop", ["well-known", "co-op", "non-stop"]],
    ["neither at the ends of words", "'tis dogs' 'n' -x- end-", ["tis", "dogs", "n", "x", "end"]],
    ["nor two of them", "a--b rock'-n-'roll c''d", ["a", "b", "rock", "n", "roll", "c", "d"]],
    ["a mark after them has no letter", "a--\u0301b e\u0301's", ["a", "b", "é's"]],
    ["nor has a joiner after that", "a--\u0301\u2011a b''\u0301-\u0301c", ["a", "a", "b", "c"]],
    ["across lines", "well-\nknown it'\ns", ["well", "known", "it", "s"]],
    ["numbers", "1-2 3's 1,000 3.5", ["1-2", "3's", "1", "000", "3", "5"]],
    ["dashes", "a–b a—b", ["a", "b", "a", "b"]],
  ])("%s", (_, text, expected) => expect(tokens(text, "orthographic")).toEqual(expected));

  test("is as words where there is neither", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        const text = any.replace(/['’‐‑-]/g, " ");
        expect(tokens(text, "orthographic")).toEqual(tokens(text));
      }),
    );
  });
});

describe("segmenter", () => {
  test.each<[string, string, string[]]>([
    ["words and numbers", "Don't, E\u0301t\u00e9! 3.5 well-known", ["don't", "été", "3.5", "well", "known"]],
    ["Thai", "นกฮูกนั่ง", ["นก", "ฮูก", "นั่ง"]],
    ["Chinese", "我们喜欢白鲸。我们", ["我们", "喜欢", "白鲸", "我们"]],
    ["Japanese", "私は、海が好き", ["私", "は", "海", "が", "好き"]],
    ["nothing", " .\n", []],
  ])("%s", (_, text, expected) => expect(tokens(text, "segmenter")).toEqual(expected));

  test("is what Intl.Segmenter finds in the whole", () => {
    const units = [
      "นกฮูก",
      "我们",
      "喜欢",
      "海が",
      "a",
      "'",
      ".",
      " ",
      "\n",
      "。",
      "、",
      "\u0301",
      "\u200d",
      "3",
      "한",
      "\ud83d",
    ];
    const segmenter = new Intl.Segmenter("und", { granularity: "word" });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...units)), (some) => {
        const text = some.join("");
        const found = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
        const expected = found.map(({ segment }) => segment.toLowerCase().normalize("NFC"));
        expect(tokens(text.split(""), "segmenter")).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("is refused where the engine has none", () => {
    vi.stubGlobal("Intl", { ...Intl, Segmenter: undefined });
    expect(() => tokens("a", "segmenter")).toThrow(
      'invalid tokenizer: "segmenter" (not with this engine: it has no Intl.Segmenter)',
    );
    vi.unstubAllGlobals();
  });
});

test("whitespace keeps everything else as it is", () => {
  expect(tokens(" Don't, E\u0301\tX_y\r\n\u3000z\u0085q\u00a0\ud800 \udc00\ufeff", "whitespace")).toEqual([
    "Don't,",
    "E\u0301",
    "X_y",
    "z",
    "q",
    "\ud800",
    "\udc00\ufeff",
  ]);
});

describe("notebook", () => {
  test.each<[string, string, string[]]>([
    [
      "the sample the paper's corpus is made of",
      "<unk> @-@ A_b don't 3.5",
      ["unk", "a_b", "don", "t", "3", "5"],
    ],
    ["marks split, nothing is composed", "e\u0301a \u212b", ["e", "a", "å"]],
    ["İ lower-cases to i and a mark, which splits", "İSTANBUL xİ İ_İ", ["i", "stanbul", "xi", "i", "_i"]],
    ["Greek", "ΟΔΟΣ", ["οδος"]],
  ])("%s", (_, text, expected) => expect(tokens(text, "notebook")).toEqual(expected));

  test("is lower-casing, then splitting, wherever no capital sigma is involved", () => {
    const unit = fc.oneof(
      fc.constantFrom(..."aZ _.,'İß\u0301é3٣戦"),
      fc.string({ unit: "binary", maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join("").replaceAll("Σ", "");
        const expected = text.toLowerCase().split(/[^\p{L}\p{N}_]+/u);
        expect(tokens(text, "notebook")).toEqual(expected.filter((word) => word !== ""));
      }),
      { numRuns: 300 },
    );
  });
});

test("docs/corpora.md shows what each makes of one text", () => {
  const page = readFileSync(new URL("../../docs/corpora.md", import.meta.url), "utf8");
  for (const tokenizer of TOKENIZERS) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${tokenizer}\``)) ?? "";
    const shown = [...(row.split("|")[3] ?? "").matchAll(/`([^`]+)`/g)].map(([, word]) => word);
    expect(tokens('Queequeg\'s well-known 3.5 "Café"', tokenizer)).toEqual(shown);
  }
});

describe("pieces", () => {
  const unit = fc.oneof(
    fc.constantFrom(
      "a",
      "B",
      " ",
      "\n",
      "'",
      "_",
      "Σ",
      "İ",
      "e\u0301",
      "\u0301",
      "한",
      "\ud800",
      "\udc00",
      "😀",
      "𐐀",
      "-",
      "’",
      "白鲸",
      "นก",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );

  test.each(TOKENIZERS)("%s: any cut of any text gives the same words", (tokenizer) => {
    fc.assert(
      fc.property(fc.array(unit), fc.array(fc.nat()), (units, where) => {
        const text = units.join("");
        const cuts = [0, ...where.map((at) => at % (text.length + 1)), text.length].sort((a, b) => a - b);
        const pieces = cuts.slice(1).map((end, i) => text.slice(cuts[i], end));
        const whole = tokens(text, tokenizer);
        expect(tokens(pieces, tokenizer)).toEqual(whole);
        expect(tokens(text.split(""), tokenizer)).toEqual(whole); // every surrogate pair cut
      }),
      { numRuns: 500 },
    );
  });

  test("finish ends a word; what follows is another text", () => {
    const found: string[] = [];
    const stream = new TokenStream("words", (word) => found.push(word));
    for (const text of ["whi", "te"]) {
      stream.push(text);
      stream.finish();
      stream.finish();
    }
    expect(found).toEqual(["whi", "te"]);
  });
});

describe("limits", () => {
  const message =
    /^invalid corpus: the text \((a word in it has )?more than 1000000 characters( in it without a space)?\)$/;
  const long = "x".repeat(MAX_WORD_LENGTH);

  test.each(TOKENIZERS)("%s: a word of 1,000,000 characters passes, one more is refused", (tokenizer) => {
    expect(tokens(long, tokenizer)).toEqual([long]);
    expect(tokens([long.slice(1), "x y"], tokenizer)).toEqual([long, "y"]);
    expect(() => tokens(`${long}x y`, tokenizer)).toThrow(message);
    expect(() => tokens([long, "x y"], tokenizer)).toThrow(message);
  });

  test("it is refused when it gets too long, not when it ends", () => {
    const stream = new TokenStream("words", () => {}, "this");
    stream.push(long);
    expect(() => stream.push("x")).toThrow("invalid corpus: this (");
  });

  test("a long word in tiny pieces takes no quadratic time", () => {
    const stream = new TokenStream("words", () => {});
    for (let i = 0; i < 500_000; ++i) stream.push("x");
    stream.finish();
  }, 10_000);

  test("an unknown tokenizer", () => {
    expect(() => tokens("a", "word" as Tokenizer)).toThrow(
      'invalid tokenizer: "word" ("words", "whitespace", "notebook", "orthographic" or "segmenter")',
    );
  });
});
