import { sequence, type TokenSequence } from "lethe";

/** Scripts that are written without spaces between words. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** The words of pieces of text that end between words. */
export interface Cutter {
  readonly segmented: boolean;
  cut(piece: string): TokenSequence;
}

/** Cuts as `lethe forget` does, or by the browser's dictionaries. */
export function cutterOf(segmented: boolean): Cutter {
  const tokenizer = segmented ? "segmenter" : "words";
  return { segmented, cut: (piece) => sequence(piece, { tokenizer }) };
}

/** Cuts as `lethe forget` does, or, where a fifth of the letters are of such scripts, by the browser's dictionaries. */
export function cutterFor(beginning: string): Cutter {
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const spaceless = beginning.match(SPACELESS)?.length ?? 0;
  return cutterOf(letters > 0 && spaceless * 5 >= letters && Intl.Segmenter !== undefined);
}

/** Joins pieces that are cut anywhere to pieces that end between words: at white space, or in need at a mark. */
export async function* whole(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const piece of pieces) {
    held += piece;
    const end = lastGap(held);
    if (end === 0) continue;
    yield held.slice(0, end);
    held = held.slice(end);
  }
  if (held !== "") yield held;
}

function lastGap(text: string): number {
  for (let i = text.length - 1; i > 0; --i) if (/\s/.test(text[i])) return i;
  if (text.length < 1 << 16) return 0;
  // A long stretch without a space: a script that has none, or no text.
  for (let i = text.length - 1; i > 0; --i) if (/[^\p{L}\p{M}\p{N}\p{Cs}]/u.test(text[i])) return i + 1;
  return 0;
}
