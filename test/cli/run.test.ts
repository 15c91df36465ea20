import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bernoulli } from "../../src/models/bernoulli.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { directory, file, lethe } from "./lethe.ts";

const short = ["--generations", "20", "--trajectories", "50", "--seed", "1"];

describe("lethe run MODEL", () => {
  it("says of one trajectory that laws of means are of the average", async () => {
    const run = async (trajectories: string, observable: string) => {
      const model = [
        "run",
        "categorical",
        "--zipf",
        "20,1,0",
        "--samples",
        "20",
        "--generations",
        "5",
        "--seed",
        "1",
      ];
      const { stdout } = await lethe([...model, "--trajectories", trajectories, "--observable", observable]);
      return stdout.includes("\ntheory is of the average: a single trajectory may lie outside\n");
    };
    expect(await run("1", "unique")).toBe(true);
    expect(await run("2", "unique")).toBe(false);
    // No law of it, nothing to be said.
    expect(await run("1", "entropy")).toBe(false);
  });

  it.concurrent.each([
    ["bernoulli", ["--p", "0.2", "--samples", "10", "--survival", "p!=0", "--survival", "p!=0,1"], ["p"]],
    ["poisson", ["--rate", "1", "--samples", "10", "--survival", "rate>0"], ["rate"]],
    ["gaussian", ["--samples", "10", "--estimator", "ml", "--survival", "std>0.1"], ["mean", "std"]],
    ["categorical", ["--counts", "5,3,1"], ["unique", "entropy", "heterozygosity", "tv"]],
    ["categorical", ["--zipf", "100,1,2.7", "--samples", "100", "--observable", "unique"], ["unique"]],
    [
      "categorical",
      ["--weights", "1, 2,3e0", "--samples", "9", "--sampling", "poisson"],
      ["unique", "entropy"],
    ],
  ])("%s %j prints JSON and text", async (model, options, observables) => {
    const args = ["run", model, ...options, ...short];
    const [json, again, text] = await Promise.all([
      lethe([...args, "--json"]),
      lethe([...args, "--json"]),
      lethe(args),
    ]);
    expect(json.code).toBe(0);
    expect(again.stdout).toBe(json.stdout);
    const document = JSON.parse(json.stdout);
    expect(Object.keys(document)).toEqual([
      "lethe",
      "schemaVersion",
      "experiment",
      "provenance",
      "generations",
      "keptTrajectories",
      "observables",
      "survival",
      "timeTo",
      ...(document.experiment.model.name === "categorical" ? ["forgetting", "presence"] : []),
    ]);
    expect(document.experiment).toMatchObject({ generations: 20, trajectories: 50, seed: 1 });
    expect(document.generations).toHaveLength(21);
    for (const name of observables) expect(document.observables[name].mean).toHaveLength(21);
    expect(document.survival.length).toBe(document.timeTo.length);
    expect(json.stderr).toMatch(/^seed 1 · lethe \d/);
    expect(text.code).toBe(0);
    expect(text.stdout).toContain(`${model}: `);
    for (const name of observables) expect(text.stdout).toContain(name);
  });

  it("prints what simulate() returns", async () => {
    const model = bernoulli({ p: 0.2, samples: 10 });
    const run = await simulate({ model, generations: 20, trajectories: 50, seed: 1, survival: ["p!=0"] });
    const args = [
      "run",
      "bernoulli",
      "--p",
      "0.2",
      "--samples",
      "10",
      "--survival",
      "p != 0",
      ...short,
      "--json",
    ];
    const { stdout } = await lethe(args);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(run)));
  });

  it("aligns its tables and puts theory beside the survival", async () => {
    const args = ["run", "bernoulli", "--p", "0.2", "--samples", "10", "--survival", "p!=0", ...short];
    const { stdout } = await lethe(args);
    expect(stdout).toMatchInlineSnapshot(`
      "bernoulli: p 0.2, samples 10; 20 generations, 50 trajectories

      generation               p   = exact mean
               0     0.20000 ± 0        0.20000
               1   0.184 ± 0.019        0.20000
               2   0.168 ± 0.024        0.20000
               5   0.178 ± 0.038        0.20000
              10   0.190 ± 0.045        0.20000
              20   0.184 ± 0.053        0.20000

      generation        Pr(p!=0)   ≥ Theorem 1   ≤ Theorem 1   = exact chain
               0               1        1.0000        1.0000          1.0000
               1   0.840 ± 0.052        0.8647        1.0000          0.8926
               2   0.680 ± 0.066        0.7175        1.0000          0.7604
               5   0.440 ± 0.070        0.4643        1.0000          0.5245
              10   0.320 ± 0.066        0.2914        1.0000          0.3622
              20   0.220 ± 0.059        0.1675        1.0000          0.2524
      ≤ Theorem 1: its running minimum

      first generation without   10 %   median   90 %          mean   still there
      p!=0                          1        4   > 20   ≥ 7.9 ± 1.0        22.0 %
      "
    `);
  });

  it("echoes a seed it chose, and takes words for seeds", async () => {
    const args = [
      "run",
      "bernoulli",
      "--p",
      "0.2",
      "--samples",
      "10",
      "--generations",
      "2",
      "--trajectories",
      "2",
    ];
    const [chosen, word] = await Promise.all([lethe(args), lethe([...args, "--seed", "whale", "--json"])]);
    expect(chosen.stderr).toMatch(/^seed \d+ · /);
    expect(JSON.parse(word.stdout).experiment.seed).toBe("whale");
  });

  it("reads weights from a file", async () => {
    const path = file("weights.txt", "1 2\n3,4\n");
    const args = ["run", "categorical", "--weights", `@${path}`, "--samples", "5", ...short, "--json"];
    const { stdout } = await lethe(args);
    expect(JSON.parse(stdout).experiment.model.weights).toEqual([1, 2, 3, 4]);
  });

  it("writes files with --out", async () => {
    const out = join(directory, "a", "b");
    const args = ["run", "poisson", "--rate", "1", "--samples", "3", "--survival", "rate!=0", ...short];
    const { stdout, stderr } = await lethe([...args, "--json", "--out", out]);
    expect(stderr).toContain(`files written to ${out}`);
    expect(readdirSync(out).sort()).toEqual([
      "lethe-files.sha256",
      "observable-rate.svg",
      "observables.csv",
      "run.json",
      "survival.csv",
      "survival.svg",
      "time-to.csv",
    ]);
    expect(readFileSync(join(out, "run.json"), "utf8")).toBe(stdout);
    const survival = readFileSync(join(out, "survival.csv"), "utf8").trimEnd().split("\n");
    expect(survival[0]).toBe("event,curve,side,generation,probability,standardError,lower,upper,note");
    expect(survival).toHaveLength(1 + 2 * 21);
    expect(survival[22]).toBe("rate!=0,Theorem 2,exact,0,1,,,,");
  });
});
