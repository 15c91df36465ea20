import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** How a command line ended, and what it wrote. */
export interface Outcome {
  /** The exit code, or the signal that the process died of. */
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a refusal looks like: one line on stderr, nothing on stdout, exit 2. */
export const refused = (message: string): Outcome => ({ code: 2, stdout: "", stderr: `${message}\n` });

/** A directory for the files of one test file. */
export const directory = mkdtempSync(join(tmpdir(), "lethe-cli-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Writes a file there and returns its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}
