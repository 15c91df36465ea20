import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { file, lethe, refused } from "./lethe.ts";

const study = {
  model: { name: "gaussian", samples: [5, 10], estimator: ["ml", "unbiased"] },
  ...{
    generations: "8*samples",
    trajectories: 30,
    seed: [1, 2, 3],
    survival: ["std>0.1"],
    record: "every:10",
  },
};
const times = ["plot", "results", "--x", "samples", "--y", "median"];
const byEstimator = [...times, "--colour", "estimator", "--scale", "log"];

beforeAll(async () => {
  const { code } = await lethe(["sweep", file("study.json", JSON.stringify(study)), "--out", "results"]);
  expect(code).toBe(0);
});

describe("lethe plot", () => {
  it.each([
    ["svg", "<svg "],
    ["png", "\x89PNG"],
    ["pdf", "%PDF-"],
    ["vl.json", '{\n "$schema"'],
  ])("writes a picture as .%s", async (kind, head) => {
    const { code, stdout, stderr } = await lethe([...byEstimator, "--out", `times.${kind}`]);
    expect([code, stdout, stderr]).toEqual([0, "", `picture written to times.${kind}\n`]);
    expect(readFileSync(`times.${kind}`, "latin1").startsWith(head)).toBe(true);
  });

  it("prints an SVG of the size asked for where no file is named", async () => {
    const { code, stdout } = await lethe([
      ...byEstimator,
      "--width",
      "120mm",
      "--height",
      "3in",
      "--title",
      "When?",
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg [^>]*width="120mm" height="3in"/);
    expect(stdout).toContain("When?");
    expect(stdout).toContain("Points: median of 3 seeds; bars: 10 to 90 % of them.");
  });

  it("finds the table that has the columns: a row for each generation only where generations are named", async () => {
    const where = ["--where", "estimator=ml", "--where", "samples=10"];
    const { stdout } = await lethe(["plot", "results", "--x", "generation", "--y", "probability", ...where]);
    expect(stdout).toContain("Pr(std&gt;0.1)");
    const mean = [
      "plot",
      "results",
      "--x",
      "generation",
      "--y",
      "mean",
      ...where,
      "--where",
      "observable=std",
    ];
    expect((await lethe(mean)).stdout).toContain("mean of std");
  });

  it("says what is not in the picture", async () => {
    const all = ["plot", "results", "--x", "generation", "--y", "probability", "--colour", "samples"];
    const { stderr } = await lethe([...all, "--where", "estimator=ml", "--x-scale", "log"]);
    expect(stderr).toContain("2 points of 14 are at 0 or below, which has no place on a logarithmic axis");
  });

  it("refuses what it cannot draw", async () => {
    expect(await lethe(times)).toEqual(
      refused(
        "invalid where: estimator is not given (rows differ in it, and only replicates are put together: name one of " +
          "ml, unbiased, or take it as x or colour)",
      ),
    );
    const generations = ["plot", "results", "--x", "generation"];
    expect(await lethe([...generations, "--y", "standardError"])).toEqual(
      refused("missing option: table (observables or survival: all have generation, standardError)"),
    );
    expect(await lethe([...times, "--table", "time"])).toEqual(
      refused('invalid table: "time" (one of times, observables, survival)'),
    );
    expect((await lethe([...times, "--colour", "color"])).stderr).toMatch(
      /^invalid colour: "color" \(a column: in times /,
    );
    expect((await lethe([...generations, "--y", "median", "--where", "event=x"])).stderr).toMatch(
      /^invalid y: no table has generation, median, event together/,
    );
    expect(await lethe([...byEstimator, "--where", "samples"])).toEqual(
      refused('invalid where: "samples" (column=value, as in estimator=ml)'),
    );
    expect(await lethe([...byEstimator, "--out", "times.gif"])).toEqual(
      refused('invalid out: "times.gif" (a file .svg, .png, .pdf or .vl.json)'),
    );
    expect(await lethe([...byEstimator, "--out", "nowhere/times.svg"])).toEqual(
      refused("cannot write nowhere/times.svg: it cannot be made there"),
    );
    expect(await lethe(["plot", "results", "--x", "samples"])).toEqual(
      refused("missing option: y (the name of a column)"),
    );
    expect((await lethe(["plot", "nowhere", ...times.slice(2)])).stderr).toMatch(
      /^invalid dir: "nowhere" \(a directory with tables of a study/,
    );
  });

  it("refuses a table that is damaged", async () => {
    const { code } = await lethe(["sweep", "study.json", "--out", "damaged"]);
    expect(code).toBe(0);
    writeFileSync("damaged/times.parquet", readFileSync("damaged/times.parquet").subarray(0, 500));
    const { code: ended, stderr } = await lethe(["plot", "damaged", ...times.slice(2)]);
    expect(ended).toBe(2);
    expect(stderr).toMatch(
      /^invalid dir: "damaged" \(a directory with tables of a study: times.parquet: .*\)\n$/,
    );
  });
});
