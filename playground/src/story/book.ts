import { classes, pieces, tokens } from "virtual:moby-dick";
import type { Source } from "../engine/protocol.ts";
import type { Book, Lifetimes } from "../engine/story-data.ts";
import { MOBY_DICK } from "../moby-dick.ts";
import { countsOf } from "./classes.ts";

/** A text as the story tells of it. */
export interface Told extends Book {
  /** Its number among the texts of this page. */
  readonly id: number;
  readonly name: string;
  readonly source: Source;
  /** The words that are known here, by their places: those of its beginning, and those that were asked for. */
  readonly names: Map<number, string>;
}

let texts = 0;
/** A number for a text. */
export const nextId = (): number => ++texts;

/** A text that was read, or came with the page. */
export function told(book: Book, id: number, source: Source): Told {
  const names = new Map<number, string>();
  for (const [text, word] of book.pieces) if (word >= 0) names.set(word, text.toLowerCase());
  return { ...book, id, source, name: source.name, names };
}

/** Moby-Dick as it comes with the page: all of its counts, and the words of its beginning. */
export function mobyDick(): Told {
  const counts = countsOf(classes);
  return told({ tokens, counts, pieces, segmented: false }, nextId(), MOBY_DICK);
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
