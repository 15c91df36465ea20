// A stream: four lanes of xoshiro128++ (Blackman & Vigna, https://doi.org/10.1145/3460772) whose starting states are
// four Philox blocks of (seed, stream). Every draw takes whole 64-bit words, so a twin can follow it word by word.
// The words are made 64 at a time: the generator's state then stays in registers, and a draw is one load.
import { philox } from "./philox";

export const WORDS: i32 = 64;
// Where in a stream things are: its lanes [0, 64), position, whether a spare normal waits, that spare, the words.
const POSITION: usize = 64;
const HAS_SPARE: usize = 68;
const SPARE: usize = 72;
const BUFFER: usize = 80;
export const STREAM_BYTES: usize = BUFFER + 8 * <usize>WORDS;

/** Starts the stream at `s`. Lane b's state is Philox(counter = (b, 0, stream), key = seed). */
export function startStream(s: usize, seedLow: u32, seedHigh: u32, streamLow: u32, streamHigh: u32): void {
  for (let lane = 0; lane < 4; ++lane) {
    philox(lane, 0, streamLow, streamHigh, seedLow, seedHigh, s + 4 * lane, 16);
  }
  store<u32>(s, WORDS, POSITION);
  store<u32>(s, 0, HAS_SPARE);
}

// @ts-ignore: decorator
@inline
function rotate(x: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(x, bits), i32x4.shr_u(x, 32 - bits));
}

// Each constant stands twice in memory: a vector load beats rebuilding the vector every time round a loop.
const HALF = memory.data<u64>([0x3fe0000000000000, 0x3fe0000000000000], 16);
const QUARTER = memory.data<u64>([0x3fd0000000000000, 0x3fd0000000000000], 16);

/**
 * Two words to two uniforms, with the bits of uniform(), nothing rounded. The upper 53 bits of a word, t, are added to the
 * bits of 1/2: below 2^52 that is the number 1/2 + t / 2^53; from there on t reaches the exponent, and it is 2 t / 2^53.
 * Added to those of 1/4, half of that. Less 1/2 the first is right where it is less than the second, which is right else.
 */
// @ts-ignore: decorator
@inline
export function uniforms(words: v128): v128 {
  const t = i64x2.shr_u(words, 11);
  const half = v128.load(HALF);
  return f64x2.pmin(f64x2.sub(i64x2.add(t, half), half), i64x2.add(t, v128.load(QUARTER)));
}

/** Makes the next words, two a step, from `out` up to `end`; as uniforms, if so asked. */
// @ts-ignore: decorator
@inline
function generate(s: usize, out: usize, end: usize, asUniforms: bool): void {
  let a = v128.load(s);
  let b = v128.load(s, 16);
  let c = v128.load(s, 32);
  let d = v128.load(s, 48);
  for (; out < end; out += 16) {
    const words = i32x4.add(rotate(i32x4.add(a, d), 7), a);
    v128.store(out, asUniforms ? uniforms(words) : words);
    const shifted = i32x4.shl(b, 9);
    c = v128.xor(c, a);
    d = v128.xor(d, b);
    b = v128.xor(b, c);
    a = v128.xor(a, d);
    c = v128.xor(c, shifted);
    d = rotate(d, 11);
  }
  v128.store(s, a);
  v128.store(s, b, 16);
  v128.store(s, c, 32);
  v128.store(s, d, 48);
}

/** Makes the next 64 words. */
export function refill(s: usize): void {
  generate(s, s + BUFFER, s + BUFFER + WORDS * 8, false);
  store<u32>(s, 0, POSITION);
}

/** Where no words are waiting: writes the next `count` uniforms, a multiple of 64 of them, straight to `out`. */
export function generateUniforms(s: usize, out: usize, count: i32): void {
  generate(s, out, out + (<usize>count << 3), true);
}

/** The next 64-bit word. */
// @ts-ignore: decorator
@inline
export function word(s: usize): u64 {
  let position = load<u32>(s, POSITION);
  if (position == WORDS) {
    refill(s);
    position = 0;
  }
  store<u32>(s, position + 1, POSITION);
  return load<u64>(s + (<usize>position << 3), BUFFER);
}

/** How many words are waiting; none means that the next draw refills. */
// @ts-ignore: decorator
@inline
export function waiting(s: usize): i32 {
  return WORDS - load<u32>(s, POSITION);
}

/** Takes `count` waiting words at once: the address of the first. */
// @ts-ignore: decorator
@inline
export function take(s: usize, count: i32): usize {
  const position = load<u32>(s, POSITION);
  store<u32>(s, position + count, POSITION);
  return s + BUFFER + (<usize>position << 3);
}

/** Puts back the last `count` words that were taken. */
// @ts-ignore: decorator
@inline
export function giveBack(s: usize, count: i32): void {
  store<u32>(s, load<u32>(s, POSITION) - count, POSITION);
}

// A spare normal is the second of a Box–Muller pair, kept for the next normal that is asked for.
// @ts-ignore: decorator
@inline
export function hasSpare(s: usize): bool {
  return load<u32>(s, HAS_SPARE) != 0;
}

// @ts-ignore: decorator
@inline
export function takeSpare(s: usize): f64 {
  store<u32>(s, 0, HAS_SPARE);
  return load<f64>(s, SPARE);
}

// @ts-ignore: decorator
@inline
export function keepSpare(s: usize, normal: f64): void {
  store<f64>(s, normal, SPARE);
  store<u32>(s, 1, HAS_SPARE);
}
