import { invalid } from "../errors.ts";
import { readOptions } from "../given.ts";
import { type Tokenizer, TokenStream } from "./tokenise.ts";
import { Vocabulary } from "./vocabulary.ts";

/** How often each word occurs: most frequent first, words of equal count in order of their UTF-16 code units. */
export interface WordCounts {
  /** Running words: the sum of `counts`. */
  readonly tokens: number;
  /** Different words: the length of `words` and of `counts`. */
  readonly types: number;
  /** The words, each once. */
  readonly words: string[];
  /** How often `words[i]` occurs, at least 1. */
  readonly counts: Float64Array;
}

/** Options of `countTokens` and `Counter`. */
export interface CountOptions {
  /** How the text is cut into words; `"words"` by default. */
  readonly tokenizer?: Tokenizer | undefined;
}

/**
 * Counts the words of a text that arrives in pieces, cut anywhere. Memory grows with the number of different
 * words, not with the text.
 *
 * @throws InputError for an unknown option or tokenizer, a piece that is no string, a word of more than 1,000,000
 * characters, more than 10,000,000 different words.
 */
export class Counter {
  readonly #vocabulary: Vocabulary;
  readonly #counts: number[] = [];
  readonly #stream: TokenStream;
  #tokens = 0;

  /** `name` is how an error calls the text (default `the text`). */
  constructor(options: CountOptions = {}, name = "the text") {
    const { tokenizer = "words" } = readOptions(options, ["tokenizer"]);
    this.#vocabulary = new Vocabulary(name);
    this.#stream = new TokenStream(tokenizer, (word) => this.#add(word), name);
  }

  #add(word: string): void {
    const id = this.#vocabulary.id(word);
    if (id === this.#counts.length) this.#counts.push(1);
    else this.#counts[id]++;
    this.#tokens++;
  }

  /** Takes the next piece of the text. */
  push(piece: string): void {
    if (typeof piece !== "string") throw invalid("text", piece, "a string");
    this.#stream.push(piece);
  }

  /** Ends the text and returns the counts so far. What is pushed later begins another text, added to the same counts. */
  finish(): WordCounts {
    this.#stream.finish();
    const { words } = this.#vocabulary;
    const counts = this.#counts;
    const order = Uint32Array.from(words.keys()).sort(
      (a, b) => counts[b] - counts[a] || (words[a] < words[b] ? -1 : 1),
    );
    return {
      tokens: this.#tokens,
      types: words.length,
      words: Array.from(order, (id) => words[id]),
      counts: Float64Array.from(order, (id) => counts[id]),
    };
  }
}

/**
 * Counts the words of `text`. A text without a word gives zero tokens and empty arrays.
 * @throws InputError as `Counter` does.
 */
export function countTokens(text: string, options: CountOptions = {}): WordCounts {
  const counter = new Counter(options);
  counter.push(text);
  return counter.finish();
}
