import { suffixSums } from "../../sums.ts";

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

/** Generation 0 of given weights. Symbols of weight 0 are left out from the start. */
export function beginnings(weights: Float64Array) {
  let size = 0;
  for (const weight of weights) if (weight > 0) ++size;
  const symbols = new Uint32Array(size);
  const counts = new Float64Array(size);
  let whole = true;
  for (let i = 0, kept = 0; i < weights.length; ++i) {
    if (weights[i] === 0) continue;
    symbols[kept] = i;
    counts[kept++] = weights[i];
    whole &&= Number.isInteger(weights[i]);
  }
  const suffix = new Float64Array(size + 1);
  suffixSums(counts, suffix, size);
  const total = suffix[0];
  const start = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; ++i) start[i] = weights[i] / total;
  return { symbols, counts, suffix, whole, total, start };
}

/**
 * Room for the positions of tokens that make Poisson counts sum to n: five standard deviations of their sum, and no
 * more than a kernel asks for that only does so when symbols are many. None, and then no Poisson counts, past 10^12.
 */
export function positionsRoom(samples: number, size: number): number {
  return samples > 1e12 ? 0 : Math.ceil(Math.min(5 * Math.sqrt(samples), 16 * size)) + 16;
}

/** Puts the counts of the living symbols where they belong among all symbols. */
export function scatter(counts: Float64Array, symbols: Uint32Array, living: number, out: Float64Array): void {
  out.fill(0);
  for (let i = 0; i < living; ++i) out[symbols[i]] = counts[i];
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
