import { ngram, ngramText } from "lethe";
import type { Page } from "./bench-data.ts";
import type { Tasks } from "./protocol.ts";
import { type Ordered, ordered } from "./text.ts";

/** Words of a text that the n-gram model is given: ten thousand pages of a book, and some 100 MB of memory. */
const MOST = 1_000_000;
/** Words that are handed over to be read. */
const LENGTH = 400;
const RARE = 5;

/** Writes texts with an n-gram model of a text. The last text stays open. */
export class Reader {
  #open: { id: number; text: Ordered; often: Uint32Array } | undefined;

  async read(
    { source, id, order, generation, seed }: Tasks["read"]["ask"],
    signal: AbortSignal,
    tell: (share: number) => void,
  ): Promise<Page> {
    if (this.#open?.id !== id) {
      const text = await ordered(source, MOST, signal, tell);
      const often = new Uint32Array(text.words.length);
      for (const token of text.tokens) often[token] += 1;
      this.#open = { id, text, often };
    }
    const { text, often } = this.#open;
    const { tokens, words, segmented, cut } = text;
    // By numbers, and the words put in here: a text of a million words has few different ones.
    const written = ngramText(ngram({ tokens, order: Math.min(order, tokens.length) }), {
      seed,
      generation,
    }).map(Number);
    const page = written.slice(0, LENGTH);
    return {
      words: page.map((token) => words[token]),
      rare: page.map((token) => often[token] <= RARE),
      unique: new Set(written).size,
      types: words.length,
      tokens: tokens.length,
      segmented,
      cut,
    };
  }
}
