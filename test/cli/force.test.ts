import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { directory, file, lethe } from "./lethe.ts";

const read = (name: string) => readFileSync(join(directory, name), "utf8");
const gaussian = "run gaussian --samples 10 --generations 4 --trajectories 3 --seed 1".split(" ");
const other = gaussian.map((word) => (word === "10" ? "20" : word));
const text = file("force.txt", "to be or not to be that is the question");
const forget = ["forget", text, "--generations", "5", "--trajectories", "3", "--seed", "1"];

const refusal = (out: string, file: string, difference: string) =>
  `invalid out: "${out}" (it has ${file} of another experiment; ${difference}; ` +
  "take another directory, or --force to write over its files)\n";

describe("files of a run", () => {
  beforeAll(() => lethe([...gaussian, "--out", "taken"]));

  it("are written again by the same experiment, however it is run", async () => {
    const before = read("taken/run.json");
    expect((await lethe([...gaussian, "--workers", "2", "--json", "--out", "taken"])).code).toBe(0);
    expect(read("taken/run.json")).toBe(before);
  });

  it("are not written over by another experiment", async () => {
    const before = read("taken/run.json");
    const { code, stderr } = await lethe([...other, "--out", "taken"]);
    const differ = "model.samples is 10 there and 20 here";
    expect([code, stderr]).toEqual([2, refusal("taken", "run.json", differ)]);
    expect(read("taken/run.json")).toBe(before);
  });

  it("are written again where no seed is given, from the one they have, unless --force says otherwise", async () => {
    const before = read("taken/run.json");
    const { code, stderr } = await lethe([...gaussian.slice(0, -2), "--out", "taken"]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("seed 1 · ")]);
    expect(read("taken/run.json")).toBe(before);
    await lethe([...gaussian.slice(0, -2), "--force", "--out", "taken"]);
    expect(JSON.parse(read("taken/run.json")).experiment.seed).not.toBe(1);
    expect((await lethe([...gaussian, "--force", "--out", "taken"])).code).toBe(0);
  });

  it("are not written over by another experiment without a seed, or by another command", async () => {
    const { stderr } = await lethe([...other.slice(0, -2), "--out", "taken"]);
    expect(stderr).toContain(refusal("taken", "run.json", "model.samples is 10 there and 20 here"));
    const said = (await lethe([...forget, "--out", "taken"])).stderr;
    expect(said).toContain("it has run.json of another experiment; command, model.name, ");
    expect(said).toContain(': command is "run" there and "forget" here; take');
  });

  it("are not written over by a study", async () => {
    const study = { model: { name: "gaussian", samples: [3, 4] }, generations: 2, trajectories: 2, seed: 1 };
    const { code, stderr } = await lethe([
      "sweep",
      file("force.json", JSON.stringify(study)),
      "--out",
      "taken",
    ]);
    expect([code, stderr.includes('command is "run" there and "sweep" here')]).toEqual([2, true]);
  });

  it("are written over with --force, and whenever they are gone or the list of them is nobody's", async () => {
    expect((await lethe([...other, "--force", "--out", "taken"])).code).toBe(0);
    expect(JSON.parse(read("taken/run.json")).experiment.model.samples).toBe(20);
    writeFileSync(join(directory, "taken", "lethe-files.sha256"), "# lethe {\n");
    expect((await lethe([...gaussian, "--out", "taken"])).code).toBe(0);
  });

  it("of an earlier version, which say nothing, are of another experiment", async () => {
    const list = read("taken/lethe-files.sha256");
    writeFileSync(join(directory, "taken", "lethe-files.sha256"), list.slice(list.indexOf("\n") + 1));
    const { stderr } = await lethe([...gaussian, "--out", "taken"]);
    expect(stderr).toContain("(it has run.json of another experiment; take another directory");
  });
});

it("files of lethe forget are of its text and options", async () => {
  await lethe([...forget, "--out", "words"]);
  expect((await lethe([...forget, "--samples", "10", "--json", "--out", "words"])).code).toBe(0);
  expect((await lethe([...forget.slice(0, -2), "--out", "words"])).stderr).toContain("seed 1 · ");
  const { stderr } = await lethe([...forget, "--samples", "11", "--out", "words"]);
  expect(stderr).toBe(refusal("words", "forget.json", "samples is 10 there and 11 here"));
  writeFileSync(text, "to be or not to be");
  expect((await lethe([...forget, "--out", "words"])).stderr).toContain("tokens is 10 there and 6 here");
  expect((await lethe(["forget", text, "--until-one", "--out", "words"])).stderr).toContain(
    "generations, trajectories, until: tokens is",
  );
});

it("a report is of its options", async () => {
  const report = ["reproduce", "--quick", "--only", "gaussian-10-survival", "--seed", "1", "--out", "report"];
  expect((await lethe(report)).code).toBe(0);
  const { code, stderr } = await lethe(report.map((word) => (word === "1" ? "2" : word)));
  expect(code).toBe(2);
  expect(stderr).toContain("of another experiment; seed is 1 there and 2 here; take another directory");
  const again = await lethe(report.filter((word) => word !== "--seed" && word !== "1"));
  expect([again.code, again.stderr]).toEqual([0, ""]);
  expect(again.stdout).toContain(", seed 1)");
});

it("a list of many values is told by its hash", async () => {
  const counts = (last: number) => [...Array.from({ length: 200 }, (_, i) => i), last].join();
  const line = (last: number) => [
    "run",
    "categorical",
    "--counts",
    counts(last),
    ...other.slice(4),
    "--out",
    "many",
  ];
  expect((await lethe(line(1))).code).toBe(0);
  expect((await lethe(line(1))).code).toBe(0);
  expect((await lethe(line(2))).stderr).toMatch(
    /model\.counts is "201 values, SHA-256 [0-9a-f]{16}" there and "201 values, SHA-256 [0-9a-f]{16}" here/,
  );
});
