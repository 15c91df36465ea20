import { Fault } from "./fault.ts";
import type { Source } from "./protocol.ts";

/** This many characters are looked at to tell whether it is text. */
const LOOK = 65_536;
const NEEDED = "a text file in UTF-8, plain or gzipped, is needed";

/** Hands out the text of a source in pieces, cut anywhere. `onBytes` hears of the share read. */
export async function* textOf(source: Source, onShare: (share: number) => void): AsyncGenerator<string> {
  if (source.kind === "text") {
    // In slices too, so that a long paste can be followed and stopped.
    for (let at = 0; at < source.text.length; at += 1 << 18) {
      onShare(at / source.text.length);
      yield source.text.slice(at, at + (1 << 18));
    }
    return;
  }
  const { body, size } = await opened(source);
  const reader = metered(body, size, onShare);
  const head = await reader.next();
  const first = head.done ? new Uint8Array() : head.value;
  if (first.length === 0) throw new Fault(`${source.name} is empty`);
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff)) {
    throw new Fault(`${source.name} is UTF-16: ${NEEDED}`);
  }
  const whole = joined(first, reader);
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const plain = gzip
    ? whole.pipeThrough(new DecompressionStream("gzip") as ReadableWritablePair<Uint8Array>)
    : whole;
  const decoder = new TextDecoder();
  let seen = 0;
  const text = plain.getReader();
  try {
    for (;;) {
      const { done, value } = await next(text, source.name);
      const piece = done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (seen < LOOK) checkText(piece.slice(0, LOOK - seen), source.name);
      seen += piece.length;
      yield piece;
      if (done) return;
    }
  } finally {
    await text.cancel().catch(() => undefined);
  }
}

async function opened(source: Exclude<Source, { kind: "text" }>) {
  if (source.kind === "file")
    return { body: source.file.stream() as ReadableStream<Uint8Array>, size: source.file.size };
  const answer = await fetch(source.url).catch(() => undefined);
  if (!answer?.ok || answer.body === null) throw new Fault(`${source.name} could not be loaded`);
  return {
    body: answer.body as ReadableStream<Uint8Array>,
    size: Number(answer.headers.get("content-length")),
  };
}

async function* metered(body: ReadableStream<Uint8Array>, size: number, onShare: (share: number) => void) {
  const reader = body.getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
      onShare(size > 0 ? Math.min(1, bytes / size) : 0);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function joined(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const { done, value } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await rest.return(undefined);
    },
  });
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>, name: string) {
  try {
    return await reader.read();
  } catch {
    throw new Fault(`${name} cannot be read: a damaged or truncated file`);
  }
}

/** Throws for what is no text: a NUL, or many control characters and invalid bytes. */
function checkText(piece: string, name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const strange = piece.match(/[\u0001-\u0008\u000e-\u001a\u007f\ufffd]/g)?.length ?? 0;
  if (piece.includes("\0") || strange > 0.02 * piece.length)
    throw new Fault(`${name} is not text: ${NEEDED}`);
}
