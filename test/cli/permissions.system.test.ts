// What one who may not do everything is told.
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directory, lethe, refused } from "./process.ts";

/** Oneself, or where that is root, somebody else. */
const nobody = process.getuid?.() === 0 ? 65534 : undefined;
const by = { uid: nobody, cwd: "/" };

describe.runIf(process.platform !== "win32")("a directory that cannot be used", () => {
  it.each([
    ["entered", 0o666],
    ["written to", 0o555],
  ])("because it cannot be %s", async (what, mode) => {
    chmodSync(directory, 0o755);
    const locked = join(directory, what);
    mkdirSync(locked);
    if (nobody !== undefined) chownSync(locked, nobody, nobody);
    chmodSync(locked, mode);
    const run = "run bernoulli --p 1 --samples 1 --generations 1 --trajectories 1".split(" ");
    const why = "a directory that can be written to: permission denied";
    expect(await lethe([...run, "--out", locked], by)).toEqual(
      refused(`invalid out: ${JSON.stringify(locked)} (${why})`),
    );
  });
});

// The ports below 1024 are root's, unless the system says otherwise.
const LOWEST = "/proc/sys/net/ipv4/ip_unprivileged_port_start";
const guarded = existsSync(LOWEST) && Number(readFileSync(LOWEST, "utf8")) > 80;

it.runIf(guarded)("a port that needs a permission", async () => {
  expect(await lethe(["playground", "--port", "80"], by)).toEqual(
    refused("invalid port: 80 (one that you have permission for)"),
  );
});
