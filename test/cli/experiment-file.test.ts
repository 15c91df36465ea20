import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { modelNames } from "../../src/models/index.ts";
import { file, lethe, refused } from "./lethe.ts";

const model = { name: "bernoulli", p: 0.2, samples: 10 };
const experiment = { model, generations: 5, trajectories: 3, seed: 7 };
const written = (name: string, value: unknown) => file(name, JSON.stringify(value));

describe("lethe run FILE", () => {
  it("runs an experiment, and its own output again, with the same bytes", async () => {
    const first = await lethe(["run", written("experiment.json", experiment), "--json"]);
    const second = await lethe(["run", file("output.json", first.stdout), "--json"]);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout).experiment).toMatchObject(experiment);
    expect(second.stdout).toBe(first.stdout);
  });

  it("reads UTF-16, and what is gzipped", async () => {
    const text = JSON.stringify(experiment);
    const wide = (name: string, swap: boolean) => {
      const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
      return file(name, swap ? bytes.swap16() : bytes);
    };
    const files = [file("e.json", text), wide("le.json", false), wide("be.json", true)];
    files.push(file("e.gz", gzipSync(text)));
    const outcomes = await Promise.all(files.map((path) => lethe(["run", path, "--json"])));
    for (const { code, stdout } of outcomes) expect([code, stdout]).toEqual([0, outcomes[0].stdout]);
  });

  it("lets options override the file", async () => {
    const path = written("override.json", { ...experiment, survival: ["p!=0"] });
    const options = ["--p", "0.5", "--generations", "2", "--seed", "x", "--survival", "p<1", "--json"];
    const { stdout } = await lethe(["run", path, ...options]);
    expect(JSON.parse(stdout).experiment).toMatchObject({
      model: { p: 0.5, samples: 10 },
      generations: 2,
      trajectories: 3,
      seed: "x",
      survival: ["p<1"],
    });
  });

  it.each<[file: unknown, options: string[], regime: object]>([
    ["accumulate", [], { name: "accumulate" }],
    [undefined, ["--regime", "fresh", "--real-share", "0.1"], { name: "fresh", realShare: 0.1 }],
    [{ name: "fresh", realShare: 0.1 }, ["--real-share", "0.2"], { name: "fresh", realShare: 0.2 }],
    ["accumulate", ["--growth", "linear"], { name: "accumulate", growth: "linear" }],
    [
      { name: "fresh", realShare: 0.1 },
      ["--regime", "fixed", "--real-samples", "2"],
      { name: "fixed", realSamples: 2 },
    ],
  ])("has the regime %j with %j", async (regime, options, expected) => {
    const path = written("regime.json", { ...experiment, regime });
    const { stdout } = await lethe(["run", path, ...options, "--json"]);
    expect(JSON.parse(stdout).experiment.regime).toEqual(expected);
  });

  it("names a regime's options as they were typed", async () => {
    const path = written("regime.json", { ...experiment, regime: { name: "fresh", realShare: 2 } });
    const refusal = "invalid regime.realShare: 2 (a number above 0, below 1)";
    expect(await lethe(["run", path])).toEqual(refused(refusal));
    const typed = ["run", "bernoulli", "--p", "0.5", "--samples", "10", "--real-samples", "20"];
    expect(await lethe([...typed, "--generations", "1", "--trajectories", "1"])).toEqual(
      refused("invalid realSamples: 20 (only with accumulate, fresh, fixed, weighted)"),
    );
  });

  it("replaces the symbols of a categorical model whatever their form", async () => {
    const path = written("zipf.json", {
      ...experiment,
      model: { name: "categorical", zipf: { size: 5, exponent: 1 }, samples: 4 },
    });
    const { stdout } = await lethe(["run", path, "--weights", "1,2", "--json"]);
    expect(JSON.parse(stdout).experiment.model).toMatchObject({ weights: [1, 2], samples: 4 });
  });

  const range = "an integer from 1 to 2147483647";
  const bad: [name: string, content: string | Uint8Array, message: string, options?: string[]][] = [
    ["empty.json", "", 'invalid experiment: "empty.json" (not JSON: line 1, column 1)'],
    ["comma.json", '{\n "a": 1,\n}', 'invalid experiment: "comma.json" (not JSON: line 3, column 1)'],
    ["word.json", '{"a": yes}', 'invalid experiment: "word.json" (not JSON: line 1, column 7)'],
    [
      "list.json",
      "[1]",
      'invalid experiment: "list.json" (a JSON object with model, generations, trajectories, …)',
    ],
    [
      "binary.json",
      new Uint8Array([1, 0, 2, 255]),
      'invalid experiment: "binary.json" (a JSON file: not text: byte 1 is NUL)',
    ],
    [
      "cut.json.gz",
      gzipSync("[]").subarray(0, 9),
      'invalid experiment: "cut.json.gz" (a JSON file: truncated or damaged gzip)',
    ],
    [
      "half.json",
      Buffer.from("\ufeff[]", "utf16le").subarray(0, 5),
      'invalid experiment: "half.json" (a JSON file: not text: it ends in half a character)',
    ],
    [
      "latin1.json",
      new Uint8Array([34, 228, 34]),
      'invalid experiment: "latin1.json" (a JSON file: not UTF-8)',
    ],
    ["/dev/zero", "", 'invalid experiment: "/dev/zero" (a JSON file: not text: byte 0 is NUL)'],
    [
      "twice.json",
      '{"model": {"name": "bernoulli",\n "p": 0.5, "samples": 1}, "seed": 1, "s\\u0065ed": 2}',
      'invalid experiment: "twice.json" (each key once: "seed" again: line 2, column 38)',
    ],
    [
      "nested.json",
      '{"seed": 1, "model": {"name": "bernoulli", "p": 0.5, "x": {"p": 1}, "p": 0.6}}',
      'invalid experiment: "nested.json" (each key once: "p" again: line 1, column 69)',
    ],
    [
      "long-seed.json",
      `{"model": ${JSON.stringify(model)}, "generations": 1, "trajectories": 1, "seed": 12345678901234567890}`,
      "invalid seed: 12345678901234567890 (an integer from 0 to 2^53-1, or a string)",
    ],
    [
      "model.json",
      JSON.stringify({ ...experiment, model: { name: "x" } }),
      `invalid model.name: "x" (one of ${modelNames.join(", ")})`,
    ],
    [
      "p.json",
      JSON.stringify({ ...experiment, model: { ...model, p: 2 } }),
      "invalid model.p: 2 (a number from 0 to 1)",
    ],
    ["zero.json", JSON.stringify({ ...experiment, generations: 0 }), `invalid generations: 0 (${range})`],
    [
      "unknown.json",
      JSON.stringify({ ...experiment, seeds: 1 }),
      "unknown option: seeds (one of model, regime, generations, trajectories, seed, survival, observables, record)",
    ],
    [
      "rate.json",
      JSON.stringify(experiment),
      "unknown option: rate (one of p, samples, method)",
      ["--rate", "1"],
    ],
    [
      "samples.json",
      JSON.stringify(experiment),
      "invalid samples: -3 (an integer from 1 to 2^53-1)",
      ["--samples", "-3"],
    ],
  ];
  it.concurrent.each(bad)("refuses %s", async (name, content, message, options = []) => {
    if (name !== "/dev/zero") file(name, content);
    expect(await lethe(["run", name, ...options])).toEqual(refused(message));
  });

  it("refuses a missing file and a directory", async () => {
    expect(await lethe(["run", "none.json"])).toEqual(
      refused('invalid experiment: "none.json" (a JSON file: no such file)'),
    );
    expect(await lethe(["run", "/"])).toEqual(refused('invalid experiment: "/" (a JSON file: a directory)'));
  });
});
