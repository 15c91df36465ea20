import { suffixSums } from "../sums.ts";

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
  /** Room for one number a symbol, used when samples are drawn one by one. */
  readonly tally: Float64Array;
  /** Generation in which each symbol died; 0 while it lives. */
  readonly died: Uint32Array;
  living: number;
  generation: number;
  total: number;
  lost: number;
  /** Goes back to generation 0. */
  reset(): void;
}

/** Generation 0 of given weights. Symbols of weight 0 are left out from the start. */
export function beginnings(weights: Float64Array) {
  const symbols = Uint32Array.from(weights.keys()).filter((i) => weights[i] > 0);
  const counts = Float64Array.from(symbols, (i) => weights[i]);
  const suffix = new Float64Array(counts.length + 1);
  suffixSums(counts, suffix, counts.length);
  return { symbols, counts, suffix, total: suffix[0], start: weights.map((w) => w / suffix[0]) };
}

export function vocabulary(weights: Float64Array): Vocabulary {
  const begin = beginnings(weights);
  return {
    counts: begin.counts.slice(),
    symbols: begin.symbols.slice(),
    start: begin.start,
    suffix: begin.suffix,
    tally: new Float64Array(begin.counts.length),
    died: new Uint32Array(weights.length),
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
