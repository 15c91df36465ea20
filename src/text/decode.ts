import type { Buffer } from "node:buffer";
import { foreign } from "./kinds.ts";
import { Utf8Reader } from "./utf8.ts";
import { Utf16Reader } from "./utf16.ts";

/** What is read as text. */
export const NEEDED = "UTF-8 or UTF-16 text is needed, plain or gzipped";

/** Bytes in pieces to text; `replaced` counts what was none, each read as one U+FFFD. */
export interface Decoder {
  readonly replaced: number;
  push(bytes: Buffer): string;
  finish(): string;
}

/** The third byte, where there is one, says how it was packed: there has only ever been one way (RFC 1952). */
export const isGzip = (head: Buffer): boolean =>
  head[0] === 0x1f && head[1] === 0x8b && (head.length < 3 || head[2] === 8);

/** The decoder for a text that begins so, or in words why it is no text: UTF-16 tells by its byte-order mark. */
export function decoderOf(head: Buffer): Decoder | string {
  const kind = foreign(head);
  if (kind !== undefined) return kind;
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0;
  if (mark === 0xfffe && head.length >= 4 && head.readUInt16BE(2) === 0) return `UTF-32; ${NEEDED}`;
  return mark === 0xfeff || mark === 0xfffe ? new Utf16Reader(mark === 0xfeff) : new Utf8Reader();
}
