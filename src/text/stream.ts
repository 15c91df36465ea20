import { Buffer } from "node:buffer";
import { Readable, type Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { refuse } from "./check.ts";
import { type Decoder, decoderOf, isGzip, NEEDED } from "./decode.ts";
import { HEAD } from "./kinds.ts";
import { Utf8Reader } from "./utf8.ts";

/** Bytes read, and decompressed, at a time. */
export const PIECE = 1 << 18;
// A NUL among this many first bytes of the (decompressed) text: not text.
const LOOK_FOR_NUL = 1 << 16;

/** Reads bytes to their end and hands their text to `take`, piece by piece. `name` is for the errors. */
export async function readText(
  input: AsyncIterable<Uint8Array>,
  name: string,
  take: (text: string) => void,
  onBytes?: (bytes: number) => void,
): Promise<{ bytes: number; replaced: number; gzip: boolean }> {
  let decoder: Decoder | undefined;
  let seen = 0;
  const decode = (piece: Buffer): void => {
    decoder ??= chosen(piece, name);
    if (seen < LOOK_FOR_NUL && decoder instanceof Utf8Reader) checkText(piece, seen, name);
    seen += piece.length;
    take(decoder.push(piece));
  };
  const read = await readBytes(input, name, decode, onBytes);
  take(decoder?.finish() ?? "");
  return { ...read, replaced: decoder?.replaced ?? 0 };
}

/**
 * Reads bytes to their end, unpacks them where they are gzipped, and hands them to `take`, piece by piece: the first has as
 * many as tell what they are.
 */
export async function readBytes(
  input: AsyncIterable<Uint8Array>,
  name: string,
  take: (bytes: Buffer) => void,
  onBytes: (bytes: number) => void = () => {},
): Promise<{ bytes: number; gzip: boolean }> {
  let bytes = 0;
  async function* meter() {
    for await (const piece of input) {
      bytes += piece.length;
      onBytes(bytes);
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    }
  }
  const pieces = headed(meter());
  const first = await pieces.next();
  if (first.done) throw refuse(name, "it is empty");
  async function* whole() {
    yield first.value as Buffer;
    yield* pieces;
  }
  let isEmpty = true;
  async function consume(unpacked: AsyncIterable<Buffer>) {
    for await (const piece of headed(unpacked)) {
      isEmpty = false;
      take(piece);
    }
  }
  const gzip = isGzip(first.value);
  if (gzip) await through(createGunzip({ chunkSize: PIECE }), whole(), consume);
  else await consume(whole());
  if (isEmpty) throw refuse(name, "it is empty once decompressed");
  return { bytes, gzip };
}

/** The same pieces, the first of them long enough to tell what they are. */
async function* headed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (head === undefined) yield piece;
    else {
      head = Buffer.concat([head, piece]);
      if (head.length < HEAD) continue;
      yield head;
      head = undefined;
    }
  }
  if (head !== undefined && head.length > 0) yield head;
}

function chosen(head: Buffer, name: string): Decoder {
  const decoder = decoderOf(head);
  if (typeof decoder === "string") throw refuse(name, decoder);
  return decoder;
}

// Not stream.pipeline: it aborts when zlib ends before its input does, as it rightly does at zero padding.
async function through(
  transform: Transform,
  input: AsyncIterable<Buffer>,
  consume: (output: Transform) => Promise<void>,
): Promise<void> {
  const source = Readable.from(input, { objectMode: false });
  source.on("error", (error) => transform.destroy(error));
  source.pipe(transform);
  try {
    await consume(transform);
  } finally {
    source.destroy();
  }
}

function checkText(piece: Buffer, offset: number, name: string): void {
  const nul = piece.subarray(0, LOOK_FOR_NUL - offset).indexOf(0);
  if (nul >= 0) throw refuse(name, `not text: byte ${offset + nul} is NUL; ${NEEDED}`);
}
