// Raw trajectories, read back by another library.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/index.ts";
import { experiments } from "../simulate/experiments.ts";
import { directory, file, lethe, refused } from "./lethe.ts";

const buffer = (out: string, name: string): ArrayBuffer => {
  const bytes = readFileSync(join(directory, out, name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
const rows = (out: string, name: string) => parquetReadObjects({ file: buffer(out, name) });

describe("lethe run --raw", () => {
  it.each(experiments.filter(([, { model }]) => model.name !== "ngram"))(
    "has all of a run: %s",
    async (_, experiment) => {
      const path = file("experiment.json", JSON.stringify(experiment));
      expect(await lethe(["run", path, "--out", "all", "--raw", "--force", "-q"])).toMatchObject({
        code: 0,
        stderr: "",
      });
      const run = await simulate(experiment);
      const { trajectories, observables, survival } = run.experiment;
      const expected = Array.from({ length: trajectories }, (_, t) => {
        const values = observables.map((name) => run.observable(name).trajectory(t));
        return run.generations.map((generation, i) => ({
          ...{ trajectory: BigInt(t), generation: BigInt(generation) },
          ...Object.fromEntries(observables.map((name, o) => [name, values[o][i]])),
        }));
      });
      expect(await rows("all", "trajectories.parquet")).toEqual(expected.flat());
      const hasEvents = readdirSync(join(directory, "all")).includes("events.parquet");
      expect(hasEvents).toBe(survival.length > 0);
      if (!hasEvents) return;
      const times = await rows("all", "events.parquet");
      expect(times.map(({ trajectory }) => trajectory)).toEqual(expected.map((_, t) => BigInt(t)));
      for (const event of survival) {
        const time = run.timeTo(event);
        expect(times.filter((row) => row[event] === null)).toHaveLength(time.censored);
        const sum = times.reduce((sum, row) => sum + Number(row[event] ?? run.experiment.generations), 0);
        expect(sum / trajectories).toBe(time.mean);
      }
    },
  );
  const many =
    "run gaussian --samples 3 --generations 40 --trajectories 9000 --seed 4 --survival std>0.5".split(" ");
  const places = (out: string) => readdirSync(join(directory, out)).sort();

  it("has groups of one size and the same bytes, whoever ran the trajectories", async () => {
    for (const workers of ["1", "2"]) {
      const run = [...many, "--out", `by-${workers}`, "--raw", "--workers", workers];
      expect(await lethe(run)).toMatchObject({ code: 0 });
    }
    for (const name of ["trajectories.parquet", "events.parquet"]) {
      expect(Buffer.from(buffer("by-1", name)).equals(Buffer.from(buffer("by-2", name)))).toBe(true);
    }
    const { row_groups, key_value_metadata } = parquetMetadata(buffer("by-1", "trajectories.parquet"));
    // Whole trajectories of 41 rows, as many as 2^17 rows are enough for.
    const group = Math.floor(2 ** 17 / 41);
    const sizes = row_groups.map(({ num_rows }) => Number(num_rows) / 41);
    expect(sizes).toEqual([group, group, 9000 - 2 * group]);
    expect(row_groups[1].columns[0].meta_data?.statistics).toMatchObject({
      ...{ min_value: BigInt(group), max_value: BigInt(2 * group - 1) },
    });
    expect(key_value_metadata).toContainEqual({ key: "lethe.seed", value: "4" });
    const all = await rows("by-1", "trajectories.parquet");
    expect(all.every(({ trajectory }, i) => trajectory === BigInt(Math.floor(i / 41)))).toBe(true);
    expect(all.every(({ generation }, i) => generation === BigInt(i % 41))).toBe(true);
    // The time of each is the first of its own records for which the event does not hold.
    const times = await rows("by-1", "events.parquet");
    const expected = times.map((_, t) => {
      const first = all.slice(41 * t, 41 * (t + 1)).findIndex((record) => record["std"] <= 0.5);
      return { trajectory: BigInt(t), "std>0.5": first < 0 ? null : BigInt(first) };
    });
    expect(times).toHaveLength(9000);
    expect(times).toEqual(expected);
  });

  it("is among the files that are listed, and goes when a later run has none", async () => {
    const { stderr } = await lethe([...many, "--out", "again", "--raw"]);
    expect(stderr).toContain("raw trajectories: 369,000 rows, about 6 MB\n");
    const tables = ["observables.csv", "survival.csv", "time-to.csv"];
    const pictures = ["observable-mean.svg", "observable-std.svg", "survival.svg"];
    const plain = ["lethe-files.sha256", ...pictures, "run.json", ...tables].sort();
    expect(places("again")).toEqual([...plain, "events.parquet", "trajectories.parquet"].sort());
    const listed = readFileSync(join(directory, "again", "lethe-files.sha256"), "utf8");
    for (const name of ["trajectories.parquet", "events.parquet"]) {
      const bytes = readFileSync(join(directory, "again", name));
      expect(listed).toContain(`${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
    }
    expect(await lethe([...many, "--out", "again"])).toMatchObject({ code: 0 });
    expect(places("again")).toEqual(plain);
  });

  it("wants a directory", async () => {
    expect(await lethe([...many, "--raw", "--json"])).toEqual(
      refused("missing option: out (a directory for the tables of --raw)"),
    );
  });

  it("refuses an observable that is called as a column is, and leaves nothing", async () => {
    const parts = `observables: ["generation"], start: () => 0, generation: () => 1, observe: () => ({ generation: 1 })`;
    const model = file("own.mjs", `export default { name: "own", ${parts} };`);
    const sizes = "--generations 2 --trajectories 2 --seed 1".split(" ");
    expect(await lethe(["run", model, ...sizes, "--out", "own", "--raw"])).toEqual(
      refused('invalid observables: "generation" (with --raw none that is called trajectory or generation)'),
    );
    expect(places("own")).toEqual([]);
  });

  it("leaves nothing of a run that fails", async () => {
    const parts = `observables: ["x"], start: () => 0, observe: (x) => ({ x }),
      generation(x, rng) { if (x === 1) throw new Error("no more"); return x + 1; }`;
    const model = file("failing.mjs", `export default { name: "failing", ${parts} };`);
    const sizes = "--generations 2 --trajectories 2 --seed 1".split(" ");
    expect(await lethe(["run", model, ...sizes, "--out", "failed", "--raw"])).toMatchObject({ code: 2 });
    expect(places("failed")).toEqual([]);
  });
});
