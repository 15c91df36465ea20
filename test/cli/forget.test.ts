import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { directory, file, lethe } from "./lethe.ts";

const short = ["--generations", "20", "--trajectories", "4", "--seed", "1"];
const text = "one two two three three three the the the the the the the the\n".repeat(3);

describe("lethe forget", () => {
  it("forgets Moby-Dick", async () => {
    const [json, read] = await Promise.all([
      lethe(["forget", ...short, "--json"]),
      lethe(["forget", ...short]),
    ]);
    const document = JSON.parse(json.stdout);
    expect(Object.keys(document)).toEqual([
      "lethe",
      "experiment",
      "provenance",
      "source",
      "tokens",
      "types",
      "generations",
      "unique",
      "byCount",
      "fit",
      "words",
    ]);
    expect(document).toMatchObject({
      tokens: 214620,
      types: 16861,
      generations: Array.from({ length: 21 }, (_, k) => k),
    });
    expect(document.experiment).toEqual({
      source: document.source,
      tokenizer: "words",
      samples: 214620,
      generations: 20,
      trajectories: 4,
      seed: 1,
    });
    for (const name of ["mean", "standardError", "lower", "upper"])
      expect(document.unique[name]).toHaveLength(21);
    expect(document.byCount[0]).toMatchObject({ count: 1, types: 7391, q10: 1, median: 2 });
    expect(Object.keys(document.fit)).toEqual(expect.arrayContaining(["slope", "intercept", "r2"]));
    expect(document.words).toHaveLength(16861);
    expect(document.words[0]).toEqual({
      ...{ word: "the", count: 14151, probability: 0, lower: 0 },
      // Wilson: of 4 trajectories none
      upper: expect.closeTo(1.959963984540054 ** 2 / (4 + 1.959963984540054 ** 2), 14),
    });
    expect(read.stdout).toContain("214,620 tokens, 16,861 types");
    expect(read.stdout).toContain("Most at risk: 7,391 words that occurred once");
    expect(read.stdout).toMatch(/2 \/ ln 2/);
  });

  it("reads a file and gzip alike, with the same bytes for the same seed", async () => {
    const plain = file("a.txt", text);
    const packed = file("b", gzipSync(text));
    const args = [...short, "--json"];
    const outcomes = await Promise.all([
      lethe(["forget", plain, ...args]),
      lethe(["forget", packed, ...args]),
      lethe(["forget", plain, ...args]),
    ]);
    const [first, gzip, again] = outcomes.map(({ stdout }) => stdout);
    expect(again).toBe(first);
    const { source, experiment, ...rest } = JSON.parse(first);
    expect(JSON.parse(gzip)).toMatchObject(rest);
    expect([source, experiment.source]).toEqual([plain, plain]);
  });

  it("reads JSONL by a field, and words without spaces, and says what a text looks like", async () => {
    const jsonl = file("a.jsonl", '{"text": "我们喜欢白鲸"}\n{"text": "我们"}\n');
    const field = ["--json-field", "text", "--tokenizer", "segmenter"];
    const [json, once, plain, table] = await Promise.all([
      lethe(["forget", jsonl, ...field, ...short, "--json"]),
      lethe(
        ["forget", jsonl, ...field, ...short, "--until-one", "--json"].filter(
          (arg) => arg !== "20" && arg !== "--generations",
        ),
      ),
      lethe(["forget", jsonl, ...short]),
      lethe(["forget", file("t.csv", "word,count\nthe,5\nof,3\n"), ...short]),
    ]);
    for (const { stdout } of [json, once]) {
      const { experiment, provenance, tokens, types } = JSON.parse(stdout);
      expect(experiment).toMatchObject({ tokenizer: "segmenter", jsonField: "text" });
      expect(provenance.icu).toBe(process.versions["icu"]);
      expect([tokens, types]).toEqual([4, 3]);
    }
    expect(plain.stderr).toMatch(/a\.jsonl looks like JSONL: --json-field text reads/);
    expect(table.stderr).toMatch(/t\.csv looks like a table of counts: --counts reads it as one\n/);
    expect((await lethe(["forget", "--json-field", "text"])).stderr).toBe(
      'invalid jsonField: "text" (only with a text of your own)\n',
    );
  });

  it("writes words as they are, and warns of formulas", async () => {
    const path = file("formula.txt", '=HYPERLINK("x") the the');
    const args = ["--tokenizer", "whitespace", "--out", "formulas", ...short];
    const { stderr } = await lethe(["forget", path, ...args]);
    expect(readFileSync(join(directory, "formulas", "words.csv"), "utf8")).toContain(
      '\n"=HYPERLINK(""x"")",1,',
    );
    expect(stderr).toMatch(/^words\.csv: 1 word with =, \+, - or @ in front/m);
  });

  it("prints a report to be read", async () => {
    const path = file("c.txt", text);
    const { stdout } = await lethe(["forget", path, ...short, "--samples", "21", "--top", "2"]);
    expect(stdout.replace(path, "c.txt")).toMatchInlineSnapshot(`
      "c.txt
      42 tokens, 4 types (tokenizer words)
      20 generations of 21 tokens, 4 trajectories

      Vocabulary left, beside Corollary 1
      generation    words left   of all   ≥ theory   ≤ theory
               1   3.75 ± 0.25   93.8 %    3.71597    3.89640
               2   3.25 ± 0.48   81.3 %    3.40377    3.89640
               5         2 ± 0   50.0 %    2.71256    3.89640
              10   1.75 ± 0.25   43.8 %    2.04406    3.89640
              20   1.50 ± 0.29   37.5 %    1.37380    3.89640
      Corollary 1: of the average; from above, its running minimum

      Generations until a word is forgotten, by how often it occurred
      count   words   10 %   median   ≈ theory   90 %   still there
          3       1      2        4          4   > 20        25.0 %
          6       1      1        4          8   > 20        25.0 %
          9       1      2        5         12     13         0.0 %
         24       1   > 20     > 20         33   > 20       100.0 %
      Median = 0 count + 4, r2 = 1.00000 over 2 points
      Theory: 1.4427 times the count (2 / ln 2 times samples / tokens)

      Most at risk: 1 word that occurred 3 times, forgotten by generation 20 with
      probability 0.7500
        one

      Safest
        word    count   probability
        the        24    0 (≤ 0.49)
        three       9    1 (≥ 0.51)
      "
    `);
  });

  it("says of one trajectory that theory is of the average", async () => {
    const path = file("c.txt", text);
    for (const data of [[], ["--real-share", "0.5"]]) {
      const args = ["forget", path, "--generations", "20", "--seed", "1", ...data];
      const [one, two] = await Promise.all(
        ["1", "2"].map((many) => lethe([...args, "--trajectories", many])),
      );
      expect(one.stdout).toContain("\ntheory is of the average: a single trajectory may lie outside\n");
      expect(two.stdout).not.toContain("a single trajectory");
    }
  });

  it("says how much of the text was not UTF-8", async () => {
    const path = file("latin.txt", Buffer.from("caf\xe9 caf\xe9 foo", "latin1"));
    const { code, stderr } = await lethe(["forget", path, ...short]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/latin\.txt: 2 invalid UTF-8 sequences replaced by U\+FFFD\n/);
  });

  it("shows no control character, and keeps columns under wide words", async () => {
    const path = file("odd.txt", "\u001b[31mred 日本語 日本語 日本語 عربي عربي \u009b2J a\u202eb x x x x");
    const { stdout } = await lethe(["forget", path, ...short, "--tokenizer", "whitespace"]);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(stdout).toContain("\\u{1b}[31mred");
    const safest = stdout.slice(stdout.indexOf("Safest")).split("\n").slice(1, 4);
    expect(safest).toEqual([
      expect.stringMatching(/^ {2}word {5}count {3}probability$/),
      expect.stringMatching(/^ {2}x {8}[ ]{4}4 {5}/),
      expect.stringMatching(/^ {2}日本語 {3}[ ]{4}3 {4}/),
    ]);
  });

  it("writes documents, tables and figures with --out", async () => {
    const out = join(directory, "out");
    const args = ["forget", file("d.txt", text), ...short, "--json", "--out", out];
    const { stdout, stderr } = await lethe(args);
    expect(stderr).toContain(`files written to ${out}`);
    const names = readdirSync(out);
    expect(names).toEqual(expect.arrayContaining(["forget.json", "unique.csv", "by-count.csv", "words.csv"]));
    expect(names.filter((name) => name.endsWith(".svg"))).toHaveLength(2);
    expect(names.filter((name) => name.endsWith(".png"))).toHaveLength(2);
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(readFileSync(join(out, "forget.json"), "utf8")).toBe(stdout);
    expect(readFileSync(join(out, "words.csv"), "utf8")).toMatch(
      /^word,count,probability,lower,upper\nthe,24,0,0,0\./,
    );
  });
});
