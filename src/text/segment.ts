import { refuse } from "./check.ts";
import { type Emit, fold } from "./rules.ts";
import { MAX_WORD_LENGTH } from "./scan.ts";

/** No word goes on after one of these, whatever follows: a text may be cut there. */
const GAPS = new Set([..."\n\r\t \u3000。，、！？；："].map((character) => character.charCodeAt(0)));

/** The version of the Unicode library that cuts the words, where the engine tells it, as Node does. */
export const icuVersion = (): string | undefined =>
  (globalThis as { process?: { versions?: { icu?: string } } }).process?.versions?.icu;

/** Cuts a text that arrives in pieces into words as `Intl.Segmenter` finds them, by dictionaries where there are no spaces. */
export class Segments {
  // No locale: the words shall not depend on that of the machine.
  readonly #segmenter = new Intl.Segmenter("und", { granularity: "word" });
  readonly #emit: Emit;
  readonly #name: string;
  #held = "";

  constructor(emit: Emit, name: string) {
    this.#emit = emit;
    this.#name = name;
  }

  push(piece: string): void {
    let cut = piece.length;
    while (cut > 0 && !GAPS.has(piece.charCodeAt(cut - 1))) --cut;
    if (cut > 0) {
      this.#cut(this.#held + piece.slice(0, cut));
      this.#held = "";
    }
    this.#held += piece.slice(cut);
    this.#measure(this.#held);
  }

  finish(): void {
    this.#cut(this.#held);
    this.#held = "";
  }

  #cut(text: string): void {
    for (const { segment, isWordLike } of this.#segmenter.segment(text)) {
      if (!isWordLike) continue;
      this.#measure(segment);
      this.#emit(fold(segment));
    }
  }

  #measure(text: string): void {
    if (text.length > MAX_WORD_LENGTH) {
      throw refuse(this.#name, `more than ${MAX_WORD_LENGTH} characters in it without a space`);
    }
  }
}
