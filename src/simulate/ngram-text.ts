import * as v from "valibot";
import { kernels } from "../backend.ts";
import { invalid } from "../check/errors.ts";
import { integer, parse } from "../check/schema.ts";
import { checkModel, isBuiltIn } from "../models/index.ts";
import { definitionOf } from "../models/model.ts";
import type { NgramModel } from "../models/ngram/model.ts";
import { isSeed, SEED_ALLOWED, seedKey } from "../seed.ts";

export interface NgramTextOptions {
  /** The seed of the run: an integer from 0 to 2^53-1, or a string. */
  seed: number | string;
  /** Which trajectory of it: an integer from 0 to 2^53-1 (default 0). */
  trajectory?: number;
  /** Which generation: an integer from 0, the text itself, to 1,000,000 (default 1). */
  generation?: number;
  /** How many tokens from the beginning of the text: an integer from 1 to 2^53-1 (default: all). */
  length?: number;
}

const schema = v.strictObject({
  seed: v.custom<number | string>(isSeed, SEED_ALLOWED),
  trajectory: v.optional(integer(0), 0),
  generation: v.optional(integer(0, 1_000_000), 1),
  length: v.optional(integer(1), Number.MAX_SAFE_INTEGER),
});

/**
 * Reads the text that an n-gram model generates: the tokens of one generation of one trajectory, the same that
 * `simulate()` went through with this seed. All generations before it are generated again. Numbers are shown as
 * such where the model has no words for them.
 *
 * @throws {InputError} for another model, or an option that is missing, unknown or out of range
 *
 * @example
 * ngramText(model, { seed: 42, generation: 10, length: 100 }).join(" ");
 */
export function ngramText(model: NgramModel, options: NgramTextOptions): string[] {
  const checked = checkModel(model);
  if (!isBuiltIn(checked) || checked.name !== "ngram") throw invalid("model.name", checked.name, "ngram");
  const { seed, trajectory, generation, length } = parse(schema, options);
  const { tokens, words } = checked;
  const show = (token: number) => words?.[token] ?? String(token);
  if (generation === 0) return Array.from(tokens.subarray(0, length), show);
  const chain = kernels().chain(definitionOf(checked).plan(checked, 0, 0), seedKey(seed));
  const unrecorded = new Uint8Array(chain.reach);
  chain.start(trajectory, 1);
  for (let left = generation; left > 0; left -= chain.reach) {
    chain.advance(Math.min(left, chain.reach), unrecorded);
  }
  const text = Array.from(chain.text?.().subarray(0, length) ?? [], show);
  chain.free?.();
  return text;
}
