import process from "node:process";
import { batches } from "../show/batches.ts";
import { ProgressBar } from "./progress.ts";

/** What a command may do to the terminal. */
export interface Shell {
  /** Says how far the work has come; a total of 0 stands for "unknown". */
  progress(label: string, done: number, total: number): void;
  /** Prints a piece of the result on stdout. */
  print(text: string | Iterable<string>): void;
  /** Prints a line on stderr. */
  note(text: string): void;
}

let quiet = false;

/** Silences progress and notes (`--quiet`); errors are still shown. */
export function beQuiet(): void {
  quiet = true;
}

/** Runs a command; the progress bar is gone when it ends. */
export async function withShell(action: (shell: Shell) => Promise<void>): Promise<void> {
  const bar = new ProgressBar(process.stderr);
  try {
    await action({
      progress: (label, done, total) => {
        if (!quiet) bar.show(label, done, total);
      },
      print: (text) => {
        bar.clear();
        for (const piece of batches(text)) {
          // Nobody reads it any more.
          if (process.stdout.errored) return;
          process.stdout.write(piece);
        }
      },
      note: (text) => {
        if (quiet) return;
        bar.clear();
        process.stderr.write(`${text}\n`);
      },
    });
  } finally {
    bar.clear();
  }
}
