/** Shows control characters, and those that would reorder or break the line, as \u{…}. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

// Controls, line and paragraph separators, surrogates alone, and the invisible signs that turn text around.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

// East Asian scripts, fullwidth forms and emoji take two columns of a terminal.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// Marks sit on the letter before them; joiners and the like show nothing.
const NARROW = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns of a terminal that a printable text takes, as nearly as can be told without asking it. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/** A text made printable and cut to so many columns. */
export function shorten(text: string, columns: number): string {
  const safe = printable(text);
  if (width(safe) <= columns) return safe;
  let kept = "";
  for (const character of safe) {
    if (width(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
