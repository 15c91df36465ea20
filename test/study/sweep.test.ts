import { expect, it } from "vitest";
import { gaussian, simulate } from "../../src/index.ts";
import type { RunDocument } from "../../src/simulate/run-document.ts";
import { sweep } from "../../src/study/sweep.ts";

const study = {
  model: { name: "gaussian", samples: [5, 10], estimator: ["ml", "unbiased"] },
  ...{ generations: "4*samples", trajectories: 50, seed: 3, survival: ["std>0.1"] },
};

it("has a row for each cell and measurement, as the runs of its cells have them", async () => {
  const { cells, observables, survival, times } = await sweep(study);
  expect(times["samples"]).toEqual([5, 5, 10, 10]);
  expect(times["estimator"]).toEqual(["ml", "unbiased", "ml", "unbiased"]);
  expect(observables["mean"]).toHaveLength(2 * 2 * 21 + 2 * 2 * 41);
  const { seed } = cells[3].checked.experiment;
  const run = await simulate({
    ...{ model: gaussian({ samples: 10, estimator: "unbiased" }), generations: 40, trajectories: 50, seed },
    survival: ["std>0.1"],
  });
  expect(times["median"]?.[3]).toBe(run.timeTo("std>0.1").median);
  expect([times["medianLower"]?.[3], times["medianUpper"]?.[3]]).toEqual(run.timeTo("std>0.1").interval(0.5));
  expect(survival["probability"]?.at(-1)).toBe(run.survival("std>0.1").probability[40]);
  expect(observables["theory"]?.at(-1)).toBe(run.observable("std").theory[0]?.values[40]);
});

it("goes on with what is missing, to the same tables", async () => {
  const kept = new Map<string, RunDocument>();
  const store = {
    read: ({ label }: { label: string }) => kept.get(label),
    write({ label }: { label: string }, run: RunDocument) {
      if (kept.size === 2) throw new Error("killed");
      kept.set(label, JSON.parse(JSON.stringify(run)));
    },
  };
  await expect(sweep(study, { store })).rejects.toThrow("killed");
  expect(kept.size).toBe(2);
  const written: string[] = [];
  const rest = { ...store, write: ({ label }: { label: string }) => void written.push(label) };
  const { cells: _, ...tables } = await sweep(study, { store: rest });
  expect(written).toEqual(["samples=10 estimator=ml", "samples=10 estimator=unbiased"]);
  const { cells: __, ...whole } = await sweep(study);
  expect(tables).toEqual(whole);
});

it.each<[unknown, string]>([
  [2, "invalid options: 2 (an object with signal, onProgress, chunk, workers, backend, store, only)"],
  [{ store: {} }, "invalid store: {} (an object with read and write)"],
  [{ only: 1 }, "invalid only: 1 (a function)"],
  [{ onTrajectories() {} }, "unknown option: onTrajectories"],
])("refuses the options %j", async (options, message) => {
  await expect(sweep(study, options as object)).rejects.toThrow(message);
});
