// Of one there is no plural, wherever a number stands before a name.
import { describe, expect, it } from "vitest";
import { plural } from "../../src/show/plural.ts";
import { file, lethe } from "./lethe.ts";

const SEVERAL = /(?<![\d.,−-])1 (?:different |single |running )?(?:[a-z]+s|[a-z]+ies)\b/;

describe("one of a thing", () => {
  it("has its own form", () => {
    expect(plural(1, "word")).toBe("word");
    expect([0, 2].map((n) => plural(n, "trajectory"))).toEqual(["trajectories", "trajectories"]);
    expect(plural(2, "key")).toBe("keys");
  });

  it("is named by it on the command line", async () => {
    const text = file("one.txt", Buffer.from("word \xff", "latin1"));
    const once = ["--generations", "1", "--trajectories", "1", "--samples", "1", "--seed", "1"];
    const outcomes = await Promise.all([
      lethe(["forget", text, ...once]),
      lethe(["forget", text, "--until-one", "--samples", "1", "--trajectories", "1", "--seed", "1"]),
      lethe([
        "forget",
        "--counts",
        file("one.csv", "# x\nword,count\nword,1\n"),
        "--generations",
        "1",
        "--scale",
        "1",
      ]),
      lethe(["run", "categorical", "--counts", "1", ...once, "--survival", "unique>1"]),
      lethe(["run", "ngram", "--order", "1", "--corpus", text, ...once]),
      lethe(["theory", "forgetting", "--count", "1", "--generations", "1"]),
    ]);
    for (const { code, stdout, stderr } of outcomes) {
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(SEVERAL);
      expect(stdout + stderr).toMatch(/1 (token|symbol|generation|time|type)\b/);
    }
  });
});
