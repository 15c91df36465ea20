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

  clear(): void {
    for (let i = 0; i < this.size; ++i) this.counts[this.symbols[i]] = 0;
    this.size = 0;
    this.n = 0;
  }
}
