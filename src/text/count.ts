import { invalid } from "../check/errors.ts";
import { readOptions } from "../check/given.ts";
import { texts } from "./json-lines.ts";
import type { Emit } from "./rules.ts";
import { type Pieces, type Tokenizer, TokenStream } from "./tokenise.ts";
import { Vocabulary } from "./vocabulary.ts";

/** How often each word occurs: most frequent first, words of equal count in order of their UTF-16 code units. */
export interface WordCounts {
  /** Running words: the sum of `counts`. */
  readonly total: number;
  /** The different words, each once. */
  readonly words: string[];
  /** How often `words[i]` occurs, at least 1. */
  readonly counts: Float64Array;
}

/** Options of `countTokens` and `Counter`. */
export interface CountOptions {
  /** How the text is cut into words; `"words"` by default. */
  readonly tokenizer?: Tokenizer | undefined;
  /**
   * The text is JSONL, one object a line, and this field of each is a document: the words of all of them are counted,
   * and none goes from one document into the next (default: the text is a text).
   */
  readonly jsonField?: string | undefined;
}

/** The names of the options that say what the words of a text are. */
export const WORD_OPTIONS = ["tokenizer", "jsonField"] as const;

/** Cuts a text that arrives in pieces into words, as the options say. `onText` gets the text, documents as lines. */
export function wordsOf(
  { tokenizer = "words", jsonField }: CountOptions,
  emit: Emit,
  name: string,
  onText?: (piece: string) => void,
): Pieces {
  const stream = new TokenStream(tokenizer, emit, name);
  return texts(
    jsonField,
    name,
    (piece) => {
      stream.push(piece);
      onText?.(piece);
    },
    () => {
      stream.finish();
      if (jsonField !== undefined) onText?.("\n");
    },
  );
}

/**
 * Counts the words of a text that arrives in pieces, cut anywhere. Memory grows with the number of different
 * words, not with the text.
 *
 * @throws {InputError} for an unknown option or tokenizer, a piece that is no string, a word of more than 1,000,000
 * characters, more than 10,000,000 different words, a line that is no JSON object with `jsonField`.
 */
export class Counter {
  readonly #vocabulary: Vocabulary;
  readonly #counts: number[] = [];
  readonly #text: Pieces;
  #total = 0;

  /** `name` is how an error calls the text (default `the text`); `onText` gets the text, documents as lines. */
  constructor(options: CountOptions = {}, name = "the text", onText?: (piece: string) => void) {
    const read = readOptions(options, WORD_OPTIONS);
    this.#vocabulary = new Vocabulary(name);
    this.#text = wordsOf(read, (word) => this.#add(word), name, onText);
  }

  #add(word: string): void {
    const id = this.#vocabulary.id(word);
    if (id === this.#counts.length) this.#counts.push(1);
    else ++this.#counts[id];
    ++this.#total;
  }

  /** Takes the next piece of the text. */
  push(piece: string): void {
    if (typeof piece !== "string") throw invalid("text", piece, "a string");
    this.#text.push(piece);
  }

  /** Ends the text and returns the counts so far. What is pushed later begins another text, added to the same counts. */
  finish(): WordCounts {
    this.#text.finish();
    const { words } = this.#vocabulary;
    const counts = this.#counts;
    const order = Uint32Array.from(words.keys()).sort(
      (a, b) => counts[b] - counts[a] || (words[a] < words[b] ? -1 : 1),
    );
    return {
      total: this.#total,
      words: Array.from(order, (id) => words[id]),
      counts: Float64Array.from(order, (id) => counts[id]),
    };
  }
}

/**
 * Counts the words of `text`. A text without a word gives a total of 0 and empty arrays.
 * @throws {InputError} as `Counter` does.
 */
export function countTokens(text: string, options: CountOptions = {}): WordCounts {
  const counter = new Counter(options);
  counter.push(text);
  return counter.finish();
}
