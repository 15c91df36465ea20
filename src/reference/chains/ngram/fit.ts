// Twin of assembly/chains/ngram/fit.ts.
import { finish, power, push, roll, same } from "./hash.ts";
import { COUNT, type Model, POSITION, SLOT, START, type Text, TOKEN } from "./state.ts";

/** What a fit needs room for, and the contexts it leaves: context i has slots start[i], …, start[i] + count[i] - 1. */
export class Contexts {
  /** The position after the first occurrence of each context; later, the next slot to fill. */
  readonly cursor: Uint32Array;
  readonly count: Uint32Array;
  readonly start: Uint32Array;
  /** Contexts met, those without a successor among them. */
  size = 0;
  /** Contexts with a successor. */
  distinct = 0;
  readonly #length: number;
  readonly #ids: Uint32Array;
  readonly #tags: Uint32Array;
  readonly #found: Uint32Array;

  constructor(length: number, slots: number, table: number) {
    this.#length = length;
    this.cursor = new Uint32Array(slots);
    this.count = new Uint32Array(slots);
    this.start = new Uint32Array(slots);
    this.#ids = new Uint32Array(slots);
    this.#tags = new Uint32Array(table);
    this.#found = new Uint32Array(table);
  }

  /** Fits a model to a text. With `closed`, the end of a piece is a token too: number `end`. */
  fit(text: Text, model: Model, closed: boolean, end: number): void {
    this.#name(text, closed);
    let total = 0;
    this.distinct = 0;
    for (let i = 0; i < this.size; ++i) {
      this.start[i] = total;
      this.cursor[i] = total;
      total += this.count[i];
      if (this.count[i] > 0) ++this.distinct;
    }
    this.#fill(text, model.slots, closed, end);
    model.size = total;
  }

  /** Numbers the contexts of the text in the order in which they are met. */
  #name({ tokens, ends, pieces }: Text, closed: boolean): void {
    const length = this.#length;
    const high = power(length);
    this.#found.fill(0);
    this.size = 0;
    for (let piece = 0, begin = 0, at = 0; piece < pieces; begin = ends[piece++]) {
      const end = ends[piece];
      if (end - begin < length) continue;
      let hash = 0;
      for (let i = begin; i < begin + length; ++i) hash = push(hash, tokens[i]);
      for (let position = begin + length; ; ++position) {
        const id = this.#find(tokens, finish(hash), position);
        this.#ids[at++] = id;
        if (position < end || closed) this.count[id] += 1;
        if (position === end) break;
        hash = roll(hash, tokens[position], tokens[position - length], high);
      }
    }
  }

  #find(tokens: Uint32Array, tag: number, position: number): number {
    const mask = this.#found.length - 1;
    for (let i = tag & mask; ; i = (i + 1) & mask) {
      const known = this.#found[i];
      if (known === 0) {
        const id = this.size++;
        this.#tags[i] = tag;
        this.#found[i] = id + 1;
        this.cursor[id] = position;
        this.count[id] = 0;
        return id;
      }
      if (this.#tags[i] !== tag) continue;
      if (same(tokens, this.cursor[known - 1], tokens, position, this.#length)) return known - 1;
    }
  }

  /** Puts every occurrence into its slot. */
  #fill({ tokens, ends, pieces }: Text, slots: Uint32Array, closed: boolean, last: number): void {
    for (let piece = 0, begin = 0, at = 0; piece < pieces; begin = ends[piece++]) {
      const end = ends[piece];
      if (end - begin < this.#length) continue;
      for (let position = begin + this.#length; position <= end; ++position) {
        const id = this.#ids[at++];
        if (position === end && !closed) break;
        const slot = SLOT * this.cursor[id]++;
        const next = this.#ids[at];
        slots[slot + TOKEN] = position < end ? tokens[position] : last;
        slots[slot + START] = position < end ? this.start[next] : 0;
        slots[slot + COUNT] = position < end ? this.count[next] : 0;
        slots[slot + POSITION] = position;
      }
    }
  }
}
