import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { directory, file, lethe, outcomeOf, program, refused, shell } from "./process.ts";

const long = ["run", "gaussian", "--samples", "100", "--generations", "1000", "--trajectories", "100000000"];

/** Whether a process may be the first of a container of its own here. */
const namespaces = spawnSync("unshare", ["--pid", "--fork", "true"]).status === 0;

/** A signal and where it comes: each ends the process, which says so to its parent and leaves nothing. */
const ends = async (args: readonly string[], signal: Signal, out: string) => {
  const { code, stdout } = await lethe([...args, "--out", out], { interruptAfter: 1500, signal });
  expect({ code, stdout }).toEqual({ code: signal, stdout: "" });
  expect(existsSync(join(directory, out)) ? readdirSync(join(directory, out)) : []).toEqual([]);
};
type Signal = "SIGINT" | "SIGTERM" | "SIGHUP";

describe("Ctrl-C, a request to end, and a closed terminal", () => {
  it.concurrent.each<[Signal, string, string[]]>([
    ["SIGINT", "a simulation", [...long, "--workers", "1"]],
    ["SIGTERM", "a simulation in threads", [...long, "--workers", "3"]],
    ["SIGHUP", "a text that does not end", ["forget", "-"]],
    ["SIGTERM", "a report", ["reproduce", "--seed", "1"]],
    ["SIGINT", "a run to the last word", ["forget", "--until-one", "--trajectories", "1000"]],
  ])("%s ends %s", (signal, what, args) => ends(args, signal, `stopped-${what}`));

  it.concurrent("end a thread that hears nothing", async () => {
    const args = ["theory", "categorical", "--zipf", "8000000,1", "--samples", "1000"];
    const { code, stdout } = await lethe(args, { interruptAfter: 1500 });
    expect({ code, stdout }).toEqual({ code: "SIGINT", stdout: "" });
  });

  describe.runIf(existsSync("/usr/bin/mkfifo"))("end the wait for a pipe that nobody fills:", () => {
    const pipe = join(directory, "pipe");
    spawnSync("mkfifo", [pipe]);
    const run = ["run", "categorical", "--generations", "1", "--trajectories", "1"];
    it.concurrent.each([
      [["forget", pipe]],
      [["forget", "--counts", pipe]],
      [["run", pipe]],
      [[...run, "--counts", `@${pipe}`]],
      [["run", "ngram", "--order", "2", "--corpus", pipe]],
      [["reproduce", "--corpus", pipe]],
    ])("%j", (args) => ends(args, "SIGTERM", "no-pipe"));
  });

  it("end a loop of the shell, too", async () => {
    const line = `for i in 1 2 3; do echo "$i"; $LETHE ${long.join(" ")}; done; echo after`;
    // A group of its own, to which a terminal would send Ctrl-C.
    const child = shell(line, { detached: true, stdio: ["ignore", "pipe", "ignore"] });
    setTimeout(() => process.kill(-child.pid!, "SIGINT"), 1500);
    expect(await outcomeOf(child)).toEqual({ code: "SIGINT", stdout: "1\n", stderr: "" });
  });

  it.runIf(namespaces)("end it as the first process of a container, which the system protects", async () => {
    const args = ["--pid", "--fork", "--kill-child", process.execPath, program, ...long];
    const child = spawn("unshare", args, { stdio: "ignore", timeout: 10_000, killSignal: "SIGKILL" });
    setTimeout(() => {
      const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
      process.kill(Number(children), "SIGTERM");
    }, 1500);
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(143);
  });

  // `script` gives it a terminal.
  it.runIf(existsSync("/usr/bin/script")).each([
    ["INT", 130, ""],
    ["KILL", 137, ""],
    ["TERM", 143, "TERM=dumb"],
    ["TERM", 143, "CI=true"],
  ])("leave the terminal sound: %s, %i, %s", async (signal, status, env) => {
    const run = `env -u CI ${env} timeout --foreground --preserve-status -s ${signal} 2 $LETHE ${long.join(" ")}`;
    const { stdout } = await outcomeOf(
      shell(`TERM=xterm script -qec "${run}" /dev/null </dev/null; echo "$?"`),
    );
    expect(stdout.trimEnd().endsWith(String(status))).toBe(true);
    // Erasing its line is all that the bar does.
    const escapes = stdout.split("\u001b").slice(1);
    expect(escapes.filter((text) => !text.startsWith("[K"))).toEqual([]);
    expect(escapes.length > 0).toBe(env === "");
  });
});

describe("a reader that has seen enough", () => {
  it("is no error", async () => {
    const args = "run bernoulli --p 0.5 --samples 10 --generations 1000 --trajectories 2 --seed 1 --json";
    const { stdout, stderr } = await outcomeOf(shell(`$LETHE ${args} | head -1; echo "\${PIPESTATUS[0]}"`));
    expect(stdout).toBe("{\n0\n");
    expect(stderr).not.toMatch(/error|EPIPE/i);
  });

  it("is none after a simulation in threads", async () => {
    const args =
      "run gaussian --samples 100 --generations 1000 --trajectories 10000 --seed 1 --workers 2 --json";
    const { stdout, stderr } = await outcomeOf(shell(`$LETHE ${args} | head -1; echo "\${PIPESTATUS[0]}"`));
    expect(stdout).toBe("{\n0\n");
    expect(stderr).not.toMatch(/error|EPIPE/i);
  });

  it("may have left before anything was written", async () => {
    const { stdout } = await outcomeOf(
      shell(`$LETHE theory forgetting --count 5 | true; echo "\${PIPESTATUS[0]}"`),
    );
    expect(stdout).toBe("0\n");
  });
});

describe("a full disk", () => {
  const run = "run bernoulli --p 1 --samples 1 --generations 1 --trajectories 1 -q";
  it
    .runIf(existsSync("/dev/full"))
    .concurrent.each([
      "theory forgetting --count 5",
      "--help",
      "help run",
      "--version",
      "",
      run,
      `${run} --json`,
      "reproduce --list",
    ])("is told in one line, and no bad input: %s", async (args) => {
    const { stdout, stderr } = await outcomeOf(shell(`$LETHE ${args} >/dev/full; echo $?`));
    expect(stdout).toBe("1\n");
    expect(stderr).toBe("cannot write to standard output: no space is left on the device\n");
  });
});

describe("a process", () => {
  it.concurrent.each([
    [["run", "gaussian", "--samples", "1"], "invalid samples: 1 (an integer from 2 to 2^53-1)"],
    [["rnu"], "unknown command: rnu (did you mean run?)"],
    [["forget", "none.txt"], 'invalid corpus: "none.txt" (no such file)'],
  ])("ends with 2 after %j, and one line", async (args, message) => {
    expect(await lethe(args)).toEqual(refused(message));
  });

  it.concurrent("says what its line asks for, to the end", async () => {
    const help = await lethe(["help", "run"]);
    expect(help).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^Usage: lethe run/) });
    expect(await lethe(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("standard input", () => {
  const short = ["--generations", "5", "--trajectories", "2", "--seed", "1", "--json"];
  const table = "word,count\nthe,5\nof,3\n";

  it.concurrent.each([
    ["a text", ["forget"], short, "one two two three three three\n"],
    ["a table of counts", ["forget", "--counts"], ["--json"], table],
    ["a table with a mark of its bytes", ["forget", "--counts"], ["--json"], `\ufeff${table}`],
  ])("is read as a file is: %s", async (name, command, options, content) => {
    const [piped, read] = await Promise.all([
      lethe([...command, "-", ...options], { input: content }),
      lethe([...command, file(name, content), ...options]),
    ]);
    expect(piped.code).toBe(0);
    const { source, experiment: _, ...rest } = JSON.parse(piped.stdout);
    expect(source).toBe("standard input");
    expect(JSON.parse(read.stdout)).toMatchObject(rest);
  });

  it.concurrent("is refused where nothing comes", async () => {
    expect(await lethe(["forget", "-"], { input: "" })).toEqual(
      refused("invalid corpus: standard input (it is empty)"),
    );
  });
});

it("lethe playground prints its address, serves until Ctrl-C", async () => {
  const { code, stdout, stderr } = await lethe(["playground", "--port", "0"], { interruptAfter: 1500 });
  expect(stdout).toMatch(/^http:\/\/localhost:\d+\/\n$/);
  expect(stderr).toBe("Ctrl-C ends it\n");
  expect(code).toBe("SIGINT");
});
