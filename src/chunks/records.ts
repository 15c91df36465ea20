import type { Kernels, Moments } from "../kernels/kernels.ts";
import type { Chunk } from "./chunk.ts";

/** Records are kept, for quantiles, while they are no more than this many numbers (128 MB). */
export const KEPT_NUMBERS = 2 ** 24;

/**
 * Statistics of the records. Chunks may come in any order; they are taken in the order of their trajectories, so
 * that every sum has the same bits however the work was cut.
 */
export class Records {
  readonly width: number;
  readonly trajectories: number;
  #moments: Moments;
  readonly #early = new Map<number, Chunk>();
  readonly #kept: Float64Array | undefined;
  #next = 0;

  constructor(kernels: Kernels, width: number, trajectories: number) {
    this.width = width;
    this.trajectories = trajectories;
    this.#moments = kernels.moments(width);
    if (width * trajectories <= KEPT_NUMBERS) this.#kept = new Float64Array(width * trajectories);
  }

  /** Chunks that came before their turn. */
  get waiting(): number {
    return this.#early.size;
  }

  /** Whether all trajectories are in. */
  get complete(): boolean {
    return this.#next === this.trajectories;
  }

  add(chunk: Chunk): void {
    this.#early.set(chunk.first, chunk);
    for (let due = this.#early.get(this.#next); due !== undefined; due = this.#early.get(this.#next)) {
      this.#early.delete(this.#next);
      this.#kept?.set(due.records, this.#next * this.width);
      for (let t = 0; t < due.count; ++t) {
        this.#moments.add(due.records.subarray(t * this.width, (t + 1) * this.width));
      }
      this.#next += due.count;
    }
  }

  /** Keeps what is asked for later and gives back the rest: nothing is added any more. */
  close(): void {
    const [mean, squares] = [this.#moments.mean(), this.#moments.squares()];
    this.#moments.free?.();
    this.#moments = { add() {}, mean: () => mean, squares: () => squares };
  }

  mean(): Float64Array {
    return this.#moments.mean();
  }

  /** Standard deviations over trajectories, divisor R - 1; NaN for a single trajectory. */
  sd(): Float64Array {
    return this.#moments.squares().map((squares) => Math.sqrt(squares / (this.trajectories - 1)));
  }

  /** The values of one column over all trajectories, rising; undefined when they were too many to keep. */
  sorted(column: number): Float64Array | undefined {
    return this.column(column)?.sort();
  }

  /** The same in the order of the trajectories. */
  column(column: number): Float64Array | undefined {
    const kept = this.#kept;
    if (kept === undefined) return undefined;
    return Float64Array.from({ length: this.trajectories }, (_, t) => kept[t * this.width + column]);
  }

  /** One column of one trajectory, in the order of the record; undefined when they were too many to keep. */
  trajectory(t: number, from: number, to: number): Float64Array | undefined {
    return this.#kept?.slice(t * this.width + from, t * this.width + to);
  }
}
