import { batches } from "../show/batches.ts";
import { ProgressBar, type Screen } from "./progress.ts";

/** What a command may do to the terminal. */
export interface Shell {
  /** Says how far the work has come; a total of 0 stands for "unknown". */
  progress(label: string, done: number, total: number): void;
  /** Prints a piece of the result on stdout. */
  print(text: string | Iterable<string>): void;
  /** Prints a line on stderr. */
  note(text: string): void;
}

/** Where a command line writes: the process has these two, and so has what stands for one. */
export interface Streams {
  readonly stdout: { write(text: string): unknown; readonly errored?: Error | null };
  readonly stderr: Screen;
}

/** Runs a command with a shell; the progress bar is gone when it ends. */
export type WithShell = (action: (shell: Shell) => Promise<void>) => Promise<void>;

/** Shells that write to `streams`; where `isQuiet`, nothing but results and errors. */
export function shellOn({ stdout, stderr }: Streams, isQuiet: () => boolean): WithShell {
  return async (action) => {
    const bar = new ProgressBar(stderr);
    try {
      await action({
        progress: (label, done, total) => {
          if (!isQuiet()) bar.show(label, done, total);
        },
        print: (text) => {
          bar.clear();
          for (const piece of batches(text)) {
            // Nobody reads it any more.
            if (stdout.errored) return;
            stdout.write(piece);
          }
        },
        note: (text) => {
          if (isQuiet()) return;
          bar.clear();
          stderr.write(`${text}\n`);
        },
      });
    } finally {
      bar.clear();
    }
  };
}
