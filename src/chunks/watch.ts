import type { Kernels } from "../kernels/kernels.ts";
import { type Condition, holdsFor, type Tile } from "../kernels/tiles.ts";
import { count, type EventTally } from "./tally.ts";

/** An event that is being watched in trajectories that run side by side. */
export class Watch {
  /** Which of the chain's observables it looks at. */
  readonly row: number;
  readonly #event: Condition;
  readonly #tally: EventTally;
  readonly #kernels: Kernels;
  /** Whether each running trajectory still waits for its first failure. */
  readonly #waiting: Uint8Array;
  /** Where the first failure of each is noted; empty where nobody asks. */
  readonly #times: Float64Array;

  constructor(
    row: number,
    event: Condition,
    tally: EventTally,
    trajectories: number,
    kernels: Kernels,
    times: Float64Array,
  ) {
    this.#times = times;
    this.row = row;
    this.#event = event;
    this.#tally = tally;
    this.#kernels = kernels;
    this.#waiting = new Uint8Array(trajectories).fill(1);
  }

  /** Whether it has failed in all of them. */
  get isOver(): boolean {
    return !this.#waiting.includes(1);
  }

  /** Generation 0, which all trajectories share. */
  begin(initial: number): void {
    const many = this.#waiting.length;
    if (holdsFor(this.#event, initial)) {
      this.#tally.holds[0] += many;
      return;
    }
    this.#waiting.fill(0);
    this.#times.fill(0);
    count(this.#tally.failures, 0, many);
  }

  /** Looks for first failures after so many generations. */
  look({ rows, at, stride, count: many }: Tile, generation: number): void {
    for (let t = 0; t < this.#waiting.length; ++t) {
      if (this.#waiting[t] === 0) continue;
      const held = this.#kernels.holding(rows, at + t * stride, many, this.#event);
      if (held === many) continue;
      this.#waiting[t] = 0;
      this.#times[t] = generation + 1 + held;
      count(this.#tally.failures, generation + 1 + held);
    }
  }

  /** Counts those in which it holds, in recorded generations from `index` on. */
  tell(tile: Tile, index: number): void {
    this.#kernels.holds(tile, this.#event, this.#tally.holds, index);
  }
}
