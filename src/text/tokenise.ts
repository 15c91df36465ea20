import { invalid } from "../errors.ts";
import { refuse } from "./check.ts";
import {
  classify,
  type Emit,
  FOLD,
  INSIDE,
  RULES,
  type Rules,
  START,
  TOKENIZERS,
  type Tokenizer,
} from "./rules.ts";

export { TOKENIZERS, type Tokenizer } from "./rules.ts";

/** The longest word accepted, in UTF-16 code units before lower-casing: past it, it is no text, and memory is spared. */
export const MAX_WORD_LENGTH = 1_000_000;

// The flags of every character met so far, one byte for each code point, 0 where it was not met yet.
const tables = new Map<Tokenizer, Uint8Array>();

const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;

/**
 * Cuts a text that arrives in pieces into words, handed to `emit` in the order of the text. The pieces may be cut
 * anywhere, inside a word or a surrogate pair: the words do not depend on it.
 *
 * @throws InputError for an unknown tokenizer and, from `push` or `finish`, for a word longer than
 * `MAX_WORD_LENGTH`; `name` is how that error calls the text (default `the text`).
 */
export class TokenStream {
  readonly #rules: Rules;
  readonly #table: Uint8Array;
  readonly #emit: Emit;
  readonly #name: string;
  // The word under way at the end of the last piece, its flags, and a high surrogate still waiting for its other half.
  #pending = "";
  #flags = 0;
  #high = "";

  constructor(tokenizer: Tokenizer, emit: Emit, name = "the text") {
    if (!TOKENIZERS.includes(tokenizer)) throw invalid("tokenizer", tokenizer, TOKENIZERS.join(", "));
    this.#rules = RULES[tokenizer];
    this.#table = tables.get(tokenizer) ?? new Uint8Array(0x110000);
    tables.set(tokenizer, this.#table);
    this.#emit = emit;
    this.#name = name;
  }

  /** Takes the next piece of the text. */
  push(piece: string): void {
    if (piece === "") return;
    const cut = isHigh(piece.charCodeAt(piece.length - 1)) ? piece.length - 1 : piece.length;
    this.#scan(this.#high + piece.slice(0, cut));
    this.#high = piece.slice(cut);
  }

  /** Ends the text: the word under way is complete. What is pushed next begins another text. */
  finish(): void {
    this.#scan(this.#high);
    this.#high = "";
    if (this.#pending !== "") this.#complete(this.#pending, this.#flags);
    this.#pending = "";
  }

  #scan(text: string): void {
    const table = this.#table;
    let start = this.#pending === "" ? -1 : 0;
    let flags = this.#flags;
    for (let i = 0; i < text.length; i++) {
      const at = i;
      let code = text.charCodeAt(i);
      if (isHigh(code)) {
        code = text.codePointAt(i)!;
        if (code > 0xffff) i++;
      }
      let kind = table[code];
      if (kind === 0) kind = table[code] = classify(code, this.#rules);
      if (start < 0) {
        if ((kind & START) !== 0) {
          start = at;
          flags = kind;
        }
      } else if ((kind & INSIDE) !== 0) {
        flags |= kind;
      } else {
        const tail = text.slice(start, at);
        this.#complete(this.#pending === "" ? tail : this.#pending + tail, flags);
        this.#pending = "";
        start = -1;
      }
    }
    if (start < 0) return;
    this.#pending += text.slice(start);
    this.#flags = flags;
    this.#measure(this.#pending);
  }

  #complete(word: string, flags: number): void {
    this.#measure(word);
    if ((flags & FOLD) === 0) this.#emit(word);
    else this.#rules.fold(word, this.#emit);
  }

  #measure(word: string): void {
    if (word.length > MAX_WORD_LENGTH) {
      throw refuse(this.#name, `a word in it has more than ${MAX_WORD_LENGTH} characters`);
    }
  }
}
