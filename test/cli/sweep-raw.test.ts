// Every trajectory of a study, read back by another library.
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, it } from "vitest";
import { experimentDocument } from "../../src/simulate/document.ts";
import { cellsOf } from "../../src/study/cells.ts";
import { directory, file, lethe } from "./lethe.ts";

/** A short cell, and one of three shards, which cost little: after some generations nothing changes any more. */
const study = {
  model: { name: "bernoulli", p: 0.5, samples: [2, 4] },
  ...{ generations: [100, 100_000], trajectories: 1100, seed: 3, survival: ["p!=0,1"], record: "log:3" },
  zip: [["generations", "samples"]],
};
const path = file("study.json", JSON.stringify(study));
const sweepTo = (out: string, ...more: string[]) => lethe(["sweep", path, "--out", out, ...more]);

const buffer = (out: string, name: string): ArrayBuffer => {
  const bytes = readFileSync(join(directory, out, name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
const rows = (out: string, name: string) => parquetReadObjects({ file: buffer(out, name) });
const tables = (out: string) =>
  readdirSync(out)
    .filter((name) => /\.(csv|parquet)$/.test(name))
    .map((name) => [name, readFileSync(join(out, name), "base64")]);
const rawIn = (out: string) => readdirSync(join(out, "raw")).map((name) => join(out, "raw", name));

/** Rows of all cells, as `lethe run --raw` has them, each behind its options. */
async function concatenated(study: object, name: string, optionsOf: (cell: number) => object) {
  const all: object[] = [];
  for (const [i, { checked }] of cellsOf(study).entries()) {
    const experiment = file("cell.json", JSON.stringify(experimentDocument(checked.experiment)));
    const run = await lethe(["run", experiment, "--out", "cell", "--raw", "--force", "-q"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    for (const row of await rows("cell", name)) all.push({ ...optionsOf(i), ...row });
  }
  return all;
}

beforeAll(async () => {
  expect(await sweepTo("whole", "--raw", "--workers", "1")).toMatchObject({ code: 0 });
});

describe("lethe sweep --raw", () => {
  it("has what lethe run --raw has of each cell, in their order, behind the cell's options", async () => {
    const [seeds, samples] = [cellsOf(study).map(({ checked }) => checked.experiment.seed), [2n, 4n]];
    const optionsOf = (i: number) => ({
      ...{ model: "bernoulli", samples: samples[i], regime: "replace", trajectories: 1100n },
      ...{ generations: [100n, 100_000n][i], seed: seeds[i] },
    });
    for (const name of ["trajectories.parquet", "events.parquet"]) {
      const found = await rows("whole", name);
      expect(found).toEqual(await concatenated(study, name, optionsOf));
      expect(Object.keys(found[0])).toEqual(Object.keys((await concatenated(study, name, optionsOf))[0]));
    }
    const { key_value_metadata, row_groups } = parquetMetadata(buffer("whole", "trajectories.parquet"));
    expect(key_value_metadata).toContainEqual({ key: "lethe.study", value: JSON.stringify(study) });
    expect(row_groups[0].columns[1].meta_data?.statistics).toMatchObject({ min_value: 2n, max_value: 4n });
  });

  it("has the same bytes by more workers, and in parts that are merged", async () => {
    await sweepTo("two", "--raw", "--workers", "2");
    expect(tables("two")).toEqual(tables("whole"));
    for (const part of ["2/3", "0/3"]) await sweepTo("parts", "--raw", "--shard", part);
    expect((await lethe(["sweep", "--status", "parts"])).stdout).toContain("(3 of 4 shards) are there");
    await sweepTo("parts", "--raw", "--shard", "1/3");
    expect(await lethe(["merge", "parts"])).toMatchObject({ code: 0 });
    expect(tables("parts")).toEqual(tables("whole"));
  });

  it.each<[string, (path: string) => void]>([
    ["cut", (path) => writeFileSync(path, readFileSync(path).subarray(0, 1000))],
    ["edited", (path) => writeFileSync(path, readFileSync(path).fill(1, 900, 908))],
    ["lost", (path) => rmSync(path)],
  ])("runs again what is %s", async (out, spoil) => {
    cpSync("whole", out, { recursive: true });
    const bad = rawIn(out).find((name) => name.includes("-512-512-") && name.endsWith(".trajectories")) ?? "";
    spoil(bad);
    const before = readdirSync(join(out, "cells"));
    const merged = await lethe(["merge", out]);
    expect(merged.stderr).toContain("1 of 2 cells are missing, the first of them samples=4");
    expect(merged.stderr.includes(`${bad} is not what was written: it is removed`)).toBe(out !== "lost");
    const { code, stderr } = await sweepTo(out);
    expect([code, stderr]).toEqual([0, expect.stringContaining("2 cells, 2 of them from before")]);
    expect(tables(out)).toEqual(tables("whole"));
    expect(rawIn(out).map((name) => name.slice(out.length))).toEqual(
      rawIn("whole").map((name) => name.slice(5)),
    );
    expect([readdirSync(join(out, "cells")), readdirSync(join(out, "work"))]).toEqual([before, []]);
  });

  it("of a study that had none runs its cells again, and is remembered", async () => {
    await sweepTo("later");
    const before = tables("later");
    expect((await sweepTo("later", "--raw")).code).toBe(0);
    expect(tables("later")).toEqual(tables("whole"));
    expect(tables("whole")).toEqual(expect.arrayContaining(before));
    for (const name of rawIn("later")) rmSync(name);
    expect((await sweepTo("later")).stderr).toMatch(/^raw trajectories: 27,500 rows/);
    expect(tables("later")).toEqual(tables("whole"));
  });

  it("says how much disk it takes", async () => {
    const { stdout } = await sweepTo("whole", "--raw", "--dry-run");
    const [, many, , size] =
      /^raw trajectories: ([\d,]+) rows, about (([\d.]+) kB), and as much of working files$/m.exec(stdout) ??
      [];
    expect(Number(many?.replaceAll(",", ""))).toBe((await rows("whole", "trajectories.parquet")).length);
    const bytes = rawIn("whole").reduce((sum, name) => sum + statSync(name).size, 0);
    // Two digits are said.
    expect(Math.abs(Number(size) - bytes / 1000)).toBeLessThanOrEqual(5);
  });
});

it("models that differ in what can be observed leave out what they have not", async () => {
  const mixed = {
    model: [
      { name: "gaussian", samples: 5 },
      { name: "bernoulli", p: 0.5, samples: 5 },
      { name: "poisson", rate: 3, samples: 5 },
    ],
    ...{ generations: 3, trajectories: 4, seed: 1 },
  };
  const path = file("mixed.json", JSON.stringify(mixed));
  expect(await lethe(["sweep", path, "--out", "mixed", "--raw"])).toMatchObject({ code: 0 });
  const cells = await concatenated(mixed, "trajectories.parquet", (cell) => ({
    // What is set of a model is not what is measured.
    ...{ "model.p": cell === 1 ? 0.5 : null, "model.rate": cell === 2 ? 3n : null },
    mean: null,
    std: null,
    p: null,
    rate: null,
  }));
  const found = await rows("mixed", "trajectories.parquet");
  expect(
    found.map(
      ({
        model: _,
        samples: __,
        regime: ___,
        trajectories: ____,
        generations: _____,
        seed: ______,
        ...row
      }) => row,
    ),
  ).toEqual(cells);
});

it("an option that is called as an observable has a column of its own; cells may end when they are over", async () => {
  const grid = {
    model: { name: "bernoulli", p: [0.25, 0.5], samples: 3 },
    ...{ generations: 1000, trajectories: 50, seed: 1, survival: ["p!=0,1"], until: "over" },
  };
  const path = file("until.json", JSON.stringify(grid));
  expect(await lethe(["sweep", path, "--out", "until", "--raw"])).toMatchObject({ code: 0 });
  const found = await rows("until", "trajectories.parquet");
  for (const row of found.filter(({ generation }) => generation === 0n))
    expect(row["p"]).toBe(row["model.p"]);
  const last = new Map(found.map(({ seed, generation }) => [seed, generation]));
  const times = await rows("until", "events.parquet");
  expect(times).toHaveLength(100);
  for (const [seed, generation] of last) {
    const own = times.filter((row) => row["seed"] === seed).map((row) => Number(row["p!=0,1"]));
    expect(Math.max(...own)).toBe(Number(generation));
  }
});
