// What is kept of a study's long cells: found again, told of, and run again where it is not what was written.
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { file, lethe } from "./lethe.ts";

/** A short cell, and one of three shards, which cost little: after some generations nothing changes any more. */
const path = file(
  "long.json",
  JSON.stringify({
    model: { name: "bernoulli", p: 0.5, samples: [2, 4] },
    ...{ generations: [100, 100_000], trajectories: 1100, seed: 3, survival: ["p!=0,1"], record: "log:3" },
    zip: [["generations", "samples"]],
  }),
);
const sweepTo = (out: string, ...more: string[]) => lethe(["sweep", path, "--out", out, ...more]);
const tables = (out: string) =>
  readdirSync(out)
    .filter((name) => /\.(csv|parquet)$/.test(name))
    .map((name) => [name, readFileSync(join(out, name), "base64")]);
const shardsIn = (out: string) => readdirSync(join(out, "work")).map((name) => join(out, "work", name));

beforeAll(async () => {
  await sweepTo("whole");
  await sweepTo("parts", "--shard", "1/3");
  await sweepTo("parts", "--shard", "2/3");
  // A directory for each test.
  for (const name of ["cut", "edited", "foreign", "renamed", "merged"])
    cpSync("parts", name, { recursive: true });
});

describe("shards of long cells", () => {
  it("are dealt out to parts, and counted", async () => {
    expect(shardsIn("parts").map((name) => /-(\d+-\d+)-[0-9a-f]{32}\.shard$/.exec(name)?.[1])).toEqual(
      expect.arrayContaining(["0-512", "512-512"]),
    );
    const { stdout } = await lethe(["sweep", "--status", "parts"]);
    expect(stdout).toBe(
      "0 of 2 cells (2 of 4 shards) are there\n" +
        "missing: samples=2 generations=100\n" +
        "missing: samples=4 generations=100000 (2 of 3 shards are there)\n",
    );
    const { stderr } = await sweepTo("merged", "--shard", "0/3");
    expect(stderr).toContain("2 of 2 cells (4 of 4 shards) are there; lethe merge merged makes the tables");
    await lethe(["merge", "merged"]);
    expect(tables("merged")).toEqual(tables("whole"));
    expect(shardsIn("merged")).toEqual([]);
  });

  it.each<[string, (path: string) => void]>([
    ["cut", (path) => writeFileSync(path, readFileSync(path).subarray(0, 1000))],
    ["edited", (path) => writeFileSync(path, readFileSync(path).fill(1, 900))],
    ["foreign", (path) => writeFileSync(path, "something else\n")],
    // Under the name of another, it is of other trajectories.
    ["renamed", (path) => renameSync(path, path.replace(/-\d+-512-/, "-1024-76-"))],
  ])("%s, are named, and run again", async (out, spoil) => {
    const [first] = shardsIn(out);
    spoil(first);
    const bad = out === "renamed" ? shardsIn(out).find((name) => name.includes("-1024-76-")) : first;
    const { code, stderr } = await sweepTo(out);
    expect(stderr).toContain(`${bad} is not what was written: it is removed, and run again\n`);
    expect(code).toBe(0);
    expect(tables(out)).toEqual(tables("whole"));
    expect(shardsIn(out)).toEqual([]);
  });

  it("that another process has finished with are not missed", async () => {
    const both = await Promise.all([sweepTo("both"), sweepTo("both")]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(tables("both")).toEqual(tables("whole"));
  });
});

it("a cell that is not what was written is named, and run again", async () => {
  cpSync("whole", "spoilt", { recursive: true });
  const [name] = readdirSync(join("spoilt", "cells")).map((cell) => join("spoilt", "cells", cell));
  writeFileSync(name, readFileSync(name, "utf8").replace('"lethe"', '"Lethe"'));
  const { stderr } = await sweepTo("spoilt");
  expect(stderr).toContain(`${name} is not what was written`);
  expect(stderr).toContain("2 cells, 1 of them from before");
  expect(tables("spoilt")).toEqual(tables("whole"));
});
