import { beginnings, positionsRoom } from "../../../kernels/vocabulary.ts";

/** One trajectory of the categorical model; the kernel keeps the same arrays at addresses of its own. */
export interface Vocabulary {
  /** Counts of the living symbols (their weights at generation 0). */
  readonly counts: Float64Array;
  /** Which symbol each of these counts belongs to. */
  readonly symbols: Uint32Array;
  /** Probability of each symbol at generation 0. */
  readonly start: Float64Array;
  /** Suffix sums of the weights at generation 0, one longer than the symbols: the last is 0. */
  readonly suffix: Float64Array;
  /** The next generation's count of each living symbol. */
  readonly next: Float64Array;
  /** Generation in which each symbol died; 0 while it lives. */
  readonly died: Uint32Array;
  /** Room for the positions of tokens. */
  readonly positions: Float64Array;
  /** Whether the counts are whole numbers that sum to n at generation 0 already. */
  readonly whole: boolean;
  living: number;
  generation: number;
  total: number;
  lost: number;
  /** Goes back to generation 0. */
  reset(): void;
}

export function vocabulary(weights: Float64Array, samples: number): Vocabulary {
  const begin = beginnings(weights);
  return {
    counts: begin.counts.slice(),
    symbols: begin.symbols.slice(),
    start: begin.start,
    suffix: begin.suffix,
    next: new Float64Array(begin.counts.length),
    died: new Uint32Array(weights.length),
    positions: new Float64Array(positionsRoom(samples, begin.counts.length)),
    whole: begin.whole && begin.total === samples,
    living: begin.counts.length,
    generation: 0,
    total: begin.total,
    lost: 0,
    reset() {
      this.counts.set(begin.counts);
      this.symbols.set(begin.symbols);
      this.died.fill(0);
      this.living = begin.counts.length;
      this.generation = 0;
      this.total = begin.total;
      this.lost = 0;
    },
  };
}
