import { addCounts, clearCounts, joinCounts } from "./lists.ts";

/** How often each of many symbols occurs. It costs as much as the symbols that do. */
export class Tally {
  readonly counts: Float64Array;
  /** Those that occur are the first `size`, in the order in which they were met. */
  readonly symbols: Uint32Array;
  size = 0;
  /** The data points that these are counts of; their sum where that is not left to chance. */
  n = 0;

  constructor(symbols: number) {
    this.counts = new Float64Array(symbols);
    this.symbols = new Uint32Array(symbols);
  }

  add(symbol: number, count: number): void {
    if (count === 0) return;
    if (this.counts[symbol] === 0) this.symbols[this.size++] = symbol;
    this.counts[symbol] += count;
  }

  /** Adds many at once: counts[i] of symbols[i]. */
  addAll(symbols: Uint32Array, counts: Float64Array, many: number): void {
    this.size = addCounts(this.counts, this.symbols, this.size, symbols, counts, many);
  }

  /** Adds those of another. */
  join(more: Tally): void {
    this.n += more.n;
    this.size = joinCounts(this.counts, this.symbols, this.size, more.symbols, more.counts, more.size);
  }

  clear(): void {
    if (8 * this.size > this.counts.length) this.counts.fill(0);
    else clearCounts(this.counts, this.symbols, this.size);
    this.size = 0;
    this.n = 0;
  }
}
