// A study as a process: what is stopped in the midst of it goes on to the same bytes.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { program as cli } from "../built.ts";

const run = promisify(execFile);
const directory = mkdtempSync(join(tmpdir(), "lethe-study-"));
const study = join(directory, "study.json");
writeFileSync(
  study,
  JSON.stringify({
    model: { name: "gaussian", samples: [5, 10, 20, 40], estimator: ["ml", "unbiased"] },
    ...{ generations: "20*samples", trajectories: 4000, seed: 1, survival: ["std>0.1"], record: "log:5" },
  }),
);

const lethe = (...args: string[]) => run(process.execPath, [cli, ...args]);
const sweepTo = (out: string, ...more: string[]) =>
  lethe("sweep", study, "--workers", "1", "--out", join(directory, out), ...more);

/** The tables in a directory, by name. */
const tables = (out: string): Map<string, string> =>
  new Map(
    readdirSync(join(directory, out))
      .filter((name) => /\.(csv|parquet)$/.test(name))
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(directory, out, name)))
          .digest("hex"),
      ]),
  );

/** Starts a study and kills it after so many milliseconds, as no program can be asked to end. */
function killed(out: string, after: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [cli, "sweep", study, "--workers", "1", "--out", join(directory, out)],
      {
        stdio: "ignore",
      },
    );
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

describe("lethe sweep", async () => {
  await sweepTo("whole");
  const whole = tables("whole");

  it("writes tables that another program reads", async () => {
    expect([...whole.keys()].sort()).toEqual(
      ["observables", "survival", "times"].flatMap((name) => [`${name}.csv`, `${name}.parquet`]),
    );
    const bytes = readFileSync(join(directory, "whole", "times.parquet"));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const rows = await parquetReadObjects({ file });
    const [head, ...lines] = readFileSync(join(directory, "whole", "times.csv"), "utf8")
      .trim()
      .split("\n");
    expect(rows.map((row) => Object.values(row).join(","))).toEqual(lines);
    expect(Object.keys(rows[0] ?? {}).join(",")).toBe(head);
  });

  it("goes on with what was killed, to the same bytes", async () => {
    for (const after of [150, 300, 450, 600]) await killed("killed", after);
    await sweepTo("killed");
    expect(tables("killed")).toEqual(whole);
  });

  it("runs a cell again whose file was cut short or changed", async () => {
    const cells = join(directory, "whole", "cells");
    const [first, second] = readdirSync(cells).map((name) => join(cells, name));
    writeFileSync(first, readFileSync(first).subarray(0, 1000));
    writeFileSync(second, readFileSync(second, "utf8").replace("0.1", "0.2"));
    const { stderr } = await sweepTo("whole");
    expect(stderr).toContain("8 cells, 6 of them from before");
    expect(tables("whole")).toEqual(whole);
  });

  it("is put together from parts, which tell what is missing", async () => {
    const out = join(directory, "parts");
    await sweepTo("parts", "--shard", "2/3");
    await expect(lethe("merge", out)).rejects.toThrow(
      /6 of 8 cells are missing, the first of them samples=5 estimator=ml\)/,
    );
    expect((await lethe("sweep", "--status", out)).stdout).toMatch(
      /^2 of 8 cells are there\nmissing: samples=5/,
    );
    await Promise.all(["0/3", "1/3"].map((part) => sweepTo("parts", "--shard", part)));
    await lethe("merge", out);
    expect(tables("parts")).toEqual(whole);
  });

  it.each(["3/3", "-1/3", "1/0", "a/2", "1"])("knows no part %s", async (part) => {
    await expect(sweepTo("none", "--shard", part)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`invalid shard: "${part}" (I/N: part I of N, counted from 0`),
    });
  });

  it("refuses a directory of another study", async () => {
    const other = join(directory, "other.json");
    writeFileSync(other, readFileSync(study, "utf8").replace("4000", "4001"));
    await expect(lethe("sweep", other, "--out", join(directory, "whole"))).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "it has another study: trajectories is 4000 there and 4001 here; take another",
      ),
    });
  });
});
