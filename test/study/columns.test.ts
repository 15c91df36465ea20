import { expect, it } from "vitest";
import { describeModels } from "../../src/models/describe.ts";
import { plot } from "../../src/plot/study/plot.ts";
import { cellsOf } from "../../src/study/cells.ts";
import { columnOf, MEASURED } from "../../src/study/columns.ts";
import { sweep } from "../../src/study/sweep.ts";

const sizes = { generations: 3, trajectories: 20, seed: 1, survival: ["std>0.9"] };
/** Every option of a regime, as docs/regimes.md has them. */
const REGIME = ["name", "growth", "realShare", "realSamples", "weight"];

it("are an option's and a measure's at once in no model and no regime", () => {
  const regime = REGIME.map((option) => columnOf("regime", option));
  for (const { name, options } of describeModels()) {
    const own = ["name", ...options.map((option) => option.name)].map((option) => columnOf("model", option));
    const all = [...own, ...regime, ...MEASURED, "event", "observable", "generation"];
    expect(new Set(all).size, name).toBe(all.length);
  }
  expect(columnOf("model", "mean")).toBe("model.mean");
  expect(columnOf("model", "std")).toBe("std");
});

it("of an option that is named as a measure is are called by its place, in every table and where axes are tied", async () => {
  const model = { name: "gaussian", samples: 10, mean: [5, 7], std: [1, 2] };
  const study = { ...sizes, model, zip: [["model.mean", "std"]] };
  const { observables, survival, times } = await sweep(study);
  const means = observables["mean"].filter(
    (_, i) => observables["observable"][i] === "mean" && observables["generation"][i] === 0,
  );
  expect(means).toEqual([5, 7]);
  for (const table of [observables, survival, times]) {
    expect(new Set(table["model.mean"])).toEqual(new Set([5, 7]));
    expect(new Set(table["std"])).toEqual(new Set([1, 2]));
  }
  expect(times["mean"]).not.toContain(5);
  await expect(sweep({ ...study, zip: [["mean", "std"]] })).rejects.toThrow(
    'invalid zip[0][0]: "mean" (lists of at least two axes, of model.mean, std)',
  );
});

it("tell whole models and regimes apart by the options in which they differ, defaults too", async () => {
  const model = [
    { name: "gaussian", samples: 10 },
    { name: "gaussian", samples: 10, std: 2 },
    { name: "mixture", samples: 10, eta: 2 },
  ];
  const regime = ["replace", { name: "fresh", realShare: 0.1 }, { name: "fresh", realShare: 0.5 }];
  const study = { ...sizes, model, regime };
  expect(cellsOf(study).map(({ label }) => label)).toContain(
    "model=gaussian std=2 regime=fresh realShare=0.5",
  );
  const { times } = await sweep(study);
  expect(times["model"].slice(0, 6)).toEqual(Array(6).fill("gaussian"));
  expect(times["std"].slice(0, 6)).toEqual([1, 1, 1, 2, 2, 2]);
  expect(times["regime"].slice(0, 3)).toEqual(["replace", "fresh", "fresh"]);
  expect(times["realShare"].slice(0, 3)).toEqual([null, 0.1, 0.5]);
  expect(times["eta"].slice(0, 1)).toEqual([null]);
  expect(times["eta"].slice(6)).toEqual([2, 2, 2]);
  expect(times).not.toHaveProperty("name");
  // They are no replicates.
  expect(() => plot(times, { x: "samples", y: "median", colour: "model" })).toThrow(
    "invalid where: regime is not given",
  );
});

it("are those that are documented, but for options", async () => {
  const { observables, survival, times } = await sweep({
    ...sizes,
    model: { name: "gaussian", samples: [10] },
  });
  const options = ["model", "samples", "regime", "trajectories", "generations", "seed"];
  const keys = ["event", "observable", "generation"];
  const all = [observables, survival, times].flatMap(Object.keys);
  expect(new Set(all)).toEqual(new Set([...options, ...keys, ...MEASURED]));
});
