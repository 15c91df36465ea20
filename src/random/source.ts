import { InputError, invalid } from "../check/errors.ts";
import { readOptions } from "../check/given.ts";
import type { Fills } from "../kernels/fills.ts";
import { HAS_SPARE, POSITION, SPARE, Stream, WORDS } from "../kernels/stream.ts";
import { nextWord, wordHigh, wordLow } from "../reference/random/stream.ts";
import { integerKey, MAX_INTEGER, randomSeed, seedKey } from "../seed.ts";
import { checkInteger } from "./check.ts";

/** Where a generator has come to, as plain data: a few lines of JSON. */
export interface GeneratorState {
  /** The kind of generator, and of this layout. */
  readonly generator: typeof KIND;
  /** What it was made of; null for one that another spawned. */
  readonly seed: number | string | null;
  /** 32-bit words: the states of the lanes, how far their outputs are used up, the outputs. */
  readonly words: readonly number[];
}

const KIND = "4 xoshiro128++";
const WORDS_OF_STATE = new Stream({ low: 0, high: 0 }, { low: 0, high: 0 }).u32.length;
const U32 = 4294967295;

/** Streams that generators may be made of: those who call the library have seeds only. */
const lent = new WeakSet<Stream>();

/** What fills an array of so many numbers sooner than the twin, if anything does. */
export type FillsFor = (numbers: number) => Fills | undefined;

/** The stream of a generator. */
export let streamOf: (source: Source) => Stream;
/** What fills so many of its numbers sooner than the twin, if anything does. */
export let fillsOf: (source: Source, numbers: number) => Fills | undefined;

/** What a generator's numbers are made from: a seed, a stream, and how far it has come. */
export class Source {
  /** What it was made of: to have the same numbers again. Undefined for one that another spawned. */
  readonly seed: number | string | undefined;
  readonly #stream: Stream;
  readonly #fills: FillsFor;

  static {
    streamOf = (source) => source.#stream;
    fillsOf = (source, numbers) => source.#fills(numbers);
  }

  constructor(fills: FillsFor, seed: number | string | Stream = randomSeed(), stream = 0) {
    this.#fills = fills;
    // Nothing else is asked of it: a revoked proxy answers no question.
    if (lent.has(seed as Stream)) {
      this.#stream = seed as Stream;
      return;
    }
    const key = seedKey(seed as number | string);
    checkInteger("stream", stream, 0, MAX_INTEGER);
    this.seed = seed as number | string;
    this.#stream = new Stream(key, integerKey(stream));
  }

  /** Where it has come to, for `JSON.stringify()`. `Generator.from()` goes on from there. */
  toJSON(): GeneratorState {
    return { generator: KIND, seed: this.seed ?? null, words: [...this.#stream.u32] };
  }
}

/** A key that no other draw of the stream has: its next word. */
function drawKey(stream: Stream) {
  const at = nextWord(stream);
  return { low: wordLow(stream, at), high: wordHigh(stream, at) };
}

/** A stream that begins where the next two words of another say. */
export function childOf(stream: Stream): Stream {
  const seed = drawKey(stream);
  return lend(new Stream(seed, drawKey(stream)));
}

/** Allows that a generator is made of a stream. */
export function lend(stream: Stream): Stream {
  lent.add(stream);
  return stream;
}

/** The seed and the stream of a state. @throws {InputError} for what is none */
export function readState(given: unknown): { seed: number | string | undefined; stream: Stream } {
  const state = readOptions(given as GeneratorState, ["generator", "seed", "words"], "state.");
  if (state.generator !== KIND) throw invalid("state.generator", state.generator, JSON.stringify(KIND));
  const { seed } = state;
  if (seed !== null && seed !== undefined) seedKey(seed);
  const stream = new Stream({ low: 0, high: 0 }, { low: 0, high: 0 });
  readWords(state.words, stream.u32);
  const lanes = [0, 1, 2, 3].every((lane) => [0, 4, 8, 12].some((at) => stream.u32[at + lane] !== 0));
  const spare = stream.u32[HAS_SPARE] === 0 || Math.abs(stream.f64[SPARE]) < 9;
  if (!lanes || stream.u32[POSITION] > WORDS || stream.u32[HAS_SPARE] > 1 || !spare) {
    throw new InputError("invalid state.words: none that a generator comes to (what its toJSON() gave)");
  }
  return { seed: seed ?? undefined, stream };
}

function readWords(words: unknown, to: Uint32Array): void {
  const allowed = `a list of ${WORDS_OF_STATE} integers from 0 to 2^32-1`;
  const list = words as ArrayLike<unknown> | null | undefined;
  if (!Array.isArray(list) || list.length !== WORDS_OF_STATE) throw invalid("state.words", list, allowed);
  for (let i = 0; i < to.length; ++i) {
    const word = list[i];
    checkInteger(`state.words[${i}]`, word, 0, U32, "an integer from 0 to 2^32-1");
    to[i] = word as number;
  }
}
