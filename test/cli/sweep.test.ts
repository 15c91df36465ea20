import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { directory, file, lethe } from "./lethe.ts";

const study = {
  model: { name: "gaussian", samples: [5, 10] },
  ...{ generations: 3, trajectories: 4, seed: 1, survival: ["std>0.1"] },
};
const path = file("study.json", JSON.stringify(study));
const read = (name: string) => readFileSync(join(directory, name), "utf8");
const times = (out: string) => read(`${out}/times.csv`);

describe("lethe sweep", () => {
  it("takes the study that a directory of results keeps, and the experiment of a run's output", async () => {
    await lethe(["sweep", path, "--out", "first"]);
    expect((await lethe(["sweep", "first/study.json", "--out", "again"])).code).toBe(0);
    expect(times("again")).toBe(times("first"));
    const run = await lethe(["run", path, "--samples", "5", "--json"]);
    const one = await lethe(["sweep", file("run.json", run.stdout), "--out", "one"]);
    expect([one.code, times("one").trim().split("\n").length]).toEqual([0, 2]);
  });

  it("is called a study where it cannot be read", async () => {
    for (const [name, text, why] of [
      ["cut.json", '{ "model":', "not JSON: line 1, column 11"],
      ["twice.json", '{ "seed": 1, "seed": 2 }', 'each key once: "seed" again: line 1, column 14'],
    ]) {
      file(name, text);
      const { code, stderr } = await lethe(["sweep", name, "--out", "unread"]);
      expect([code, stderr]).toEqual([2, `invalid study: "${name}" (${why})\n`]);
    }
    const none = await lethe(["sweep", "none.json", "--out", "unread"]);
    expect(none.stderr).toBe('invalid study: "none.json" (a JSON file: no such file)\n');
  });

  it("does not write over a study.json of somebody else's", async () => {
    const out = join(directory, "mine");
    mkdirSync(out);
    writeFileSync(join(out, "study.json"), JSON.stringify(study));
    const { code, stderr } = await lethe(["sweep", path, "--out", "mine"]);
    const why = "mine/study.json is no file of lethe's, and would be written over; take another directory";
    expect([code, stderr]).toEqual([2, `invalid out: "mine" (${why})\n`]);
    expect(read("mine/study.json")).toBe(JSON.stringify(study));
  });

  it("says where another version wrote, of which it takes nothing", async () => {
    await lethe(["sweep", path, "--out", "old"]);
    const kept = read("old/study.json");
    writeFileSync(join(directory, "old", "study.json"), kept.replace(version, "0.0.1"));
    const says = `old was written by lethe 0.0.1; this is ${version}, and takes none of its cells\n`;
    for (const line of [
      ["merge", "old"],
      ["sweep", "--status", "old"],
      ["sweep", path, "--out", "old"],
    ]) {
      writeFileSync(join(directory, "old", "study.json"), kept.replace(version, "0.0.1"));
      expect((await lethe(line)).stderr, line.join(" ")).toContain(says);
    }
    expect((await lethe(["merge", "old"])).stderr).not.toContain(says);
  });

  it("is of models of the library", async () => {
    const written = { ...study, model: { module: "./coin.mjs", samples: [5, 10] } };
    const { code, stderr } = await lethe([
      "sweep",
      file("module.json", JSON.stringify(written)),
      "--dry-run",
    ]);
    const why = "only in an experiment, for lethe run: studies are of models of the library";
    expect([code, stderr]).toEqual([2, `invalid model.module: "./coin.mjs" (${why})\n`]);
  });
});

describe("a study given to lethe run", () => {
  it("is told which command is for it", async () => {
    const { code, stderr } = await lethe(["run", path]);
    const hint = `a study, in which options are lists, is for lethe sweep ${path}`;
    expect([code, stderr]).toEqual([
      2,
      `invalid model.samples: [5,10] (an integer from 2 to 2^53-1; ${hint})\n`,
    ]);
  });

  it("is an experiment once its lists are replaced", async () => {
    expect((await lethe(["run", path, "--samples", "5"])).code).toBe(0);
  });
});
