import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { directory, lethe, program } from "./lethe.ts";

const long = ["run", "gaussian", "--samples", "100", "--generations", "1000", "--trajectories", "100000000"];

/** Runs a line of shell in which $LETHE is the program. */
function shell(line: string): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, LETHE: `${process.execPath} ${program}` };
    const child = spawn("bash", ["-c", line], { cwd: directory, env, timeout: 20_000 });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("close", () => resolve({ stdout, stderr }));
  });
}

describe.each(["SIGINT", "SIGTERM"] as const)("Ctrl-C, and a request to end: %s", (signal) => {
  it.each([
    ["a simulation", [...long, "--workers", "1", "--out", "stopped"]],
    ["a simulation in threads", [...long, "--workers", "3", "--out", "stopped"]],
    ["a text that does not end", ["forget", "-", "--out", "stopped"]],
  ])("stops %s within a second, with exit 130 and nothing half-written", async (_, args) => {
    const began = performance.now();
    const { code, stdout } = await lethe(args, { interruptAfter: 1500, signal });
    expect(performance.now() - began).toBeLessThan(2500);
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    const out = join(directory, "stopped");
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  it("stops a report, of which nothing is written", async () => {
    const args = ["reproduce", "--seed", "1", "--out", "no-report"];
    expect((await lethe(args, { interruptAfter: 1500, signal })).code).toBe(130);
    const out = join(directory, "no-report");
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  // `script` gives it a terminal.
  it.runIf(existsSync("/usr/bin/script"))("leaves the terminal as it was", async () => {
    const run = `timeout --foreground --preserve-status -s ${signal.slice(3)} 2 $LETHE ${long.join(" ")}`;
    const { stdout } = await shell(`script -qec "${run}" /dev/null </dev/null; echo "$?"`);
    const bar = stdout.lastIndexOf(" left");
    expect(bar).toBeGreaterThan(0);
    const after = stdout.slice(bar).replaceAll("\u001b", "ESC");
    // Lines wrap again, the cursor was not hidden, and the line of the bar is empty.
    expect(after).toContain("ESC[?7h");
    expect(stdout).not.toContain("\u001b[?25l");
    expect(after).toMatch(/ESC\[2K\s*130\s*$/);
  });
});

describe("a reader that has seen enough", () => {
  it("is no error", async () => {
    const args = "run bernoulli --p 0.5 --samples 10 --generations 1000 --trajectories 2 --seed 1 --json";
    const { stdout, stderr } = await shell(`$LETHE ${args} | head -1; echo "\${PIPESTATUS[0]}"`);
    expect(stdout).toBe("{\n0\n");
    expect(stderr).not.toMatch(/error|EPIPE/i);
  });

  it("is none after a simulation in threads", async () => {
    const args =
      "run gaussian --samples 100 --generations 1000 --trajectories 10000 --seed 1 --workers 2 --json";
    const { stdout, stderr } = await shell(`$LETHE ${args} | head -1; echo "\${PIPESTATUS[0]}"`);
    expect(stdout).toBe("{\n0\n");
    expect(stderr).not.toMatch(/error|EPIPE/i);
  });

  it("may have left before anything was written", async () => {
    const { stdout } = await shell(`$LETHE theory forgetting --count 5 | true; echo "\${PIPESTATUS[0]}"`);
    expect(stdout).toBe("0\n");
  });
});

describe("a full disk", () => {
  it.runIf(existsSync("/dev/full"))("is told in one line", async () => {
    const { stdout, stderr } = await shell("$LETHE theory forgetting --count 5 >/dev/full; echo $?");
    expect(stdout).toBe("2\n");
    expect(stderr).toMatch(/^cannot write to standard output: .*\n$/);
  });
});

describe("help", () => {
  it.concurrent.each([
    [[]],
    [["--help"]],
    [["help", "run"]],
    [["run", "--help"]],
    [["theory", "--help"]],
    [["forget", "--help"]],
    [["reproduce", "--help"]],
  ])("%j goes to stdout, with examples", async (args) => {
    const { code, stdout, stderr } = await lethe(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: lethe/);
    expect(stdout).toContain("\nExamples:\n  lethe ");
  });

  it("has the version", async () => {
    expect(await lethe(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("--quiet", () => {
  it("says nothing on stderr", async () => {
    const args = [
      "run",
      "bernoulli",
      "--p",
      "0.5",
      "--samples",
      "3",
      "--generations",
      "2",
      "--trajectories",
      "2",
    ];
    const { code, stderr } = await lethe([...args, "--quiet"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
