// A stream: four lanes of xoshiro128++ (Blackman & Vigna, doi:10.1145/3460772) whose starting states are four
// Philox blocks of (seed, stream). Every draw takes whole 64-bit words, so a twin can follow it word by word.
// The words are made 64 at a time: the generator's state then stays in registers, and a draw is one load.
import { philox } from "./philox";

export const WORDS: i32 = 64;
/** Bytes of a stream: lanes [0, 64), position, whether a spare normal waits, that spare, the words. */
export const STREAM_BYTES: usize = 592;
const POSITION: usize = 64;
const HAS_SPARE: usize = 68;
const SPARE: usize = 72;
const BUFFER: usize = 80;

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

/** Makes the next 64 words. */
export function refill(s: usize): void {
  let a = v128.load(s);
  let b = v128.load(s, 16);
  let c = v128.load(s, 32);
  let d = v128.load(s, 48);
  const end = s + BUFFER + WORDS * 8;
  for (let out = s + BUFFER; out < end; out += 16) {
    v128.store(out, i32x4.add(rotate(i32x4.add(a, d), 7), a));
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
  store<u32>(s, 0, POSITION);
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
