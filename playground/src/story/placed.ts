/** A stretch of a text as it is printed: a word of it, as it is counted, or what stands between two words. */
export interface Placed {
  readonly text: string;
  readonly word?: string;
}

/** Finds the words of a text in it, given in its order as they were cut, so that case and punctuation are kept. */
export function placed(text: string, words: readonly string[]): Placed[] {
  const composed = text.normalize("NFC");
  const lower = composed.toLowerCase();
  // A few letters have more than one small letter: then places are those of the text in small letters.
  const printed = lower.length === composed.length ? composed : lower;
  const pieces: Placed[] = [];
  let at = 0;
  for (const word of words) {
    const start = lower.indexOf(word, at);
    if (start < 0) continue;
    if (start > at) pieces.push({ text: printed.slice(at, start) });
    at = start + word.length;
    pieces.push({ text: printed.slice(start, at), word });
  }
  if (at < printed.length) pieces.push({ text: printed.slice(at) });
  return pieces;
}
