import { textOf } from "./bytes.ts";
import { type Cutter, cutterFor, whole } from "./cut.ts";
import { Fault } from "./fault.ts";
import type { Source } from "./protocol.ts";

/** More different words than this do not come from a text, and would fill the memory of the page. */
const MAX_TYPES = 2_000_000;

/** A text, counted. */
export interface Counted {
  readonly tokens: number;
  /** Most frequent first, words of equal count in order of their UTF-16 code units, as `countTokens` has them. */
  readonly words: readonly string[];
  readonly counts: Float64Array;
  readonly segmented: boolean;
  /** Characters U+FFFD, as which what is no text in its encoding is read. */
  readonly replaced: number;
}

/** A text in its order, as far as asked for. */
export interface Ordered {
  readonly tokens: Uint32Array;
  readonly words: readonly string[];
  readonly segmented: boolean;
  readonly cut: boolean;
}

/** Numbers the words of a text; `each` is given the numbers of the words of a piece, and may say that it has enough. */
async function readWords(
  source: Source,
  signal: AbortSignal,
  tell: (share: number) => void,
  each: (ids: Uint32Array) => boolean,
): Promise<{ words: string[]; segmented: boolean; replaced: number }> {
  let replaced = 0;
  const ids = new Map<string, number>();
  const words: string[] = [];
  let cutter: Cutter | undefined;
  let told = 0;
  let paused = performance.now();
  const onShare = (share: number) => {
    if (performance.now() - told < 100) return;
    told = performance.now();
    tell(share);
  };
  for await (const piece of whole(textOf(source, onShare))) {
    signal.throwIfAborted();
    cutter ??= cutterFor(piece.slice(0, 20_000));
    replaced += piece.split("\ufffd").length - 1;
    const { tokens, words: found } = cutter.cut(piece);
    const numbers = found.map((word) => {
      const known = ids.get(word);
      if (known !== undefined) return known;
      words.push(word);
      ids.set(word, words.length - 1);
      return words.length - 1;
    });
    if (words.length > MAX_TYPES) {
      throw new Fault(
        `${source.name} has more than ${MAX_TYPES.toLocaleString("en-GB")} different words: too many for this page`,
      );
    }
    if (each(tokens.map((token) => numbers[token]))) break;
    // Lets a cancellation in, and the page too where there is no worker.
    if (performance.now() - paused > 30) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      paused = performance.now();
    }
  }
  if (words.length === 0) throw new Fault(`there is no word in ${source.name}`);
  return { words, segmented: cutter?.segmented ?? false, replaced };
}

/** Counts the words of a text of any length. */
export async function counted(
  source: Source,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Counted> {
  const counts: number[] = [];
  let tokens = 0;
  const { words, segmented, replaced } = await readWords(source, signal, tell, (ids) => {
    for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
    tokens += ids.length;
    return false;
  });
  const order = Uint32Array.from(words.keys()).sort(
    (a, b) => counts[b] - counts[a] || (words[a] < words[b] ? -1 : 1),
  );
  return {
    tokens,
    words: Array.from(order, (id) => words[id]),
    counts: Float64Array.from(order, (id) => counts[id]),
    segmented,
    replaced,
  };
}

/** Keeps the first `most` words of a text in their order. */
export async function ordered(
  source: Source,
  most: number,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Ordered> {
  const pieces: Uint32Array[] = [];
  let length = 0;
  const { words, segmented } = await readWords(source, signal, tell, (ids) => {
    pieces.push(ids);
    length += ids.length;
    return length >= most;
  });
  const tokens = new Uint32Array(length);
  let at = 0;
  for (const piece of pieces) {
    tokens.set(piece, at);
    at += piece.length;
  }
  const kept = tokens.subarray(0, most);
  const types = kept.reduce((top, id) => Math.max(top, id), 0) + 1;
  return { tokens: kept, words: words.slice(0, types), segmented, cut: length >= most };
}
