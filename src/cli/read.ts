import { closeSync, openSync, readSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { InputError, invalid } from "../check/errors.ts";
import { type Decoder, decoderOf, isGzip } from "../text/decode.ts";
import { HEAD } from "../text/kinds.ts";
import { Utf8Reader } from "../text/utf8.ts";
import { trouble } from "./files.ts";

const PIECE = 1 << 18;
/** Bytes that are unpacked at once. */
const LARGEST = 1 << 28;

/**
 * The text of a file that the user named as the value of `option`, UTF-8 or UTF-16, plain or gzipped, in pieces, so that one
 * which does not end is never held as a whole. A byte-order mark is dropped.
 *
 * @param what what it should hold, as in `a JSON file`
 * @throws {InputError} where it cannot be read, or is no text
 */
export function* piecesOf(option: string, typed: string, path: string, what: string): Generator<string> {
  const refuse = (why: string) => invalid(option, typed, `${what}: ${why}`);
  let decoder: Decoder | undefined;
  let before = 0;
  try {
    for (const bytes of unpacked(path)) {
      decoder ??= decoding(bytes, refuse);
      const nul = decoder instanceof Utf8Reader ? bytes.indexOf(0) : -1;
      if (nul >= 0) throw refuse(`not text: byte ${before + nul} is NUL`);
      before += bytes.length;
      const text = decoder.push(bytes);
      if (decoder.replaced > 0) throw refuse("not UTF-8");
      yield text;
    }
    const rest = decoder?.finish() ?? "";
    if (rest !== "") throw refuse("not text: it ends in half a character");
  } catch (error) {
    throw error instanceof InputError ? error : refuse(trouble(error));
  }
}

function decoding(bytes: Buffer, refuse: (why: string) => Error): Decoder {
  const decoder = decoderOf(bytes.subarray(0, HEAD));
  if (typeof decoder === "string") throw refuse(decoder);
  return decoder;
}

/** The bytes of a file; of a gzipped one, which has to be small, all at once. */
function* unpacked(path: string): Generator<Buffer> {
  const packed: Buffer[] = [];
  let size = 0;
  for (const piece of bytesOf(path)) {
    if (size === 0 && !isGzip(piece)) {
      yield piece;
      continue;
    }
    packed.push(Buffer.from(piece));
    size += piece.length;
    if (size > LARGEST) throw new Error(`gzipped, and of more than ${LARGEST} bytes`);
  }
  if (size === 0) return;
  try {
    yield gunzipSync(Buffer.concat(packed), { maxOutputLength: LARGEST });
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new Error(large ? `gzipped, and of more than ${LARGEST} bytes` : "truncated or damaged gzip");
  }
}

function* bytesOf(path: string): Generator<Buffer> {
  const file = openSync(path, "r");
  try {
    const piece = Buffer.alloc(PIECE);
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece))
      yield piece.subarray(0, size);
  } finally {
    closeSync(file);
  }
}
