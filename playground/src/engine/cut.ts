import { sequence, type TokenSequence } from "lethe";

/** Scripts that are written without spaces between words. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** The words of pieces of text that end between words. */
export interface Cutter {
  readonly segmented: boolean;
  cut(piece: string): TokenSequence;
}

/** Cuts as `lethe forget` does, or, where a fifth of the letters are of such scripts, by the browser's dictionaries. */
export function cutterFor(beginning: string): Cutter {
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const spaceless = beginning.match(SPACELESS)?.length ?? 0;
  if (spaceless * 5 < letters || letters === 0 || Intl.Segmenter === undefined) {
    return { segmented: false, cut: (piece) => sequence(piece) };
  }
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  return {
    segmented: true,
    cut(piece) {
      const words: string[] = [];
      for (const { segment, isWordLike } of segmenter.segment(piece)) if (isWordLike) words.push(segment);
      return sequence(words.join(" "));
    },
  };
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
  for (let i = text.length - 1; i > 0; i--) if (/\s/.test(text[i])) return i;
  if (text.length < 1 << 16) return 0;
  // A long stretch without a space: a script that has none, or no text.
  for (let i = text.length - 1; i > 0; i--) if (/[^\p{L}\p{M}\p{N}\p{Cs}]/u.test(text[i])) return i + 1;
  return 0;
}
