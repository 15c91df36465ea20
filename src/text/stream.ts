import { Buffer } from "node:buffer";
import { Readable, type Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { refuse } from "./check.ts";
import { Utf8Reader } from "./utf8.ts";

/** Bytes read, and decompressed, at a time. */
export const PIECE = 1 << 18;
// A NUL among this many first bytes of the (decompressed) text: not text.
const LOOK_FOR_NUL = 1 << 16;
const NEEDED = "UTF-8 text is needed, plain or gzipped";

/** Reads bytes to their end and hands their text to `take`, piece by piece. `name` is for the errors. */
export async function readText(
  input: AsyncIterable<Uint8Array>,
  name: string,
  take: (text: string) => void,
  onBytes: (bytes: number) => void = () => {},
): Promise<{ bytes: number; replaced: number; gzip: boolean }> {
  let bytes = 0;
  async function* meter() {
    for await (const piece of input) {
      bytes += piece.length;
      onBytes(bytes);
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    }
  }
  const pieces = meter();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await pieces.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  if (head.length === 0) throw refuse(name, "it is empty");
  async function* whole() {
    yield head;
    yield* pieces;
  }

  const reader = new Utf8Reader();
  let seen = 0;
  async function consume(text: AsyncIterable<Buffer>) {
    for await (const piece of text) {
      if (seen < LOOK_FOR_NUL) checkText(piece, seen, name);
      seen += piece.length;
      take(reader.push(piece));
    }
    take(reader.finish());
  }
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  if (gzip) await through(createGunzip({ chunkSize: PIECE }), whole(), consume);
  else await consume(whole());
  if (seen === 0) throw refuse(name, "it is empty once decompressed");
  return { bytes, replaced: reader.replaced, gzip };
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
  const mark = offset === 0 && piece.length >= 2 ? piece.readUInt16BE(0) : 0;
  if (mark === 0xfeff || mark === 0xfffe) throw refuse(name, `UTF-16; ${NEEDED}`);
  const nul = piece.subarray(0, LOOK_FOR_NUL - offset).indexOf(0);
  if (nul >= 0) throw refuse(name, `not text: byte ${offset + nul} is NUL; ${NEEDED}`);
}
