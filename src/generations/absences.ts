// How symbols come and go, where real data can bring back what was absent.
import type { Absences as Counts } from "../kernels/chain.ts";

/**
 * Counts the generations `from`, `from` + 1, …, each together with what follows it; the last is only a follower. It costs
 * as much as the symbols that are there: an absence is settled when it is over.
 */
export class Absences implements Counts {
  readonly from: number;
  readonly absent: Uint32Array;
  readonly ended: Uint32Array;
  readonly lost: Uint32Array;
  readonly open: Uint8Array;

  constructor(symbols: number, from: number) {
    this.from = from;
    this.absent = new Uint32Array(symbols);
    this.ended = new Uint32Array(symbols);
    this.lost = new Uint32Array(symbols);
    this.open = new Uint8Array(symbols);
  }

  clear(): void {
    for (const counts of [this.absent, this.ended, this.lost, this.open]) counts.fill(0);
  }

  /** A symbol that was last seen in one generation is back in another. */
  back(symbol: number, seen: number, generation: number): void {
    if (generation <= this.from) return;
    this.#away(symbol, seen, generation);
    this.ended[symbol] += 1;
  }

  /** The last generation is reached, and these are when the symbols were last seen. */
  close(seenIn: Uint32Array, generation: number): void {
    for (let symbol = 0; symbol < seenIn.length; ++symbol) {
      if (seenIn[symbol] === generation) continue;
      this.#away(symbol, seenIn[symbol], generation);
      this.open[symbol] = 1;
    }
  }

  #away(symbol: number, seen: number, until: number): void {
    this.absent[symbol] += until - Math.max(seen + 1, this.from);
    if (seen >= this.from) this.lost[symbol] += 1;
  }
}
