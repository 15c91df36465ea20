import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { width } from "../../src/show/width.ts";
import { directory, file, lethe } from "./lethe.ts";

const words = [1, 2].flatMap((count) =>
  Array.from({ length: 100 / count }, (_, j) => ` w${count}x${j}`.repeat(count)),
);
const book = file("book.txt", `${words.join("")}${" the".repeat(50)}`);
const run = (...args: string[]) =>
  lethe(["forget", book, "--generations", "40", "--trajectories", "5", "--seed", "1", ...args]);

describe("lethe forget, under a regime", () => {
  it("says what is left, which words are away and for how long, in 80 columns", async () => {
    const { code, stdout } = await run("--real-share", "0.1", "--top", "2");
    expect(code).toBe(0);
    expect(stdout).toContain("40 generations of 250 tokens, 5 trajectories; fresh, realShare 0.1\n");
    const text = stdout.replaceAll("\n", " ");
    expect(text).toContain("counted over generations 20 to 39; theory: exact chain, in the long run");
    expect(stdout).toMatch(/^count +words +away +=.theory +absence +=.theory +presence +=.theory$/m);
    expect(stdout).toMatch(/^ +1 +100 +\d+\.\d % +66\.9 % +\d+\.\d+ +10\.\d+ +\d+\.\d+ +5\.\d+$/m);
    expect(stdout).toContain("Never away: words that occurred 50 times\n");
    expect(text).toMatch(/At any time \d+\.\d % of the vocabulary is away, but new real words bring it back/);
    expect(text).toMatch(
      /In the long run: 4\d\.\d % of the vocabulary by the law, \d+\.\d % at the last generation/,
    );
    expect(stdout).toMatch(
      /Most often away: 100 words that occurred once, \d+\.\d % of the time, 2 of them\n {2}w1x/,
    );
    for (const line of stdout.split("\n")) expect(width(line)).toBeLessThanOrEqual(80);
  });

  it("writes the same into documents and tables", async () => {
    const out = join(directory, "away");
    const { stdout } = await run("--real-share", "0.1", "--json", "--out", out);
    const document = JSON.parse(stdout);
    expect(document.experiment.regime).toEqual({ name: "fresh", realShare: 0.1 });
    expect(Object.keys(document.unique)).toEqual(["mean", "standardError", "expected", "limit"]);
    const [first, , last] = document.presence.byCount;
    expect(last).toMatchObject({ count: 50, absent: { value: 0 }, meanAbsence: { value: null } });
    const read = (name: string) => readFileSync(join(out, name), "utf8").split("\n");
    const [head, row] = read("by-count.csv").map((line) => line.split(","));
    expect(Object.fromEntries(head.map((name, i) => [name, Number(row[i])]))).toMatchObject({
      count: 1,
      words: 100,
      absent: first.absent.value,
      absentError: first.absent.standardError,
      absentTheory: first.theory.absent,
      meanPresence: first.meanPresence.value,
      open: first.open,
    });
    expect(read("words.csv").slice(0, 2)).toEqual([
      "word,count,absent,meanAbsence,meanPresence",
      "the,50,0,,",
    ]);
    expect(read("unique.csv")[0]).toBe("generation,mean,standardError,expected");
    expect(readFileSync(join(out, "words-away.svg"), "utf8")).toContain("exact chain");
  });

  it("says what is gone for good where it is", async () => {
    const { stdout } = await run("--regime", "accumulate");
    expect(stdout).toContain("Words that are gone by generation 40, by how often they occurred\n");
    expect(stdout).toMatch(/^ +1 +100 +3\d\.\d % +36\.8 %$/m);
    expect(stdout.replaceAll("\n", " ")).toContain("is forgotten for good, nearly all at the first draw");
    const { stdout: parts } = await run("--regime", "accumulate-subsample");
    expect(parts).toContain("Words that were missing at least once by generation 40");
    expect(parts).not.toContain("forgotten");
  });

  it.each([
    [["--real-share", "2"], "invalid realShare: 2 (a number above 0, below 1)"],
    [["--real-samples", "251"], "invalid realSamples: 251 (an integer from 1 to 250, the samples)"],
    [["--real-samples", "9", "--weight", "2"], "invalid weight: 2 (a number from 0 to 1)"],
    [["--regime", "fixed"], "invalid realSamples: missing (fixed needs realSamples)"],
    [
      ["--regime", "accumulate-subsample", "--real-share", "0.1"],
      "invalid realShare: 0.1 (only with accumulate, fresh)",
    ],
  ])("refuses %j", async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, stdout: "", stderr: `${message}\n` });
  });

  it.each([
    [[book, "--until-one"], "invalid realShare: 0.1 (not with --until-one)"],
    [["--counts", "c.csv"], "invalid realShare: 0.1 (not with --counts: nothing is simulated)"],
    [["none.txt", "--growth", "cubic"], 'invalid growth: "cubic"'],
  ])("refuses it with %j, before anything is read", async (args, message) => {
    const { code, stderr } = await lethe(["forget", ...args, "--real-share", "0.1"]);
    expect(code).toBe(2);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(stderr).toContain(message);
  });
});
