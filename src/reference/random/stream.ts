// Twin of assembly/random/stream.ts.
import type { Key } from "../../seed.ts";
import { philox } from "./philox.ts";

export const WORDS = 64;
export const STREAM_BYTES = 592;

// Where things are, counted in 32-bit elements (the spare normal in 64-bit ones).
const POSITION = 16;
const HAS_SPARE = 17;
const SPARE = 9;
const BUFFER = 20;

/**
 * A stream of random 64-bit words. It lives in one block of bytes, laid out as the kernels lay theirs out, so that
 * it can be lent to them and taken back.
 */
export class Stream {
  readonly bytes = new Uint8Array(STREAM_BYTES);
  readonly u32 = new Uint32Array(this.bytes.buffer);
  readonly f64 = new Float64Array(this.bytes.buffer);

  constructor(seed: Key, stream: Key) {
    this.start(seed, stream);
  }

  /** Puts it at the beginning of stream `stream` of the seed. */
  start(seed: Key, stream: Key): void {
    for (let lane = 0; lane < 4; ++lane) {
      philox(lane, 0, stream.low, stream.high, seed.low, seed.high, this.u32, lane, 4);
    }
    this.u32[POSITION] = WORDS;
    this.u32[HAS_SPARE] = 0;
  }
}

function refill(u32: Uint32Array): void {
  for (let lane = 0; lane < 4; ++lane) {
    let a = u32[lane] | 0;
    let b = u32[4 + lane] | 0;
    let c = u32[8 + lane] | 0;
    let d = u32[12 + lane] | 0;
    for (let out = BUFFER + lane; out < BUFFER + 2 * WORDS; out += 4) {
      const sum = (a + d) | 0;
      u32[out] = ((sum << 7) | (sum >>> 25)) + a;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    u32[lane] = a;
    u32[4 + lane] = b;
    u32[8 + lane] = c;
    u32[12 + lane] = d;
  }
}

/** Takes the next word: where it stands, for wordLow() and wordUpper53(). */
export function nextWord(stream: Stream): number {
  const u32 = stream.u32;
  let position = u32[POSITION];
  if (position === WORDS) {
    refill(u32);
    position = 0;
  }
  u32[POSITION] = position + 1;
  return BUFFER + 2 * position;
}

/** The lower 32 bits of a word. */
export function wordLow(stream: Stream, at: number): number {
  return stream.u32[at];
}

/** The upper 53 bits of a word, as an integer. */
export function wordUpper53({ u32 }: Stream, at: number): number {
  return u32[at + 1] * 2097152 + (u32[at] >>> 11);
}

/** The upper 53 bits of the next word, as an integer. */
export function word53(stream: Stream): number {
  return wordUpper53(stream, nextWord(stream));
}

export function hasSpare(stream: Stream): boolean {
  return stream.u32[HAS_SPARE] !== 0;
}

export function takeSpare(stream: Stream): number {
  stream.u32[HAS_SPARE] = 0;
  return stream.f64[SPARE];
}

export function keepSpare(stream: Stream, normal: number): void {
  stream.f64[SPARE] = normal;
  stream.u32[HAS_SPARE] = 1;
}
