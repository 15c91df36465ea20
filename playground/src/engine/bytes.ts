import { foreign, HEAD } from "../../../src/text/kinds.ts";
import { Fault } from "./fault.ts";
import type { Source } from "./protocol.ts";

/** A NUL among this many first bytes: not text. */
const LOOK = 65_536;
const NEEDED = "UTF-8 or UTF-16 text is needed, plain or gzipped";

/**
 * Hands out the text of a source in pieces, cut anywhere. `onShare` hears of the share read. What is text is what
 * `lethe forget` takes as such: what is no UTF-8 in it becomes U+FFFD.
 */
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
  const whole = joined(first, reader);
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const plain = gzip
    ? whole.pipeThrough(new DecompressionStream("gzip") as ReadableWritablePair<Uint8Array>)
    : whole;
  const text = plain.getReader();
  try {
    const head = await beginning(text, source.name);
    const decoder = decoderOf(head, source.name);
    yield decoder.decode(head, { stream: true });
    for (;;) {
      const { done, value } = await next(text, source.name);
      yield done ? decoder.decode() : decoder.decode(value, { stream: true });
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

/** The first bytes, enough of them to tell what they are. */
async function beginning(reader: ReadableStreamDefaultReader<Uint8Array>, name: string): Promise<Uint8Array> {
  let head = new Uint8Array();
  while (head.length < Math.max(HEAD, LOOK)) {
    const { done, value } = await next(reader, name);
    if (done) break;
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  return head;
}

/** The decoder of a text that begins so. Throws for what is no text. */
function decoderOf(head: Uint8Array, name: string): TextDecoder {
  const kind = foreign(head);
  if (kind !== undefined) throw new Fault(`${name} is ${kind}`);
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw new Fault(`${name} is UTF-32: ${NEEDED}`);
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le");
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be");
  if (head.subarray(0, LOOK).includes(0)) throw new Fault(`${name} is not text: ${NEEDED}`);
  return new TextDecoder();
}
