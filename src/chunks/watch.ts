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
  /** What is read of a tile: how many generations it held in each trajectory, and in how many at each generation. */
  readonly #held: Float64Array;
  readonly #counts: Float64Array;
  /** Where the first failure of each is noted; empty where nobody asks. */
  readonly #times: Float64Array;

  constructor(
    row: number,
    event: Condition,
    tally: EventTally,
    trajectories: number,
    kernels: Kernels,
    times: Float64Array,
    reach: number,
  ) {
    this.#times = times;
    this.row = row;
    this.#event = event;
    this.#tally = tally;
    this.#kernels = kernels;
    this.#waiting = new Uint8Array(trajectories).fill(1);
    this.#held = new Float64Array(trajectories);
    this.#counts = new Float64Array(reach);
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

  /**
   * Looks for first failures in numbers of the generations after a given one. Counts in how many it holds at those that
   * are flagged, as recorded generations from `index` on.
   */
  look(tile: Tile, generation: number, flags: Uint8Array, index: number): void {
    const { trajectories, count: many } = tile;
    if (this.isOver && !flags.includes(1)) return;
    this.#kernels.watch(tile, this.#event, this.#held, this.#counts);
    for (let t = 0; t < trajectories; ++t) {
      const held = this.#held[t];
      if (held === many || this.#waiting[t] === 0) continue;
      this.#waiting[t] = 0;
      this.#times[t] = generation + 1 + held;
      count(this.#tally.failures, generation + 1 + held);
    }
    const { holds } = this.#tally;
    for (let g = 0, to = index; g < many; ++g) if (flags[g] === 1) holds[to++] += this.#counts[g];
  }

  /** Counts those in which it holds for ever, being at one generation as at all later ones: at recorded ones from `index` on. */
  stay(tile: Tile, index: number): void {
    this.#kernels.watch(tile, this.#event, this.#held, this.#counts);
    const { holds } = this.#tally;
    for (let to = index; to < holds.length; ++to) holds[to] += this.#counts[0];
  }
}
