import { type Params, SingleBar } from "cli-progress";

/** Work that ends before this, in milliseconds, shows no progress at all. */
const PATIENCE = 400;
/** Where stderr is no terminal, as in a log: a line this often. */
const LOG_EVERY = 10_000;

/** A progress bar that appears only when the work takes a while. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;
  #bar: SingleBar | undefined;
  #since: number | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** Shows how far the work has come. */
  show(label: string, done: number, total: number): void {
    const now = performance.now();
    this.#since ??= now;
    if (this.#stream.isTTY && total > 0 && done >= total) {
      // Gone before anything else is printed there.
      this.clear();
    } else if (this.#bar) {
      this.#bar.setTotal(total);
      this.#bar.update(done, { label });
    } else if (now - this.#since >= (this.#stream.isTTY ? PATIENCE : LOG_EVERY)) {
      this.#bar = this.#make();
      this.#bar.start(total, done, { label });
    }
  }

  /** Removes the bar; the next `show` may bring up another. */
  clear(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #make(): SingleBar {
    return new SingleBar({
      stream: this.#stream,
      format: line,
      noTTYOutput: true,
      notTTYSchedule: LOG_EVERY,
      clearOnComplete: true,
      etaBuffer: 50,
    });
  }
}

/** One line, short enough not to wrap on a narrow terminal. */
function line(
  _: unknown,
  { progress, eta, total, maxWidth }: Params & { maxWidth?: number },
  payload: object,
) {
  const { label } = payload as { label: string };
  if (total === 0) return label;
  const size = Math.max(0, Math.min(30, (maxWidth ?? 80) - label.length - 24));
  const full = Math.round(progress * size);
  const bar = "█".repeat(full) + "░".repeat(size - full);
  const percent = `${Math.floor(progress * 100)} %`.padStart(5);
  return `${label} ${bar} ${percent}${Number(eta) > 0 ? `, ${duration(Number(eta))} left` : ""}`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
