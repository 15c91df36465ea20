import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { directory, file, lethe, refused } from "./lethe.ts";

const csv = "count,words\n40,1\n5,2\n1,3\n";
const counts = (...args: string[]) => lethe(["forget", "--counts", ...args]);

describe("lethe forget --counts", () => {
  it("projects a table, plain or gzipped, with the same bytes", async () => {
    const path = file("counts.csv", csv);
    const outcome = await counts(path, "--json");
    expect(outcome).toMatchObject({ code: 0, stderr: `${path}: columns words=words,count=count\n` });
    const document = JSON.parse(outcome.stdout);
    expect(document).toMatchObject({
      experiment: {
        counts: path,
        columns: { words: "words", count: "count" },
        samples: 53,
        sampling: "poisson",
      },
      source: path,
      tokens: 53,
      types: 6,
      distinct: 3,
      generations: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
    });
    // 3 (1 - e^-1) + 2 (1 - e^-5) + (1 - e^-40)
    expect(document.unique.mean[0]).toBeCloseTo(6 - 3 * Math.exp(-1) - 2 * Math.exp(-5), 12);
    expect(document.unique.sd).toHaveLength(10);
    expect(document.byCount).toEqual([
      { count: 1, words: 3, scaled: 1, q10: 1, median: 2, q90: 18 },
      expect.objectContaining({ count: 5, words: 2, median: 13 }),
      expect.objectContaining({ count: 40, words: 1, median: 114 }),
    ]);
    const packed = await counts(file("counts.gz", gzipSync(csv)), "--json");
    expect(JSON.parse(packed.stdout)).toMatchObject({ unique: document.unique, byCount: document.byCount });
  });

  it("prints tables", async () => {
    const { code, stdout } = await counts(file("counts.csv", csv), "--generations", "0,1,10");
    expect(code).toBe(0);
    expect(stdout).toContain("53 tokens, 6 types, 3 different counts\nas many drawn in each generation");
    expect(stdout).toMatch(/^ +0 +6 +0 +100.0 %$/m);
    expect(stdout).toMatch(/^ +5 +2 +4 +13 +93$/m);
  });

  it("scales a table to a corpus of any size: the same types, each count times a factor", async () => {
    const path = file("counts.csv", csv);
    const outcomes = await Promise.all([
      counts(path, "--scale", "5.3e12", "--generations", "1000", "--json"),
      counts(path, "--scale", "5.3e12"),
      counts(file("large.csv", "count,words\n4e12,1\n5e11,2\n1e11,3\n"), "--generations", "1000", "--json"),
    ]);
    const [scaled, , large] = outcomes.map(({ stdout }, i) => (i === 1 ? {} : JSON.parse(stdout)));
    expect(scaled.types).toBe(6);
    expect(scaled.byCount[0]).toMatchObject({ count: 1, scaled: 1e11 });
    expect(scaled.unique.mean[0]).toBeCloseTo(large.unique.mean[0], 12);
    expect(outcomes[1].stdout).toContain(
      "scaled to 5,300,000,000,000 tokens: the same types, each count times",
    );
  });

  it("reads what lethe forget writes", async () => {
    const text = file("a.txt", "one two two three three three the the the the the\n");
    const args = ["--generations", "5", "--trajectories", "3", "--seed", "1", "--out", "first"];
    expect((await lethe(["forget", text, ...args])).code).toBe(0);
    const tables = await Promise.all([
      counts(join("first", "by-count.csv"), "--json"),
      counts(join("first", "words.csv"), "--json"),
    ]);
    for (const { stdout } of tables) expect(JSON.parse(stdout)).toMatchObject({ tokens: 11, types: 4 });
  });

  it("takes the columns it is told, and says what it left out and replaced", async () => {
    const path = file("ids.csv", Buffer.from("# caf\xe9\n198,41230\n11,39012\n", "latin1"));
    const { stdout, stderr } = await counts(path, "--columns", "word,count", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      tokens: 80242,
      types: 2,
      experiment: { columns: { word: 1, count: 2 } },
    });
    expect(stderr).toBe(
      `${path}: columns word=1,count=2; 1 comment line left out\n` +
        `${path}: 1 invalid UTF-8 sequence replaced by U+FFFD\n`,
    );
    const one = await counts(file("one.json", '{"the": 1}'), "--generations", "1");
    expect(one.stdout).toContain("1 token, 1 type, 1 different count\nas many drawn in each generation");
  });

  it("writes files", async () => {
    const path = file("counts.csv", csv);
    const { code, stderr } = await counts(path, "--generations", "1,2", "--out", "out");
    expect(code).toBe(0);
    expect(stderr).toMatch(/count=count\nfiles written to out\n$/);
    const out = join(directory, "out");
    expect(readdirSync(out).sort()).toEqual([
      "by-count.csv",
      "forget.json",
      "lethe-files.sha256",
      "unique.csv",
    ]);
    expect(readFileSync(join(out, "unique.csv"), "utf8")).toMatch(
      /^generation,mean,sd\n1,4\.88.*,0\.\d+\n2,/,
    );
    expect(readFileSync(join(out, "by-count.csv"), "utf8")).toContain("\n5,2,5,13,4,93\n");
    expect(JSON.parse(readFileSync(join(out, "forget.json"), "utf8")).types).toBe(6);
  });

  it("refuses what it cannot use, in one line", async () => {
    const path = file("counts.csv", csv);
    const bad = file("bad.csv", "word,count\r\na,1\r\na,2\r\n");
    const cases: [args: string[], message: string][] = [
      [[bad], `invalid counts: "${bad}" (line 3: word "a" again, first on line 2)`],
      [["none.csv"], 'invalid counts: "none.csv" (no such file)'],
      [[path, "a.txt"], 'invalid file: "a.txt" (a text or --counts, not both)'],
      [
        ["none.csv", "--columns", "a,b,c"],
        'invalid columns: "a,b,c" (the word and the count, each a name in the header or a number from 1, as in ' +
          "word,count or 1,3 or word=1,count=3)",
      ],
      [[path, "--scale", "0"], "invalid scale: 0 (a number of words, 1 or more)"],
      [[path, "--scale", "1e400"], "invalid scale: Infinity (a number of words, 1 or more)"],
      [[path, "--scale", "big"], 'invalid scale: "big" (a number of words, 1 or more)'],
      [
        [path, "--generations", "1,x"],
        'invalid generations: "x" (integers from 0 to 2^53-1, between commas)',
      ],
      [
        [path, "--generations", "1.5"],
        "invalid generations: 1.5 (integers from 0 to 2^53-1, between commas)",
      ],
      [[path, "--trajectories", "5"], "invalid trajectories: 5 (not with --counts: nothing is simulated)"],
      [[path, "--seed", "5"], "invalid seed: 5 (not with --counts: nothing is simulated)"],
      [[path, "--tokenizer", "words"], 'invalid tokenizer: "words" (not with --counts: there is no text)'],
      [
        [path, "--samples", "5"],
        "invalid samples: 5 (not with --counts: --scale says how many words are drawn)",
      ],
    ];
    await Promise.all(
      cases.map(async ([args, message]) => expect(await counts(...args)).toEqual(refused(message))),
    );
    expect(await lethe(["forget", "--scale", "5"])).toEqual(refused("invalid scale: 5 (only with --counts)"));
    expect(await lethe(["forget", "--columns", "1,2"])).toEqual(
      refused('invalid columns: "1,2" (only with --counts)'),
    );
  });
});
