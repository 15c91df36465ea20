// All that is observed of a text, and of the model fitted to it.
import type { NgramPlan } from "../../../kernels/plans.ts";
import type { Contexts } from "./fit.ts";
import { markTypes, nextToken } from "./observe.ts";
import { Spans } from "./spans.ts";
import type { Model, Text } from "./state.ts";

const UNIQUE = 1;
const SHARED = 2;
const ENTROPY = 4;
const TOP1 = 8;
const CONTEXTS = 16;
const NOVELTY = 32;

/** The observables that read the model, which has to be fitted by then. */
export const OF_MODEL = ENTROPY | TOP1 | CONTEXTS;

export class Observer {
  readonly #plan: NgramPlan;
  readonly #tally: Uint32Array;
  readonly #seen: Uint8Array;
  readonly #known: Uint8Array;
  readonly #spans: Spans | undefined;

  /** `spans` is how many entries the table of the original's spans has. */
  constructor(plan: NgramPlan, original: Text, spans: number) {
    this.#plan = plan;
    this.#tally = new Uint32Array(plan.vocabulary + 1);
    this.#seen = new Uint8Array(plan.types);
    this.#known = new Uint8Array(plan.types);
    if (plan.mask & NOVELTY) this.#spans = new Spans(original, plan.span, spans);
    markTypes(plan, original, this.#known, this.#tally);
  }

  /** Writes the observables in `wanted`, each at its place among those in `mask`. */
  write(
    text: Text,
    model: Model,
    contexts: Contexts,
    wanted: number,
    rows: Float64Array,
    out: number,
    stride: number,
  ): void {
    const { mask } = this.#plan;
    const values = [0, 0, 0, 0, 0, 0];
    if (wanted & (UNIQUE | SHARED)) {
      markTypes(this.#plan, text, this.#seen, this.#tally);
      for (let type = 0; type < this.#seen.length; ++type) {
        values[0] += this.#seen[type];
        values[1] += this.#seen[type] & this.#known[type];
      }
    }
    if (wanted & (ENTROPY | TOP1)) {
      const { entropy, top1 } = nextToken(model, contexts, this.#tally);
      values[2] = entropy;
      values[3] = top1;
    }
    values[4] = contexts.distinct;
    if (wanted & NOVELTY && this.#spans) values[5] = this.#spans.novelty(text);
    for (let i = 0; i < values.length; ++i) {
      const bit = 1 << i;
      if (wanted & bit) rows[out] = values[i];
      if (mask & bit) out += stride;
    }
  }
}
