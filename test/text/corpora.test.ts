import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCorpus } from "../../scripts/corpus.mjs";
import { type Corpus, mobyDick } from "../../src/text/corpora.ts";
import { countTokens } from "../../src/text/count.ts";

describe("Moby-Dick", () => {
  let book: Corpus;
  beforeAll(async () => {
    await buildCorpus(); // where mobyDick looks for it; the same bytes as `npm run build` writes
    book = await mobyDick();
  });

  test("from the first line to the last", () => {
    expect(book.title).toBe("Herman Melville, Moby-Dick; or, The Whale (1851)");
    expect(book.licence).toContain("public domain");
    expect(book.text.startsWith("CHAPTER 1. Loomings.\n\nCall me Ishmael. ")).toBe(true);
    expect(book.text.trimEnd().endsWith("rolled on as it rolled five thousand years ago.")).toBe(true);
    expect(book.text.match(/^CHAPTER /gm)).toHaveLength(135);
  });

  test.each([
    ["words", 214620, 16861, 7391, 2837],
    ["notebook", 214620, 16861, 7391, 2837],
    ["whitespace", 208160, 32238, 20009, 4549],
  ] as const)(
    "%s: tokens, types, words occurring once and twice",
    (tokenizer, tokens, types, once, twice) => {
      const counts = countTokens(book.text, { tokenizer });
      const occurring = (times: number) => counts.counts.filter((count) => count === times).length;
      expect([counts.total, counts.words.length, occurring(1), occurring(2)]).toEqual([
        tokens,
        types,
        once,
        twice,
      ]);
      expect(counts.words.slice(0, 3)).toEqual(["the", "of", "and"]);
    },
  );

  test("is built to the same bytes every time, with no time or system in them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lethe-corpus-"));
    const first = await readFile(await buildCorpus(folder));
    const second = await readFile(await buildCorpus(folder));
    await rm(folder, { recursive: true });
    expect(second.equals(first)).toBe(true);
    expect(first.subarray(0, 10).toString("hex")).toBe("1f8b08000000000002ff");
    expect(gunzipSync(first).toString()).toBe(book.text);
  });
});
