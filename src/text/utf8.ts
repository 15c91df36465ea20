import { Buffer } from "node:buffer";

const REPLACEMENT = "\ufffd";
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

function occurrences(where: { indexOf(what: string, from: number): number }, what: string): number;
function occurrences(where: Buffer, what: Buffer): number;
function occurrences(where: { indexOf(what: never, from: number): number }, what: string | Buffer): number {
  let count = 0;
  for (let at = where.indexOf(what as never, 0); at >= 0; ++count) {
    at = where.indexOf(what as never, at + what.length);
  }
  return count;
}

/** How many bytes at the end begin a character whose other bytes are not there: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); ++back) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) > back ? back : 0;
  }
  return 0;
}

/**
 * UTF-8 in pieces, cut anywhere, to text. A byte-order mark at the start is dropped. Each invalid sequence becomes
 * one U+FFFD, as the WHATWG Encoding Standard has it, and is counted; a U+FFFD that the input itself spells out is not.
 */
export class Utf8Reader {
  /** Invalid sequences met so far. */
  replaced = 0;
  #held = Buffer.alloc(0);
  #begun = false;

  /** The text of all characters complete by now. */
  push(bytes: Buffer): string {
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    // Before a leading byte a decoder is never inside a character, so a cut there changes nothing.
    const cut = all.length - unfinished(all);
    this.#held = Buffer.from(all.subarray(cut));
    return this.#decode(all.subarray(0, cut));
  }

  /** Ends the input: what was left unfinished is an invalid sequence. */
  finish(): string {
    return this.#decode(this.#held);
  }

  #decode(bytes: Buffer): string {
    if (bytes.length === 0) return "";
    const text = bytes.toString("utf8");
    const seen = occurrences(text, REPLACEMENT);
    // The bytes EF BF BD are U+FFFD wherever they stand: EF always begins a character.
    if (seen > 0) this.replaced += seen - occurrences(bytes, REPLACEMENT_BYTES);
    const mark = !this.#begun && text.startsWith("\ufeff");
    this.#begun = true;
    return mark ? text.slice(1) : text;
  }
}
