import { Generator } from "lethe";

/**
 * A vocabulary that is being forgotten, generation by generation: each one counts as many words as the text has, drawn
 * from the counts of the last. Trajectory 0 of `simulate()` with a categorical model and this seed goes through the
 * same counts.
 */
export class Forgetting {
  generation = 0;
  /** How often each word occurs now. */
  readonly counts: Float64Array;
  readonly #samples: number;
  readonly #generator: Generator;
  // The words that are left, and how often they occur.
  #alive: Uint32Array;
  #weights: Float64Array;

  constructor(counts: Float64Array, samples: number, seed: number | string) {
    this.counts = counts.slice();
    this.#samples = samples;
    this.#generator = new Generator(seed, 0);
    this.#alive = Uint32Array.from(counts.keys());
    this.#weights = counts.slice();
  }

  /** Different words left. */
  get unique(): number {
    return this.#alive.length;
  }

  advance(): void {
    const alive = this.#alive;
    const drawn = this.#generator.multinomial(this.#samples, this.#weights, new Float64Array(alive.length));
    let kept = 0;
    for (let i = 0; i < drawn.length; ++i) {
      this.counts[alive[i]] = drawn[i];
      if (drawn[i] === 0) continue;
      drawn[kept] = drawn[i];
      alive[kept++] = alive[i];
    }
    this.#alive = alive.subarray(0, kept);
    this.#weights = drawn.subarray(0, kept);
    this.generation += 1;
  }
}
