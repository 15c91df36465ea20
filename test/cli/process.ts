// Runs the built program as a process of its own, as a user does.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { program } from "../built.ts";
import { directory, type Outcome } from "./files.ts";

export * from "./files.ts";
export { program };

interface Circumstances {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Sent a signal after so many milliseconds. */
  readonly interruptAfter?: number;
  /** Which (default: SIGINT). */
  readonly signal?: "SIGINT" | "SIGTERM" | "SIGHUP";
  /** By whom it is run (default: whoever runs the tests). */
  readonly uid?: number | undefined;
}

/** Runs `lethe` with the arguments; killed after ten seconds, when its code is SIGKILL. */
export function lethe(
  args: readonly string[],
  { cwd, input, interruptAfter, signal = "SIGINT", uid }: Circumstances = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: cwd ?? directory,
    timeout: 10_000,
    killSignal: "SIGKILL",
    ...(uid !== undefined && { uid }),
  });
  // A program that refuses its options does not wait for its input.
  child.stdin.on("error", () => {});
  if (interruptAfter === undefined) child.stdin.end(input);
  else setTimeout(() => child.kill(signal), interruptAfter);
  return outcomeOf(child);
}

const env = { ...process.env, LETHE: `${process.execPath} ${program}` };

/** Starts a line of shell in which $LETHE is the program. */
export const shell = (line: string, options: SpawnOptions = {}): ChildProcess =>
  spawn("bash", ["-c", line], { cwd: directory, env, timeout: 20_000, ...options });

/** What a process writes, and how it ends. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject).on("close", (code, died) => resolve({ code: code ?? died, stdout, stderr }));
  });
}
