import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directory, file, lethe } from "./lethe.ts";

const text = file("a.txt", "one two two three three three the the the the the the the the\n".repeat(3));
const args = ["forget", text, "--until-one", "--seed", "1"];

describe("lethe forget --until-one", () => {
  it("prints a report to be read", async () => {
    const { code, stdout } = await lethe([...args, "--trajectories", "4"]);
    expect(code).toBe(0);
    expect(stdout.replace(text, "a.txt")).toMatchInlineSnapshot(`
      "a.txt
      42 tokens, 4 types (tokenizer words)
      generations of 42 tokens until one word is left, 4 trajectories

      Generations until one word is left
                   10 %   median   90 %      mean   sd
      simulation     35       62    141   87 ± 24
      exact law      19       50    119        62   44
      Diffusion: 63 on average; 2n is 84

      Vocabulary left, beside the exact mean and the lines of descent
      generation    words left   = exact   ≈ 2n / (generation + 2)
               1         4 ± 0    3.9539                        28
               2         4 ± 0    3.8417                        21
               5   3.25 ± 0.25    3.4502                        12
              10   2.75 ± 0.25    2.9296                         7
              20         2 ± 0    2.3118                    3.8182
              50   1.75 ± 0.25    1.5455                    1.6154
             100   1.50 ± 0.29    1.1568                         1
             141         1 ± 0    1.0582                         1

      The last word of 4 trajectories
        word    count   trajectories   probability
        the        24              3        0.5714
        three       9              1        0.2143
      "
    `);
  });

  it("prints one document, the same for the same seed", async () => {
    const [first, again, other] = await Promise.all([
      lethe([...args, "--json"]),
      lethe([...args, "--json"]),
      lethe(["forget", text, "--until-one", "--seed", "2", "--json"]),
    ]);
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
    const document = JSON.parse(first.stdout);
    expect(Object.keys(document)).toEqual([
      "lethe",
      "experiment",
      "provenance",
      "source",
      "tokens",
      "types",
      "timeToOne",
      "generations",
      "unique",
      "lastWords",
    ]);
    expect(document.experiment).toEqual({
      source: text,
      tokenizer: "words",
      until: "one",
      samples: 42,
      trajectories: 10,
      seed: 1,
    });
    for (const name of ["mean", "standardError", "exact", "lines"])
      expect(document.unique[name]).toHaveLength(document.generations.length);
    expect(document.unique.mean.at(-1)).toBe(1);
    expect(
      document.lastWords.reduce((sum: number, one: { trajectories: number }) => sum + one.trajectories, 0),
    ).toBe(10);
  });

  it("has no standard error of a single trajectory", async () => {
    const { stdout } = await lethe([...args, "--trajectories", "1", "--json"]);
    expect(JSON.parse(stdout).timeToOne.standardError).toBeNull();
  });

  it("writes the document, tables and the figure with --out", async () => {
    const out = join(directory, "until-one");
    const { stdout, stderr } = await lethe([...args, "--json", "--out", out]);
    expect(stderr).toContain(`files written to ${out}`);
    expect(readdirSync(out).sort()).toEqual([
      "forget.json",
      "last-words.csv",
      "lethe-files.sha256",
      "unique.csv",
      "until-one.png",
      "until-one.svg",
      "until-one.vl.json",
    ]);
    expect(readFileSync(join(out, "forget.json"), "utf8")).toBe(stdout);
    expect(readFileSync(join(out, "unique.csv"), "utf8")).toMatch(
      /^generation,mean,standardError,exact,lines\n0,4,0,4,42\n/,
    );
    expect(readFileSync(join(out, "last-words.csv"), "utf8")).toMatch(
      /^word,count,trajectories,probability\n/,
    );
  });

  it.each([
    [["--generations", "5"], "invalid generations: 5 (not with --until-one, which runs as long as it takes)"],
    [["--counts", "x.csv"], "invalid until-one: true (not with --counts: nothing is simulated)"],
    [["--samples", "0"], "invalid samples: 0 (an integer from 1 to 2^53-1)"],
    [["--samples", "1e9"], "invalid samples: 1000000000 (at most 35791394 until one word is left)"],
    [["--trajectories", "1.5"], "invalid trajectories: 1.5 (an integer from 1 to 2^53-1)"],
    [
      ["--tokenizer", "x"],
      'invalid tokenizer: "x" ("words", "whitespace", "notebook", "orthographic" or "segmenter")',
    ],
    [["--top", "-1"], "invalid top: -1 (an integer from 0 to 2^53-1)"],
    [["--seed", ""], 'invalid seed: "" (an integer from 0 to 2^53-1, or a string that is not empty)'],
  ])("refuses %j", async (bad, said) => {
    expect(await lethe([...args, ...bad])).toEqual({ code: 2, stdout: "", stderr: `${said}\n` });
  });
});
