import { BLOCK } from "../chunks/moments.ts";

/** A chunk should be about this much work, in milliseconds. */
const MOMENT = 50;

/** A run of trajectories with neighbouring numbers. */
export interface Span {
  readonly first: number;
  readonly count: number;
}

/** The trajectories still to be run, cut into chunks: the first of them small, then as long as was learnt. */
export class Queue {
  readonly #end: number;
  readonly #fixed: number | undefined;
  readonly #most: number;
  #size = 1;
  #next: number;

  /** Chunks of `fixed` trajectories, or of up to `most`. */
  constructor({ first, count }: Span, most: number, fixed: number | undefined) {
    this.#end = first + count;
    this.#next = first;
    this.#most = most;
    this.#fixed = fixed;
  }

  get left(): number {
    return this.#end - this.#next;
  }

  /** The next chunk, one of those that so many workers share. */
  take(workers: number): Span {
    const first = this.#next;
    // Shorter towards the end, so that all workers are done at about the same time.
    const share = Math.max(BLOCK, Math.ceil(this.left / (2 * workers)));
    let count = Math.min(this.#fixed ?? Math.min(this.#size, share), this.left);
    // The next one begins with a block, of which the moments can be taken where it is made.
    if (this.#fixed === undefined && count >= BLOCK && count < this.left) count -= (first + count) % BLOCK;
    this.#next += count;
    return { first, count };
  }

  /** Learns that a chunk of `count` trajectories took so many milliseconds. */
  learn(count: number, took: number): void {
    const fitting = Math.min(4 * count, this.#most, (count * MOMENT) / Math.max(took, 0));
    // A power of two fills the lanes of a chain.
    this.#size = Math.max(1, 2 ** Math.floor(Math.log2(fitting)));
  }
}
