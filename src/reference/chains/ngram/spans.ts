// Twin of assembly/chains/ngram/spans.ts.
import { finish, power, push, roll, same } from "./hash.ts";
import type { Text } from "./state.ts";

/** The different sequences of `length` tokens that occur in the pieces of a text. */
export class Spans {
  readonly #length: number;
  readonly #original: Text;
  readonly #tags: Uint32Array;
  /** The position after an occurrence, and 0 for an empty entry. */
  readonly #found: Uint32Array;

  constructor(original: Text, length: number, table: number) {
    this.#length = length;
    this.#original = original;
    this.#tags = new Uint32Array(table);
    this.#found = new Uint32Array(table);
    each(original, length, (hash, position) => {
      const i = this.#find(original.tokens, hash, position);
      this.#tags[i] = hash;
      this.#found[i] = position;
    });
  }

  /** The share of such sequences in another text that are not among them, 0 when it has none. */
  novelty(text: Text): number {
    let fresh = 0;
    let all = 0;
    each(text, this.#length, (hash, position) => {
      ++all;
      if (this.#found[this.#find(text.tokens, hash, position)] === 0) ++fresh;
    });
    return all === 0 ? 0 : fresh / all;
  }

  /** The entry of the sequence before `position`, or the empty one where it belongs. */
  #find(tokens: Uint32Array, hash: number, position: number): number {
    const mask = this.#found.length - 1;
    for (let i = hash & mask; ; i = (i + 1) & mask) {
      const at = this.#found[i];
      if (at === 0) return i;
      if (this.#tags[i] !== hash) continue;
      if (same(this.#original.tokens, at, tokens, position, this.#length)) return i;
    }
  }
}

/** Visits every sequence of `length` tokens in the pieces of a text: its hash, the position after it. */
function each(
  { tokens, ends, pieces }: Text,
  length: number,
  visit: (hash: number, position: number) => void,
) {
  const high = power(length);
  for (let piece = 0, begin = 0; piece < pieces; begin = ends[piece++]) {
    const end = ends[piece];
    if (end - begin < length) continue;
    let hash = 0;
    for (let i = begin; i < begin + length; ++i) hash = push(hash, tokens[i]);
    for (let position = begin + length; ; ++position) {
      visit(finish(hash), position);
      if (position === end) break;
      hash = roll(hash, tokens[position], tokens[position - length], high);
    }
  }
}
