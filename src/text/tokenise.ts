import { either, invalid } from "../check/errors.ts";
import { type Emit, RULES, TOKENIZERS, type Tokenizer } from "./rules.ts";
import { Scanner } from "./scan.ts";
import { Segments } from "./segment.ts";

export { TOKENIZERS, type Tokenizer } from "./rules.ts";
export { MAX_WORD_LENGTH } from "./scan.ts";

/** Takes a text in pieces. */
export interface Pieces {
  /** Takes the next piece of the text. */
  push(piece: string): void;
  /** Ends the text: the word under way is complete. What is pushed next begins another text. */
  finish(): void;
}

/**
 * Cuts a text that arrives in pieces into words, handed to `emit` in the order of the text. The pieces may be cut
 * anywhere, inside a word or a surrogate pair: the words do not depend on it.
 *
 * @throws {InputError} for an unknown tokenizer and, from `push` or `finish`, for a word longer than
 * `MAX_WORD_LENGTH`; `name` is how that error calls the text (default `the text`).
 */
export class TokenStream implements Pieces {
  readonly #words: Pieces;

  constructor(tokenizer: Tokenizer, emit: Emit, name = "the text") {
    checkTokenizer(tokenizer);
    this.#words =
      tokenizer === "segmenter" ? new Segments(emit, name) : new Scanner(RULES[tokenizer], emit, name);
  }

  push(piece: string): void {
    this.#words.push(piece);
  }

  finish(): void {
    this.#words.finish();
  }
}

/** @throws {InputError} for a tokenizer that is unknown, or that this engine has not */
export function checkTokenizer(tokenizer: unknown): asserts tokenizer is Tokenizer {
  if (!TOKENIZERS.includes(tokenizer as Tokenizer)) throw invalid("tokenizer", tokenizer, either(TOKENIZERS));
  if (tokenizer === "segmenter" && typeof Intl.Segmenter !== "function") {
    throw invalid("tokenizer", tokenizer, "not with this engine: it has no Intl.Segmenter");
  }
}
