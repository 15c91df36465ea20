import process from "node:process";
import { shorten } from "../show/width.ts";

/** Work that ends before this, in milliseconds, shows no progress at all. */
const PATIENCE = 400;
/** The bar is drawn this often. */
const DRAW_EVERY = 100;
/** Where no bar can be drawn, as in a log: a line this often. */
const LOG_EVERY = 10_000;
/** Back to the start of the line, and what is right of it away. No other mode of the terminal is touched. */
const ERASE = "\r\u001b[K";

/** What a bar is drawn on: stderr, or what stands for it. */
export interface Screen {
  readonly isTTY?: boolean;
  /** Width, where it is a terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * A progress bar that appears only when the work takes a while. A process may be killed under it at any moment, so it
 * hides no cursor and leaves line wrap as it is. Where there is no terminal, or one that knows no erasing (`TERM=dumb`),
 * or a program reads along (`CI`), there are plain lines instead.
 */
export class ProgressBar {
  readonly #screen: Screen;
  readonly #drawn: boolean;
  #since: number | undefined;
  #next = 0;
  #shown = false;

  constructor(screen: Screen, { TERM, CI = "" }: Record<string, string | undefined> = process.env) {
    this.#screen = screen;
    this.#drawn = screen.isTTY === true && TERM !== "dumb" && (CI === "" || CI === "false");
  }

  /** Shows how far the work has come; a total of 0 stands for "unknown". `now` is in milliseconds. */
  show(label: string, done: number, total: number, now = performance.now()): void {
    if (this.#since === undefined) {
      this.#since = now;
      this.#next = now + (this.#drawn ? PATIENCE : LOG_EVERY);
    }
    if (total > 0 && done >= total) {
      // Gone before anything else is printed there.
      this.clear();
    } else if (now >= this.#next) {
      const share = total > 0 ? done / total : undefined;
      const left = share ? ((now - this.#since) * (1 - share)) / share / 1000 : undefined;
      const width = this.#drawn ? (this.#screen.columns || 80) - 1 : 80;
      const line = shorten(lineOf(label, share, left, width), width);
      this.#screen.write(this.#drawn ? `${ERASE}${line}` : `${line}\n`);
      this.#shown = this.#drawn;
      this.#next = now + (this.#drawn ? DRAW_EVERY : LOG_EVERY);
    }
  }

  /** Removes the bar; the next `show` may bring up another. */
  clear(): void {
    if (this.#shown) this.#screen.write(ERASE);
    this.#shown = false;
  }
}

/** One line: what is done, a share of it, and the seconds left. */
function lineOf(label: string, share: number | undefined, left: number | undefined, width: number): string {
  if (share === undefined) return label;
  const size = Math.max(0, Math.min(30, width - label.length - 24));
  const full = Math.round(share * size);
  const bar = "█".repeat(full) + "░".repeat(size - full);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${label} ${bar} ${percent}${left === undefined ? "" : `, ${duration(left)} left`}`;
}

/** A span of time, roughly. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
