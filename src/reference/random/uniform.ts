// Twin of assembly/random/uniform.ts.
import type { Stream } from "../../kernels/stream.ts";
import { nextWord, word53, wordHigh } from "./stream.ts";

export function uniform(stream: Stream): number {
  return word53(stream) * 1.1102230246251565e-16; // 2^-53
}

export function positiveUniform(stream: Stream): number {
  return 1 - uniform(stream);
}

export function fillUniform(stream: Stream, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = uniform(stream);
}

export const TRIES = 256;

export const RARE = 9.094947017729282e-13; // 2^-40

export function isBelow(stream: Stream, p: number): boolean {
  for (let tries = TRIES; tries >= 0; --tries) {
    const limit = p * 9007199254740992;
    const whole = Math.floor(limit);
    const units = word53(stream);
    if (units !== whole) return units < whole;
    p = limit - whole;
    if (p === 0) return false;
  }
  return false;
}

export function integer(stream: Stream, low: number, range: number): number {
  if (range >= 1 && range < 4294967296) return low + smallInteger(stream, range);
  const run = Math.floor(9007199254740992 / range);
  let value = Number.NaN;
  for (let tries = TRIES; tries > 0 && !(value < range); --tries) value = Math.floor(word53(stream) / run);
  return low + value;
}

function smallInteger(stream: Stream, range: number): number {
  for (let tries = TRIES; tries > 0; --tries) {
    const high = wordHigh(stream, nextWord(stream));
    const lower = Math.imul(high, range) >>> 0;
    // Most need no division: what is left over is less than the range.
    if (lower < range && lower < 4294967296 % range) continue;
    // The product is rounded to 53 bits, and its quotient therefore close to the integer.
    return Math.round((high * range - lower) / 4294967296);
  }
  return Number.NaN;
}

export function fillIntegers(stream: Stream, low: number, range: number, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = integer(stream, low, range);
}
