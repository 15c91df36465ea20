import { Buffer } from "node:buffer";

/** UTF-16 in pieces, cut anywhere, to text. Half a character at the end becomes one U+FFFD, and is counted. */
export class Utf16Reader {
  replaced = 0;
  readonly #big: boolean;
  #held = Buffer.alloc(0);
  #begun = false;

  /** `big`: the larger half of each unit is first. */
  constructor(big: boolean) {
    this.#big = big;
  }

  /** The text of all units complete by now. */
  push(bytes: Buffer): string {
    const all = Buffer.concat([this.#held, bytes]);
    const cut = all.length - (all.length % 2);
    this.#held = Buffer.from(all.subarray(cut));
    const units = all.subarray(0, cut);
    const text = (this.#big ? units.swap16() : units).toString("utf16le");
    const mark = !this.#begun && text.startsWith("\ufeff");
    if (text !== "") this.#begun = true;
    return mark ? text.slice(1) : text;
  }

  /** Ends the input. */
  finish(): string {
    if (this.#held.length === 0) return "";
    ++this.replaced;
    return "\ufffd";
  }
}
