import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { project } from "../../src/forget/project.ts";
import { CountReader, readCountTable } from "../../src/text/count-table.ts";
import { survivingVocabulary } from "../../src/theory/categorical.ts";
import { quantile } from "../../src/theory/forgetting.ts";
import { message, messageOf } from "../message.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lethe-counts-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string | Uint8Array, name = "counts.csv"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function read(...pieces: string[]) {
  const reader = new CountReader();
  for (const piece of pieces) reader.push(piece);
  return reader.finish();
}

const table = (counts: number[], multiplicities: number[]) => ({
  tokens: counts.reduce((sum, count, i) => sum + count * multiplicities[i], 0),
  types: multiplicities.reduce((sum, many) => sum + many, 0),
  counts: Float64Array.from(counts),
  multiplicities: Float64Array.from(multiplicities),
});
const expected = table([40, 5, 1], [1, 2, 3]);

describe("CountReader reads", () => {
  const accepted: [what: string, text: string][] = [
    ["a column of counts", "40\n5\n1\n1\n5\n1\n"],
    ["counts with how many words have them", "count,words\n1,3\n40,1\n5,2\n"],
    ["words with their counts", "the,40\na,5\nb,5\nx,1\ny,1\nz,1"],
    ["counts with their words, after tabs", "40\tthe\n5\ta\n5\tb\n1\tx\n1\ty\n1\tz\n"],
    ["a header", "count\n40\n5\n5\n1\n1\n1\n"],
    ["a header in any order, and other columns", "Words,median, COUNT ,q10\n3,x,1,\n1,2,40,3\n2,-1,5,0.5\n"],
    [
      "a word with a comma, quotes, or digits",
      'word,count\n"a, ""b""",40\n7,5\n"8",5\n"",1\n x,1\n"x" , "1"',
    ],
    ["a word with a quote after a tab", 'count\tword\n40\t"\n5\ta"b\n5\t2\n1\t3\n1\t4\n1\t5'],
    ["other ways to write a whole number", "count,words\n4e1,1.0\n+5,2\n1.,3\n"],
    ["windows lines and empty ones", "count,words\r\n\r\n1,3\r\n40,1\r\n  \r\n5,2\r\n\r\n"],
    ["rows of equal count, added", "count,words\n1,1\n40,1\n1,2\n5,1\n5,1\n"],
    ["counts of 0, left out", "count,words\n40,1\n0,17\n5,2\n1,3\n9,0\n"],
  ];

  it.each(accepted)("%s", (_, text) => {
    expect(read(text)).toMatchObject(expected);
    expect(read(...text)).toMatchObject(expected);
  });

  it("tables as large as the internet", () => {
    const { tokens, types } = read("count,words\n470,999999000\n9007199254740991,3\n");
    expect(types).toBe(999_999_003);
    expect(tokens).toBe(470 * 999_999_000 + 3 * 9_007_199_254_740_991);
  });
});

describe("CountReader refuses", () => {
  const whole = "where an integer from 0 to 2^53-1 is needed";
  const guess = "; no header says that it is the count: --columns can";
  const refused: [text: string, why: string][] = [
    ["", "no count above 0 in it"],
    ["\n\n", "no count above 0 in it"],
    ["count,words\n", "no count above 0 in it"],
    ["0\n0\n", "no count above 0 in it"],
    [
      "word,hz\na,1\n",
      "line 1: no column count in the header word, hz; say which it is, as in --columns count=hz",
    ],
    ["\nabc\n", "line 2: no column count in the header abc; say which it is, as in --columns count=abc"],
    ["count,count\n1,1\n", "line 1: column count twice in the header"],
    ["count,words,word\n1,1,a\n", "line 1: columns words and word in the header: one of them only"],
    [
      "1,2,3\n",
      "line 1: columns 1, 2, 3 hold numbers, and no header says which is the count; say which it is, as in --columns word=1,count=2",
    ],
    ["count\n5\n-1\n", `line 3: count "-1", ${whole}`],
    ["count\n5\n2.5\n", `line 3: count "2.5", ${whole}`],
    ["count,words\n5,0.5\n", `line 2: words "0.5", ${whole}`],
    ["count,words\n5,\n", `line 2: words missing, ${whole}`],
    ["count\n1e16\n", `line 2: count "1e16", ${whole}`],
    ["count\nNaN\n", `line 2: count "NaN", ${whole}`],
    ["count\n0x10\n", `line 2: count "0x10", ${whole}`],
    ["-3\n", `line 1: count "-3", ${whole}${guess}`],
    [
      "the,x\nof,5\na,x",
      "line 1: no column count in the header the, x; say which it is, as in --columns count=x",
    ],
    ["the,5\nof,x\na,7", `line 2: count "x", ${whole}${guess}`],
    ["word,count\r\na,1\r\n\r\nb,1\r\na,2\r\n", 'line 5: word "a" again, first on line 2'],
    ['a,1\n"a",1\n', 'line 2: word "a" again, first on line 1'],
    ["count,words\n5\n", "line 2: 1 field, where the first row has 2"],
    ["5\n5,1\n", "line 2: 2 fields, where the first row has 1"],
    ['word,count\n"a,1\n', "line 2: a quote that is not closed"],
    ['word,count\n"a"b,1\n', "line 2: a quote within a field in quotes"],
    ["count,words\n1,9007199254740991\n2,1\n", "more than 2^53-1 words in it"],
    [`5\n${"9".repeat(1_000_001)}`, "line 2: more than 1000000 characters"],
  ];

  it.each(refused)("%j", (text, why) => {
    expect(message(() => read(text))).toBe(`invalid counts: the table (${why})`);
  });
});

describe("readCountTable", () => {
  const text = "\ufeffcount,words\r\n1,3\r\n40,1\r\n5,2\r\n";

  test("a file, plain or gzipped, with a byte-order mark", async () => {
    const plain = await file(text);
    expect(await readCountTable(plain)).toMatchObject({ ...expected, source: plain, replaced: 0 });
    const packed = await file(gzipSync(text), "packed");
    expect(await readCountTable(packed)).toMatchObject({ ...expected, source: packed });
  });

  test("UTF-16", async () => {
    expect(await readCountTable(await file(Buffer.from(text, "utf16le")))).toMatchObject(expected);
  });

  test("a file of many pieces", async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `word${i},${1 + (i % 7)}\n`);
    const { types, counts } = await readCountTable(await file(`word,count\n${rows.join("")}`));
    expect(types).toBe(100_000);
    expect([...counts]).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test("errors name the file", async () => {
    const refusal = (path: string) => readCountTable(path).then(() => "no error", messageOf);
    const bad = await file("1\n-1\n", "bad.csv");
    expect(await refusal(bad)).toMatch(/^invalid counts: ".*bad\.csv" \(line 2: count "-1", where /);
    const none = join(folder, "none.csv");
    expect(await refusal(none)).toBe(`invalid counts: ${JSON.stringify(none)} (no such file)`);
    const empty = await file("", "empty.csv");
    expect(await refusal(empty)).toBe(`invalid counts: ${JSON.stringify(empty)} (it is empty)`);
    const packed = await file(Buffer.from("PK\x03\x04"), "packed.csv");
    expect(await refusal(packed)).toMatch(/^invalid counts: .*\(a zip archive; unpack it first\)/);
  });
});

describe("project", () => {
  const generations = [0, 1, 10];

  it("is the exact law for the table, and for a corpus of another size", () => {
    for (const samples of [undefined, 5300]) {
      const projection = project(expected, { samples, generations });
      const factor = (samples ?? 53) / 53;
      const { mean, sd } = survivingVocabulary({
        counts: expected.counts.map((count) => count * factor),
        multiplicities: expected.multiplicities,
        generations,
      });
      generations.forEach((_, i) => {
        expect(projection.unique.mean[i]).toBeCloseTo(mean[i], 12);
        expect(projection.unique.sd[i]).toBeCloseTo(sd[i], 12);
      });
      const median = quantile({ count: 5 * factor, q: 0.5 });
      expect(projection.time(1)).toMatchObject({ count: 5, words: 2, scaled: 5 * factor, median });
    }
  });
});
