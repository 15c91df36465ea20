import process from "node:process";
import { CommanderError } from "commander";
import { InputError, outOfMemory, WorkerError } from "../errors.ts";
import { Interrupted } from "./shell.ts";
import { printable } from "./text/width.ts";

/** How the process is to end, and what it says on stderr. */
export interface Ending {
  readonly code: 0 | 1 | 2 | 130;
  readonly text: string;
}

/** Exit codes: 0 done, 2 bad input (one line), 130 interrupted, 1 a worker that died or memory that ran out (one line), or a bug of ours (with its stack). */
export function ending(error: unknown, help: string): Ending {
  if (error instanceof Interrupted) return { code: 130, text: "" };
  if (error instanceof WorkerError) return { code: 1, text: printable(error.message) };
  const lack = outOfMemory(error);
  if (lack !== undefined) return { code: 1, text: printable(lack) };
  if (error instanceof InputError) return { code: 2, text: printable(error.message) };
  if (error instanceof CommanderError) {
    // Help and version come this way too.
    if (error.exitCode === 0) return { code: 0, text: "" };
    return { code: 2, text: usage(error.message, help) };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 1,
    text: `${stack}\nThis is a bug in lethe: please report it, with the command and these lines.`,
  };
}

/** Commander's message on one line, in our own form. */
function usage(message: string, help: string): string {
  const [what, hint] = message.replace(/^error: /, "").split("\n");
  const named = what
    .replace(/^(unknown \w+|missing required argument) '(.*)'$/s, "$1: $2")
    .replace(/^option '(-[^ ']*)[^']*' argument missing$/, "missing value: $1")
    .replace(/\.$/, "");
  const guess = /^\(Did you mean (.*)\?\)$/.exec(hint ?? "");
  return printable(`${named} (${guess ? `did you mean ${guess[1]}?` : `see ${help}`})`);
}

/**
 * A reader that has seen enough, as in `lethe … | head -1`, is no error. Other trouble with stdout is the user's to
 * hear of, on one line.
 */
export function guardOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    end({ code: 2, text: `cannot write to standard output: ${error.message}` });
  });
  process.stderr.on("error", () => {});
}

/** Ends the process, once the text is out. */
export function end({ code, text }: Ending): void {
  if (text === "") process.exit(code);
  process.stderr.write(`${text}\n`, () => process.exit(code));
}
