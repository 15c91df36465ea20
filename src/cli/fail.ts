import process from "node:process";
import { CommanderError } from "commander";
import { InputError, outOfMemory, WorkerError } from "../check/errors.ts";
import { printable } from "../show/width.ts";
import { Difference } from "./difference.ts";
import { OutputError, troubleWriting } from "./files.ts";
import { asTyped } from "./typed.ts";

/** How the process is to end, and what it says on stderr. */
export interface Ending {
  readonly code: 0 | 1 | 2;
  readonly text: string;
}

/**
 * Exit codes: 0 done; 2 bad input, which you can correct (one line); 1 a machine that fails: a full disk,
 * memory that ran out, a worker that died, or two results that differ (one line), or a bug of ours (with its stack).
 */
export function ending(error: unknown, help: string): Ending {
  if (error instanceof WorkerError || error instanceof OutputError || error instanceof Difference)
    return { code: 1, text: printable(error.message) };
  const lack = outOfMemory(error);
  if (lack !== undefined) return { code: 1, text: printable(lack) };
  if (error instanceof InputError) return { code: 2, text: printable(asTyped(error.message)) };
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
 * A reader that has seen enough, as in `lethe … | head -1`, is no error. Other trouble with stdout is told on one line.
 * It is noticed only after the write, so nothing may end the process in the meantime.
 */
export function guardOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    end({ code: 1, text: `cannot write to standard output: ${troubleWriting(error)}` });
  });
  process.stderr.on("error", () => {});
}

/** Ends the process, once the text is out; one that is done ends by itself. */
export function end({ code, text }: Ending): void {
  if (code !== 0) process.stderr.write(`${text}\n`, () => process.exit(code));
}
