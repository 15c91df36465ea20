import { classes, pieces, tokens } from "virtual:moby-dick";
import type { Book, Lifetimes, Source } from "../engine/protocol.ts";
import { countsOf } from "./classes.ts";

export const MOBY_DICK: Source = {
  kind: "url",
  url: new URL("./moby-dick.txt.gz", document.baseURI).href,
  name: "Moby-Dick",
};

/** A text as the story tells of it. */
export interface Told extends Omit<Book, "words"> {
  readonly name: string;
  readonly source: Source;
  /** The words by their places; of Moby-Dick those of its beginning only, until the whole book has been read. */
  words: readonly (string | undefined)[];
  /** Whether all of them are there. */
  complete: boolean;
}

/** Moby-Dick as it comes with the page: all of its counts, and the words of its beginning. */
export function mobyDick(): Told {
  const words: string[] = [];
  for (const [text, index] of pieces) if (index >= 0) words[index] = text.toLowerCase();
  const counts = countsOf(classes);
  return {
    name: "Moby-Dick",
    source: MOBY_DICK,
    ...{ tokens, counts, pieces, words },
    segmented: false,
    complete: false,
  };
}

/** What the parts of the story share: they follow its generation, and the word that the reader looks at. */
export interface Part {
  /** A text, and how long its words live. */
  begin(book: Told, life: Lifetimes): void;
  /** Generation and place on the axis of the story. */
  at(generation: number, place: number): void;
  /** A word by its place among the counts, or -1. */
  light(word: number): void;
}
