// Kernel density estimates and empirical laws on the command line.
import { describe, expect, it } from "vitest";
import { file, lethe, refused } from "./lethe.ts";

const WHAT = "a file of points, one or two finite numbers on each line";
const run = (model: string, ...more: string[]) => [
  "run",
  model,
  ...["--samples", "5", "--generations", "2", "--trajectories", "2", "--seed", "1", ...more],
];

describe("a file of points", () => {
  file("line.csv", "1\n2.5\n\n-3e0\r\n");
  file("plane.csv", "1,2\n3;4\n5\t6\n");

  it.each([
    ["line.csv", 1, 3],
    ["plane.csv", 2, 3],
  ])("%s", async (name, dimension, many) => {
    const { stdout, code } = await lethe(run("kde", "--points", name, "--json"));
    expect(code).toBe(0);
    const { model } = JSON.parse(stdout).experiment;
    expect(model).toMatchObject({ truth: "points", dimension });
    expect(model.points).toHaveLength(many);
  });

  it.each([
    ["text.csv", "1\nx\n", 'line 2 has "x"'],
    ["nan.csv", "1\n2\nNaN\n", 'line 3 has "NaN"'],
    ["infinite.csv", "1,2\n3,Infinity", 'line 2 has "Infinity"'],
    ["ragged.csv", "1,2\n3\n", "line 2 has one value, the lines before it have two"],
    ["wide.csv", "1\n3,4\n", "line 2 has two values, the lines before it have one"],
    ["three.csv", "1 2 3\n", "line 1 has 3 values"],
    ["empty-points.csv", "\n", "it has none"],
    ["hole.csv", "1,,2\n", "line 1 has 3 values"],
  ])("%s is refused", async (name, text, why) => {
    file(name, text);
    expect(await lethe(run("kde", "--points", name))).toEqual(
      refused(`invalid points: ${JSON.stringify(name)} (${WHAT}: ${why})`),
    );
  });

  it("that is not there", async () => {
    expect(await lethe(run("kde", "--points", "nothing.csv"))).toEqual(
      refused(`invalid points: "nothing.csv" (${WHAT}: no such file)`),
    );
  });
});

describe("options", () => {
  it.each([
    [["--bandwidth", "0.5"], { bandwidth: 0.5 }],
    [["--bandwidth", "silverman"], { bandwidth: "silverman" }],
    [
      ["--means", "0,3", "--stds", "1,0.5", "--weights", "1,2"],
      { truth: "mixture", means: [0, 3], dimension: 1 },
    ],
    [
      ["--means", "0,0;3,-4"],
      {
        means: [
          [0, 0],
          [3, -4],
        ],
        dimension: 2,
      },
    ],
    [["--truth", "uniform", "--dimension", "2"], { truth: "uniform", dimension: 2 }],
    [["--kernel-width", "2"], { kernelWidth: 2 }],
  ])("%j", async (flags, model) => {
    const { stdout, code } = await lethe(run("kde", ...flags, "--json"));
    expect(code).toBe(0);
    expect(JSON.parse(stdout).experiment.model).toMatchObject(model);
  });

  it("no kernel at all is another model", async () => {
    expect(await lethe(run("kde", "--bandwidth", "0"))).toEqual(
      refused('invalid bandwidth: 0 (a number from 1e-100 to 1e+100, "scott" or "silverman")'),
    );
  });
});

it("exact means stand beside those of a run, under every regime, and of theory alone", async () => {
  for (const [model, observable] of [
    ["kde", "ise"],
    ["kde", "mmd"],
    ["kde", "within"],
    ["empirical", "cvm"],
  ]) {
    for (const regime of [
      ["accumulate"],
      ["accumulate-subsample"],
      ["fresh", "--real-share", "0.2"],
      ["fixed", "--real-samples", "2"],
      ["weighted", "--real-samples", "2", "--weight", "0.5"],
    ]) {
      const { stdout } = await lethe(run(model, "--observable", observable, "--json", "--regime", ...regime));
      expect(JSON.parse(stdout).observables[observable].theory).toMatchObject([{ side: "exact" }]);
    }
  }
  const { stdout } = await lethe([
    "theory",
    "kde",
    "--samples",
    "100",
    "--bandwidth",
    "0.5",
    "--generations",
    "2",
  ]);
  expect(stdout).toContain("mean of ise");
});

it("an event on a distance is watched", async () => {
  const { stdout } = await lethe(run("kde", "--survival", "ise<0.5", "--json"));
  expect(JSON.parse(stdout).survival[0].event).toBe("ise<0.5");
});
