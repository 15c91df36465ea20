// Runs the built program as a process of its own, as a user does.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { checkBuilt, program } from "../built.ts";

export { program };

checkBuilt();

export interface Outcome {
  /** The exit code, or the signal that the process died of. */
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
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
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: cwd ?? directory,
      timeout: 10_000,
      killSignal: "SIGKILL",
      ...(uid !== undefined && { uid }),
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject).on("close", (code, died) => resolve({ code: code ?? died, stdout, stderr }));
    // A program that refuses its options does not wait for its input.
    child.stdin.on("error", () => {});
    if (interruptAfter === undefined) child.stdin.end(input);
    else setTimeout(() => child.kill(signal), interruptAfter);
  });
}

/** A directory for the files of one test file. */
export const directory = mkdtempSync(join(tmpdir(), "lethe-cli-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Writes a file there and returns its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

/** One who may not do everything: oneself, or where that is root, somebody else. */
export const nobody = process.getuid?.() === 0 ? 65534 : undefined;

/** What a refusal looks like: one line on stderr, nothing on stdout, exit 2. */
export const refused = (message: string): Outcome => ({ code: 2, stdout: "", stderr: `${message}\n` });
