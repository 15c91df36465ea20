import process from "node:process";
import { setImmediate } from "node:timers/promises";
import { onInterrupt } from "./interrupt.ts";
import { ProgressBar } from "./progress.ts";

/** What a command may do to the terminal, besides printing its result. */
export interface Shell {
  /** Aborted by Ctrl-C, or a request to end. */
  readonly signal: AbortSignal;
  /** Says how far the work has come; a total of 0 stands for "unknown". */
  progress(label: string, done: number, total: number): void;
  /** Lets a Ctrl-C arrive that came while the thread was busy: then the promise is rejected. */
  pause(): Promise<void>;
  /** Prints a piece of the result on stdout. */
  print(text: string): void;
  /** Prints a line on stderr. */
  note(text: string): void;
}

/** Why a command was stopped: the user pressed Ctrl-C, or the system asked the process to end. */
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
 * is gone and the promise is rejected with `Interrupted`. A second Ctrl-C does not wait for the action.
 */
export async function withShell(action: (shell: Shell) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const bar = new ProgressBar(process.stderr);
  onInterrupt(() => {
    if (!signal.aborted) return controller.abort(new Interrupted("interrupted"));
    bar.clear();
    process.exit(130);
  });
  try {
    await action({
      signal,
      progress: (label, done, total) => {
        if (!quiet) bar.show(label, done, total);
      },
      async pause() {
        // Signals are looked for between these two.
        await setImmediate();
        await setImmediate();
        signal.throwIfAborted();
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
    throw signal.aborted ? signal.reason : error;
  } finally {
    bar.clear();
    onInterrupt();
  }
}
