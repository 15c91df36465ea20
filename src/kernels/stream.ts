// What a stream is made of, as in assembly/random/stream.ts. Its words are drawn in src/reference/random/stream.ts.
import type { Key } from "../seed.ts";
import { philox } from "./philox.ts";

export const WORDS = 64;

// Where things are, counted in 32-bit elements (the spare normal in 64-bit ones).
export const POSITION = 16;
export const HAS_SPARE = 17;
export const SPARE = 9;
export const BUFFER = 20;

export const STREAM_BYTES = 4 * BUFFER + 8 * WORDS;

/**
 * A stream of random 64-bit words. It lives in one block of bytes, laid out as the kernels lay theirs out, so that
 * it can be lent to them and taken back.
 */
export class Stream {
  // With their types, as those of TypeScript before 5.7 take no parameter.
  readonly bytes: Uint8Array = new Uint8Array(STREAM_BYTES);
  readonly u32: Uint32Array = new Uint32Array(this.bytes.buffer);
  readonly f64: Float64Array = new Float64Array(this.bytes.buffer);

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
