/** Numbers that have more digits than a double holds, and how they were written. */
const written = new Map<number, string>();
/** Enough for the one that a message shows; a long list may have more. */
const MOST = 1000;

/** The number a text stands for. Where it cannot be held exactly, the text is remembered for `asTyped`. */
export function numberOf(text: string): number {
  const value = Number(text);
  // Fifteen digits always come back as they were.
  if (text.length > 15 && Number.isFinite(value) && written.size < MOST) {
    const shown = String(value);
    if (digits(shown) !== digits(text)) written.set(value, text);
  }
  return value;
}

/** An error's message with the number it shows as the user wrote it, not as it was rounded. */
export function asTyped(message: string): string {
  return message.replace(
    /^(invalid \S+: )(-?\d\S*)(?= \()/,
    (_, head, shown) => head + (written.get(Number(shown)) ?? shown),
  );
}

/** The digits that count: without sign, point, exponent and the zeros at both ends. */
const digits = (text: string): string =>
  text
    .replace(/e.*$/i, "")
    .replaceAll(/[^\d]/g, "")
    .replaceAll(/^0+|0+$/g, "");
