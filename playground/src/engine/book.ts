import { categorical, follow, theory } from "lethe";
import { placed } from "../story/placed.ts";
import { textOf } from "./bytes.ts";
import { cutterFor } from "./cut.ts";
import type { Source, Tasks } from "./protocol.ts";
import type { Book, Lifetimes } from "./story-data.ts";
import { counted } from "./text.ts";

/** About so many characters of a text are shown: the first screen holds no more. */
const OPENING = 1150;

/** Follows one trajectory to the end, and notes when each word goes: none ever comes back. */
export function lifetimes({ counts, samples, seed, generations }: Tasks["lifetimes"]["ask"]): Lifetimes {
  const life = follow(categorical({ counts, samples }), { seed });
  const deaths = new Uint32Array(counts.length);
  const unique = new Float64Array(generations + 1);
  unique[0] = counts.length;
  const now = new Float64Array(counts.length);
  let alive = Uint32Array.from(deaths.keys());
  for (let k = 1; k <= generations; ++k) {
    life.advance();
    life.counts(now);
    for (const word of alive) if (now[word] === 0) deaths[word] = k;
    if (life.unique < alive.length) alive = alive.filter((word) => now[word] > 0);
    unique[k] = life.unique;
  }
  return { deaths, unique };
}

/** The text that was read last. */
export class OpenBook {
  #id = -1;
  #words: readonly string[] = [];

  /** Reads a text, and finds the words of its beginning in the order of all. */
  async read(
    { source, id }: Tasks["book"]["ask"],
    signal: AbortSignal,
    tell: (share: number) => void,
  ): Promise<Book> {
    const { words, ...book } = await read(source, signal, tell);
    this.#id = id;
    this.#words = words;
    return book;
  }

  find({ id, text }: Tasks["find"]["ask"]): number | null {
    // Cut as the text was: “Queequeg’s” is looked up as “queequeg”.
    return id === this.#id ? this.#words.indexOf(cutterFor(text).cut(text).words[0] ?? "") : null;
  }

  name({ id, word }: Tasks["name"]["ask"]): string | null {
    return id === this.#id ? this.#words[word] : null;
  }
}

async function read(
  source: Source,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Book & { words: readonly string[] }> {
  const { tokens, words, counts, segmented } = await counted(source, signal, tell);
  const beginning = await beginningOf(source);
  const { tokens: ids, words: cut } = cutterFor(beginning).cut(beginning);
  const index = new Map(words.map((word, i) => [word, i]));
  const pieces = placed(
    beginning,
    Array.from(ids, (id) => cut[id]),
  ).map(({ text, word }) => [text, word === undefined ? -1 : (index.get(word) ?? -1)] as const);
  return { tokens, words, counts, segmented, pieces };
}

/** The first characters of a text, up to the end of a word. */
async function beginningOf(source: Source): Promise<string> {
  let text = "";
  for await (const piece of textOf(source, () => {})) {
    text += piece;
    if (text.length > 2 * OPENING) break;
  }
  const tidy = text.replaceAll(/\s+/g, " ").trim();
  if (tidy.length <= OPENING) return tidy;
  const gap = tidy.lastIndexOf(" ", OPENING);
  return `${tidy.slice(0, gap > 0 ? gap : OPENING)} …`;
}

/** Generations by which a word of each count is forgotten with probability q. */
export function quantiles({ counts, samples, q }: Tasks["quantiles"]["ask"]): number[] {
  return counts.map((count) => theory.forgetting.wrightFisherQuantile({ count, samples, q }));
}
