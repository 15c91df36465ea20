// Twin of assembly/chains/ngram.ts.
import type { Chain } from "../../kernels/chain.ts";
import { roomFor } from "../../kernels/ngram-room.ts";
import type { NgramPlan } from "../../kernels/plans.ts";
import { popcount, REACH } from "../../kernels/rows.ts";
import { Stream } from "../../kernels/stream.ts";
import { integerKey, type Key } from "../../seed.ts";
import { documents } from "./ngram/documents.ts";
import { Contexts } from "./ngram/fit.ts";
import { Observer, OF_MODEL } from "./ngram/observer.ts";
import { emptyText, type Model, SLOT, type Text } from "./ngram/state.ts";
import { walk } from "./ngram/walk.ts";

/** One trajectory. */
class Ngram {
  readonly plan: NgramPlan;
  /** The text of the generation reached. */
  text: Text;
  readonly #original: Text;
  readonly #spare: [Text, Text];
  readonly #first: Model;
  readonly #later: Model;
  readonly #contexts: Contexts;
  readonly #observer: Observer;
  #model: Model;
  /** Whether the model is that of the text. */
  #fitted = true;

  constructor(plan: NgramPlan) {
    this.plan = plan;
    const { tokens, ends, order } = plan;
    const room = roomFor(plan);
    this.#original = { tokens, ends, length: tokens.length, pieces: ends.length };
    this.#spare = [emptyText(room.tokens, room.pieces), emptyText(room.tokens, room.pieces)];
    this.#first = { slots: new Uint32Array(SLOT * room.slots), size: 0 };
    this.#later = { slots: new Uint32Array(SLOT * room.slots), size: 0 };
    this.#contexts = new Contexts(order - 1, room.slots, room.table);
    this.#observer = new Observer(plan, this.#original, room.spans);
    this.text = this.#original;
    this.#model = this.#first;
    this.#fit();
  }

  start(): void {
    this.text = this.#original;
    this.#model = this.#first;
    this.#fitted = true;
  }

  step(stream: Stream): void {
    const { plan, text } = this;
    if (!this.#fitted) this.#fit();
    const [a, b] = this.#spare;
    this.text = text === a ? b : a;
    (plan.documents ? documents : walk)(plan, text, this.#model, this.text, stream);
    this.#model = this.#later;
    this.#fitted = false;
  }

  #fit(): void {
    const { order, vocabulary, documents } = this.plan;
    // Without a context a sentence has no end to be drawn: it is marked by what is put around it.
    this.#contexts.fit(this.text, this.#model, documents && order > 1, vocabulary);
    this.#fitted = true;
  }

  /** Writes the observables in `wanted`, each at its place among those in `mask`. */
  observe(wanted: number, rows: Float64Array, out: number, stride: number): void {
    if (wanted & OF_MODEL && !this.#fitted) this.#fit();
    this.#observer.write(this.text, this.#model, this.#contexts, wanted, rows, out, stride);
  }
}

export function ngramChain(plan: NgramPlan, seed: Key): Chain {
  const { mask, watched } = plan;
  const observables = popcount(mask);
  const rows = new Float64Array(observables * REACH);
  const ngram = new Ngram(plan);
  ngram.observe(mask, rows, 0, 1);
  const initial = [...rows.subarray(0, observables)];
  let stream: Stream;
  return {
    width: 1,
    reach: REACH,
    initial,
    start(first) {
      stream = new Stream(seed, integerKey(first));
      ngram.start();
    },
    advance(generations, recorded) {
      for (let g = 0; g < generations; ++g) {
        ngram.step(stream);
        ngram.observe(recorded[g] ? mask : watched, rows, g, generations);
      }
      return rows.subarray(0, observables * generations);
    },
    died: () => new Uint32Array(0),
    text: () => ngram.text.tokens.subarray(0, ngram.text.length),
  };
}
