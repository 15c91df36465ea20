import { invalid } from "../check/errors.ts";
import { checkIterable, readOptions } from "../check/given.ts";
import { refuse } from "./check.ts";
import { type CountOptions, WORD_OPTIONS, wordsOf } from "./count.ts";
import { Vocabulary } from "./vocabulary.ts";

/** The longest text that is kept in its order. */
export const MAX_TOKENS = 20_000_000;

/** A text in its order: what `ngram()` needs. */
export interface TokenSequence {
  /** The running words, as numbers into `words`. */
  readonly tokens: Uint32Array;
  /** The different words, in the order in which they are first met. */
  readonly words: string[];
}

/** Collects words in their order. Memory grows with the text: 4 bytes a word, twice that while it grows. */
export class SequenceBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #name: string;
  #tokens = new Uint32Array(1024);
  #length = 0;

  /** `name` is how an error calls the text (default `the text`). */
  constructor(name = "the text") {
    this.#vocabulary = new Vocabulary(name);
    this.#name = name;
  }

  /** Words so far. */
  get length(): number {
    return this.#length;
  }

  /** Takes the next word. @throws {InputError} past `MAX_TOKENS` words, and as `Vocabulary` does */
  add(word: string): void {
    if (this.#length === MAX_TOKENS) throw refuse(this.#name, `more than ${MAX_TOKENS} words in it`);
    if (this.#length === this.#tokens.length) {
      const longer = new Uint32Array(2 * this.#length);
      longer.set(this.#tokens);
      this.#tokens = longer;
    }
    this.#tokens[this.#length++] = this.#vocabulary.id(word);
  }

  finish(): TokenSequence {
    return { tokens: this.#tokens.slice(0, this.#length), words: this.#vocabulary.words };
  }
}

const TEXT = "a string, or strings to iterate over";

/**
 * Cuts a text into words and keeps their order. `text` may come in pieces, cut anywhere. A text without a word gives
 * two empty arrays.
 *
 * @throws {InputError} for an unknown option or tokenizer, a text that is no string, a word of more than 1,000,000
 * characters, more than 20,000,000 words or 10,000,000 different ones, a line that is no JSON object with `jsonField`.
 *
 * @example
 * ngram({ ...sequence("to be or not to be"), order: 2 });
 */
export function sequence(text: string | Iterable<string>, options: CountOptions = {}): TokenSequence {
  const read = readOptions(options, WORD_OPTIONS);
  const builder = new SequenceBuilder();
  const stream = wordsOf(read, (word) => builder.add(word), "the text");
  for (const piece of typeof text === "string" ? [text] : checkIterable("text", text, TEXT)) {
    if (typeof piece !== "string") throw invalid("text", piece, "a string");
    stream.push(piece);
  }
  stream.finish();
  return builder.finish();
}
