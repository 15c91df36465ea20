// lethe run with a module that exports a model.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bernoulli, simulate } from "../../src/index.ts";
import { file, lethe, refused } from "./lethe.ts";

const path = (name: string) => fileURLToPath(new URL(`../../examples/custom/${name}.mjs`, import.meta.url));
const sizes = ["--generations", "20", "--trajectories", "40", "--seed", "1"];
const MODEL =
  'name: "still", observables: ["x"], start: () => 2, generation: (x) => x, observe: (x) => ({ x })';

describe("lethe run MODULE", () => {
  it("gives options to the module, and prints what it prints of any model", async () => {
    const options = ["--p", "0.3", "--samples", "12"];
    const run = await lethe([
      "run",
      path("bernoulli"),
      ...options,
      ...sizes,
      "--survival",
      "p!=0,1",
      "--json",
    ]);
    const built = await simulate({
      model: bernoulli({ p: 0.3, samples: 12, method: "samples" }),
      ...{ generations: 20, trajectories: 40, seed: 1, survival: ["p!=0,1"] },
    });
    const document = JSON.parse(run.stdout);
    expect(document.observables.p.mean).toEqual([...built.observable("p").mean]);
    expect(document.survival[0].probability).toEqual([...built.survival("p!=0,1").probability]);
    expect(document.experiment.model).toMatchObject({ name: "coin", options: { p: 0.3, samples: 12 } });
    expect(document.provenance.model).toEqual({
      name: "coin",
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    });

    // The document is an experiment file.
    const again = await lethe(["run", file("run.json", run.stdout), "--json"]);
    expect(again.stdout).toBe(run.stdout);
    const other = JSON.parse(
      (await lethe(["run", file("run.json", run.stdout), "--p", "0.1", "--json"])).stdout,
    );
    expect(other.experiment.model.options).toEqual({ p: 0.1, samples: 12 });
  });

  it("takes options of any name by --set", async () => {
    const set = ["--set", "penalty=0.5", "--set", "noise=1e-1"];
    const { stdout, code } = await lethe(["run", path("ridge"), ...set, "--samples", "9", ...sizes]);
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toBe(
      "ridge: samples 9, penalty 0.5, noise 0.1; 20 generations, 40 trajectories",
    );
  });

  it("takes an experiment file that names a module beside it", async () => {
    file("still.mjs", `export default ({ to }) => ({ ${MODEL}, generation: () => to })`);
    const experiment = {
      model: { module: "./still.mjs", options: { to: 5 } },
      generations: 3,
      trajectories: 2,
    };
    const { stdout } = await lethe(["run", file("still.json", JSON.stringify(experiment)), "--json"]);
    expect(JSON.parse(stdout).observables.x.mean).toEqual([2, 5, 5, 5]);
  });

  it("says in one line what is wrong", async () => {
    const module = (text: string) => file("bad.mjs", text);
    expect(await lethe(["run", "nowhere.mjs", ...sizes])).toEqual(
      refused('invalid module: "nowhere.mjs" (a module: no such file)'),
    );
    expect(await lethe(["run", "gaussian", "--samples", "3", "--set", "a=1", ...sizes])).toEqual(
      refused("unknown option: set (only for a module)"),
    );
    expect(await lethe(["run", path("ridge"), "--set", "penalty", ...sizes])).toEqual(
      refused('invalid set: "penalty" (name=value, as in bias=0.1)'),
    );
    expect(await lethe(["run", path("ridge"), "--set", "penalty=x", ...sizes])).toEqual(
      refused("invalid ridge.observe().slope: NaN (a number; trajectory 0, generation 1)"),
    );
    const empty = await lethe(["run", module("export const x = 1;"), ...sizes]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toMatch(
      /^invalid module: "file:.*bad.mjs" \(a module that exports by default a model.*\)\n$/,
    );
  });
});
