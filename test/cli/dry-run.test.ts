import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { costs } from "../../src/cli/sweep/probe.ts";
import { cellsOf } from "../../src/study/cells.ts";
import { shardsOf } from "../../src/study/units.ts";
import { directory, file, lethe } from "./lethe.ts";

const study = {
  model: { name: "gaussian", samples: [5, 10, 20], estimator: ["ml", "unbiased"] },
  ...{ generations: "10*samples", trajectories: 200, seed: [1, 2], survival: ["std>0.1"] },
};
const path = file("dry-run.json", JSON.stringify(study));
const bytesIn = (out: string, matching: RegExp) =>
  readdirSync(join(directory, out))
    .filter((name) => matching.test(name))
    .reduce((sum, name) => sum + statSync(join(directory, out, name)).size, 0);

describe("lethe sweep --dry-run", async () => {
  const { code, stdout } = await lethe(["sweep", path, "--dry-run", "--out", "dry", "--workers", "2"]);
  const lines = stdout.trimEnd().split("\n");

  it("lists the cells, and writes nothing", () => {
    expect([code, existsSync(join(directory, "dry"))]).toEqual([0, false]);
    expect(lines).toHaveLength(12 + 4);
    expect(lines[0]).toMatch(/^samples=5 estimator=ml seed=1: 50 generations × 200, seed 1:[0-9a-f]{16}$/);
    expect(lines[12]).toBe("12 cells, 280,000 trajectory-generations");
  });

  it("says about how long it takes, of a part too", async () => {
    expect(lines[13]).toMatch(
      /^time: about \d+ (?:s|min) on 2 workers \(a few trajectories of 6 cells were run\)$/,
    );
    const part = await lethe(["sweep", path, "--dry-run", "--shard", "1/3"]);
    expect(part.stdout).toMatch(
      /^time: about \d+ (?:s|min) on \d+ workers?, one of 3 parts \d+ (?:s|min) \(/m,
    );
    expect(part.stdout).toMatch(/^first: DIR\//m);
  });

  it("says how much disk it takes at most, and where the first cell lands", async () => {
    await lethe(["sweep", path, "--out", "dry"]);
    const [tables, kept] = [
      ...(lines[14] ?? "").matchAll(/about ([\d.]+) (kB|MB)|and ([\d.]+) (kB|MB)/g),
    ].map(([text]) => Number.parseFloat(text.replace(/^\w+ /, "")) * (text.endsWith("MB") ? 1000 : 1));
    const written = bytesIn("dry", /\.(csv|parquet)$/) / 1e3;
    expect(tables).toBeGreaterThan(0.95 * written);
    expect(tables).toBeLessThan(3 * written);
    const [, below, name = ""] = /^first: dry\/(\w+)\/([0-9a-f]+)-….json$/.exec(lines[15] ?? "") ?? [];
    expect(
      readdirSync(join(directory, "dry", below ?? "")).filter((one) => one.startsWith(name)),
    ).toHaveLength(1);
    const working = bytesIn(`dry/${below}`, /json$/) / 1e3;
    expect(kept / working).toBeGreaterThan(0.5);
    expect(kept / working).toBeLessThan(2);
  });

  it("counts the rows that are written", () => {
    const generations = [5, 10, 20].reduce((sum, n) => sum + 4 * (10 * n + 1), 0);
    const number = (n: number) => n.toLocaleString("en");
    expect(lines[14]).toContain(
      `(observables ${number(2 * generations)} rows, survival ${number(generations)} rows, times 12 rows)`,
    );
  });
});

it("says how many shards there are, and that a study until its events are over takes no longer", async () => {
  const long = { ...study, generations: 400, trajectories: 300_000, seed: 1, record: "log:1" };
  const { stdout } = await lethe(["sweep", file("long.json", JSON.stringify(long)), "--dry-run"]);
  const shards = cellsOf(long).reduce((sum, cell) => sum + shardsOf(cell).length, 0);
  expect(shards).toBeGreaterThan(6);
  expect(stdout).toContain(`\n6 cells in ${shards} shards, 720,000,000 trajectory-generations\ntime: about `);
  const over = { ...study, until: "over" };
  const ends = await lethe(["sweep", file("over.json", JSON.stringify(over)), "--dry-run"]);
  expect(ends.stdout).toContain("samples=5 estimator=ml seed=1: up to 50 generations × 200, seed ");
  expect(ends.stdout).toContain("\n12 cells, at most 280,000 trajectory-generations\ntime: at most about ");
});

it("cells that differ in their seed cost the same; a long trajectory is timed by a part of it", async () => {
  const { of, tried } = await costs(cellsOf(study));
  expect([of.length, tried, new Set(of).size]).toEqual([12, 6, 6]);
  const shown = of.map(({ run }) => (run?.experiment.model as { samples?: number } | undefined)?.samples);
  expect(shown).toEqual([5, 5, 5, 5, 10, 10, 10, 10, 20, 20, 20, 20]);
  const long = {
    model: { name: "gaussian", samples: 1e6 },
    generations: 2e9,
    trajectories: 5,
    record: "log:1",
  };
  const [cost] = (await costs(cellsOf(long))).of;
  // A generation of one trajectory takes some nanoseconds at least.
  expect(cost?.each).toBeGreaterThan(10_000);
  expect(cost?.each).toBeLessThan(Number.POSITIVE_INFINITY);
});
