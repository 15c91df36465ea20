import { refuse } from "./check.ts";
import { classify, type Emit, FOLD, INSIDE, type Rules, START } from "./rules.ts";

/** The longest word accepted, in UTF-16 code units before lower-casing: past it, it is no text, and memory is spared. */
export const MAX_WORD_LENGTH = 1_000_000;

// The flags of every character met so far, one byte for each code point, 0 where it was not met yet.
const tables = new Map<Rules, Uint8Array>();

const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;

/**
 * Cuts a text that arrives in pieces into words, character by character.
 *
 * @throws {InputError} from `push` or `finish`, for a word longer than `MAX_WORD_LENGTH`
 */
export class Scanner {
  readonly #rules: Rules;
  readonly #table: Uint8Array;
  readonly #emit: Emit;
  readonly #name: string;
  // The word under way at the end of the last piece, its flags, and a high surrogate still waiting for its other half.
  #pending = "";
  #flags = 0;
  #high = "";

  constructor(rules: Rules, emit: Emit, name: string) {
    this.#rules = rules;
    this.#table = tables.get(rules) ?? new Uint8Array(0x110000);
    tables.set(rules, this.#table);
    this.#emit = emit;
    this.#name = name;
  }

  push(piece: string): void {
    if (piece === "") return;
    const cut = isHigh(piece.charCodeAt(piece.length - 1)) ? piece.length - 1 : piece.length;
    this.#scan(this.#high + piece.slice(0, cut));
    this.#high = piece.slice(cut);
  }

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
    for (let i = 0; i < text.length; ++i) {
      const at = i;
      let code = text.charCodeAt(i);
      if (isHigh(code)) {
        code = text.codePointAt(i)!;
        if (code > 0xffff) ++i;
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
