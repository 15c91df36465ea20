// Twin of assembly/random/inversion.ts.
import type { Stream } from "../../kernels/stream.ts";
import { word53 } from "./stream.ts";
import { isBelow, uniform } from "./uniform.ts";

export const FARTHEST = 128;

export function rare(stream: Stream, mean: number): number {
  return isBelow(stream, mean) ? 1 : 0;
}

export function fillRare(stream: Stream, mean: number, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = rare(stream, mean);
}

export function invert(stream: Stream, first: number, a: number, odds: number, last: number): number {
  return walk(uniform(stream), first, a, odds, last);
}

export function walk(u: number, first: number, a: number, odds: number, last: number): number {
  let probability = first;
  let k = 0;
  while (u >= probability && k < last) {
    u -= probability;
    k += 1;
    probability *= a / k - odds;
  }
  return k;
}

export const WORTH_A_TABLE = 64;
const UNITS = 9007199254740992; // 2^53

/** The walk as a table: it goes past k if and only if the uniform, in units, is at least thresholds[k]. */
class Table {
  readonly #probabilities = new Float64Array(FARTHEST + 1);
  readonly #thresholds = new Float64Array(FARTHEST + 1);
  /** Where the uniforms with upper byte b begin to search. */
  readonly #guide = new Uint8Array(256);
  #parameters = [Number.NEGATIVE_INFINITY, 0, 0, 0];

  isFor(first: number, a: number, odds: number, last: number): boolean {
    const [first0, a0, odds0, last0] = this.#parameters;
    return first === first0 && a === a0 && odds === odds0 && last === last0;
  }

  prepare(
    first: number,
    a: number,
    odds: number,
    last: number,
    ofNone: number,
    factor: (k: number) => number,
  ): void {
    this.#parameters = [first, a, odds, last];
    const thresholds = this.#thresholds;
    let probability = ofNone;
    let sum = 0;
    let threshold = 0;
    let rest = 0;
    const end = last > 0 ? last : 0;
    for (let k = 0; k <= end; ++k) {
      this.#probabilities[k] = probability;
      sum += probability;
      if (k === end) threshold = UNITS;
      if (threshold < UNITS) {
        if (k > 0 && rest >= probability) {
          rest -= probability;
        } else {
          const low = threshold;
          threshold = Math.max(low, Math.floor(Math.min(sum, 1) * UNITS));
          while (threshold < UNITS && this.#left(threshold, k) < 0) ++threshold;
          while (threshold > low && this.#left(threshold - 1, k) >= 0) --threshold;
          rest = this.#left(threshold, k);
        }
      }
      thresholds[k] = threshold;
      probability *= factor(k + 1);
    }
    for (let b = 0, k = 0; b < 256; ++b) {
      while (thresholds[k] <= b * 2 ** 45) ++k;
      this.#guide[b] = k;
    }
  }

  /** What the walk has left of the uniform after k, or a number below 0 if it does not go past k. */
  #left(units: number, k: number): number {
    let u = units / UNITS;
    for (let j = 0; j <= k; ++j) {
      const probability = this.#probabilities[j];
      if (u < probability) return -1;
      u -= probability;
    }
    return u;
  }

  fill(stream: Stream, out: Float64Array): void {
    const thresholds = this.#thresholds;
    const guide = this.#guide;
    for (let i = 0; i < out.length; ++i) {
      const units = word53(stream);
      let k = guide[Math.floor(units / 2 ** 45)];
      while (units >= thresholds[k]) ++k;
      out[i] = k;
    }
  }
}

/** The table that was made last. */
export const table = new Table();

export function fillInverted(
  stream: Stream,
  first: number,
  a: number,
  odds: number,
  last: number,
  out: Float64Array,
): void {
  if (!table.isFor(first, a, odds, last)) {
    if (out.length < WORTH_A_TABLE) {
      for (let i = 0; i < out.length; ++i) out[i] = invert(stream, first, a, odds, last);
      return;
    }
    table.prepare(first, a, odds, last, first, (k) => a / k - odds);
  }
  table.fill(stream, out);
}
