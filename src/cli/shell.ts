import process from "node:process";
import { ProgressBar } from "./progress.ts";

/** What a command may do to the terminal, besides printing its result. */
export interface Shell {
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Says how far the work has come; a total of 0 stands for "unknown". */
  progress(label: string, done: number, total: number): void;
  /** Prints a piece of the result on stdout. */
  print(text: string): void;
  /** Prints a line on stderr. */
  note(text: string): void;
}

/** Why a command was stopped: the user pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

let quiet = false;

/** Silences progress and notes (`--quiet`); errors are still shown. */
export function beQuiet(): void {
  quiet = true;
}

/**
 * Runs a command so that Ctrl-C stops it: its signal is aborted, and once the action has given up, the progress bar
 * is gone and the promise is rejected with `Interrupted`. A second Ctrl-C ends the process at once.
 */
export async function withShell(action: (shell: Shell) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Interrupted("interrupted"));
  const bar = new ProgressBar(process.stderr);
  process.once("SIGINT", interrupt);
  try {
    await action({
      signal: controller.signal,
      progress: (label, done, total) => {
        if (!quiet) bar.show(label, done, total);
      },
      print: (text) => {
        bar.clear();
        process.stdout.write(text);
      },
      note: (text) => {
        if (quiet) return;
        bar.clear();
        process.stderr.write(`${text}\n`);
      },
    });
  } catch (error) {
    // Whatever an aborted action tripped over on its way out, the cause was the interruption.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    bar.clear();
    process.removeListener("SIGINT", interrupt);
  }
}
