import type { Colour } from "../../../src/plot/palette.ts";

/** Words of the opening passage, with different initials, and the colours of their balls. */
const WORDS: readonly (readonly [word: string, colour: Colour])[] = [
  ["whenever", "blue"],
  ["myself", "vermillion"],
  ["little", "green"],
  ["time", "purple"],
  ["Ishmael", "amber"],
  ["ocean", "soft"],
];

/** A word in the urn, and how many balls have its colour at first: as often as it is written in the passage. */
export interface UrnWord {
  readonly word: string;
  readonly colour: Colour;
  readonly count: number;
}

/** The words of the urn, counted in the pieces of the passage. */
export function urnWords(pieces: readonly (readonly [text: string, ...unknown[]])[]): UrnWord[] {
  const written = pieces.map(([text]) => text.toLowerCase());
  return WORDS.map(([word, colour]) => ({
    word,
    colour,
    count: written.filter((text) => text === word.toLowerCase()).length,
  }));
}
