import { refuse } from "./check.ts";

/** The most different words accepted: short ones take two gigabytes, and an engine's Map ends at 2^24. */
export const MAX_TYPES = 10_000_000;

/** Different words, numbered 0, 1, 2, … in the order in which they are first met. */
export class Vocabulary {
  /** The words by number. */
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #name: string;

  /** `name` is how an error calls the text (default `the text`). */
  constructor(name = "the text") {
    this.#name = name;
  }

  /**
   * The number of `word`, a new one if it was not met before.
   * @throws {InputError} past `MAX_TYPES` different words.
   */
  id(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    if (id === MAX_TYPES) throw refuse(this.#name, `more than ${MAX_TYPES} different words in it`);
    // A slice keeps the string it was cut from alive, here a whole piece of the text for each new word: copy it.
    const own = word.split("").join("");
    this.words.push(own);
    this.#ids.set(own, id);
    return id;
  }
}
