// Twin of assembly/random/stream.ts.
import { BUFFER, HAS_SPARE, POSITION, SPARE, type Stream, WORDS } from "../../kernels/stream.ts";

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

/** The upper 32 bits of a word. */
export function wordHigh(stream: Stream, at: number): number {
  return stream.u32[at + 1];
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
