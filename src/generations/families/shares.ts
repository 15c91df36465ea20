import { gather, sumOf, takeWeights } from "./lists.ts";
import type { Tally } from "./tally.ts";

/** A fitted discrete distribution: symbols[i] has the share weights[i] * scale for i < living. */
export class Shares {
  readonly symbols: Uint32Array;
  readonly weights: Float64Array;
  /** Symbols with a weight. */
  living = 0;
  /** How many of them, the first ones, occur in the data. */
  seen = 0;
  /** The sum of the weights. */
  total = 0;
  scale = 0;
  /** Whether it is that of generation 0. */
  isStart = false;

  constructor(symbols: number) {
    this.symbols = new Uint32Array(symbols);
    this.weights = new Float64Array(symbols);
  }

  clear(scale: number): void {
    this.living = 0;
    this.seen = 0;
    this.total = 0;
    this.scale = scale;
    this.isStart = false;
  }

  add(symbol: number, weight: number): void {
    this.symbols[this.living] = symbol;
    this.weights[this.living] = weight;
    this.living += 1;
    this.total += weight;
  }

  /** Those of a tally. */
  count({ counts, symbols, size }: Tally): void {
    this.total = gather(counts, symbols, size, this.weights);
    this.symbols.set(symbols.subarray(0, size));
    this.living = size;
    this.seen = size;
  }

  /** Moves here what some symbols have of a weight. */
  take(symbols: Uint32Array, many: number, all: Float64Array): void {
    const { living } = this;
    this.living = takeWeights(all, symbols, many, this.symbols, this.weights, living);
    this.total += sumOf(this.weights, living, this.living);
  }

  copy({ symbols, weights, living, seen, total, scale, isStart }: Shares): void {
    this.symbols.set(symbols.subarray(0, living));
    this.weights.set(weights.subarray(0, living));
    this.living = living;
    this.seen = seen;
    this.total = total;
    this.scale = scale;
    this.isStart = isStart;
  }
}
