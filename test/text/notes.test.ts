import { describe, expect, it } from "vitest";
import type { CountOptions } from "../../src/text/count.ts";
import { Beginning, notes } from "../../src/text/notes.ts";

function said(text: string, options: CountOptions = {}, replaced = 0) {
  const beginning = new Beginning();
  for (let at = 0; at < text.length; at += 50_000) beginning.add(text.slice(at, at + 50_000));
  return notes("a.txt", beginning, replaced, options);
}

const jsonl = '{"id": 1, "text": "The owl sat."}\n{"id": 2, "text": "It was shut."}\n';

describe("a text is told what it looks like", () => {
  const table = "a.txt looks like a table of counts: --counts reads it as one";
  it.each([
    ["word,count\nthe,9100\nowl,12\n", table],
    ["the 9100\nowl 12\n", table],
    ["   9100 the\n     12 owl\n", table],
    ["21,310\n22,197\n", table],
    ['{"the": 9100, "owl": 12}', table],
    [`word\tcount\n${"the\t5\n".repeat(20_000)}`, table],
    [jsonl, "a.txt looks like JSONL: --json-field text reads that field of each line"],
    [
      '{"id": "x", "story": "Once upon"}',
      "a.txt looks like JSONL: --json-field story reads that field of each line",
    ],
    [
      `{"id": "x", "content": "${"a ".repeat(100_000)}"}\n`,
      "a.txt looks like JSONL: --json-field content reads that field of each line",
    ],
    ["นกฮูกนั่งอยู่ริมน้ำ", /^a.txt is in a script without spaces .*: --tokenizer segmenter/],
    ["吾輩は猫である。名前はまだ無い。", /--tokenizer segmenter/],
    [
      "*** START OF THE PROJECT GUTENBERG EBOOK MOBY DICK; OR, THE WHALE ***\nCall me Ishmael.",
      /^a.txt has the header and licence of Project Gutenberg/,
    ],
  ])("%j", (text, note) => {
    const [only, ...others] = said(text);
    expect(others).toEqual([]);
    if (typeof note === "string") expect(only).toBe(note);
    else expect(only).toMatch(note);
  });

  it("by none of the options that it was read with", () => {
    expect(said(jsonl, { jsonField: "text" })).toEqual([]);
    expect(said("นกฮูกนั่งอยู่ริมน้ำ", { tokenizer: "segmenter" })).toEqual([]);
  });

  it("or nothing, where it is a text", () => {
    const prose = "Call me Ishmael. Some years ago,\nnever mind how long precisely, having little\n";
    for (const text of [
      prose.repeat(2000),
      prose,
      "word",
      "one two\nthree four\n",
      "1,2\n",
      "한국어는 띄어 쓴다",
      "{ a }",
    ]) {
      expect(said(text)).toEqual([]);
    }
  });

  it("what was replaced in it", () => {
    expect(said("a", {}, 1)).toEqual(["a.txt: 1 invalid UTF-8 sequence replaced by U+FFFD"]);
    expect(said("a", {}, 2000)).toEqual(["a.txt: 2,000 invalid UTF-8 sequences replaced by U+FFFD"]);
  });
});
