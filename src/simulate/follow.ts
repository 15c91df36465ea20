import * as v from "valibot";
import { kernels } from "../backend.ts";
import { invalid } from "../check/errors.ts";
import { integer, parse } from "../check/schema.ts";
import { chainOf } from "../generations/chain.ts";
import type { CategoricalModel } from "../models/categorical.ts";
import { checkModel, isBuiltIn } from "../models/index.ts";
import { definitionOf } from "../models/model.ts";
import { plural } from "../plural.ts";
import { checkArray, checkInteger } from "../random/check.ts";
import { isSeed, SEED_ALLOWED, seedKey } from "../seed.ts";

export interface FollowOptions {
  /** The seed of the run: an integer from 0 to 2^53-1, or a string. */
  seed: number | string;
  /** Which trajectory of it: an integer from 0 to 2^53-1 (default 0). */
  trajectory?: number;
}

const schema = v.strictObject({
  seed: v.custom<number | string>(isSeed, SEED_ALLOWED),
  trajectory: v.optional(integer(0), 0),
});

/** One trajectory of a categorical model, under way. */
export interface Follower {
  /** The generation reached. */
  readonly generation: number;
  /** How many symbols are left. */
  readonly unique: number;
  /**
   * How often each symbol occurs in the generation reached, 0 where it is forgotten; in generation 0, and where an
   * estimator other than `"ml"` is asked for, its weight in the model.
   * Fills `out`, as long as the symbols are many, or a new array.
   */
  counts(out?: Float64Array): Float64Array;
  /** Goes on by so many generations: an integer from 1 to 1,000,000 (default 1). */
  advance(generations?: number): void;
}

/**
 * Follows one trajectory of a categorical model generation by generation: the same counts that `simulate()` goes
 * through with this seed, and that no summary of many trajectories can show.
 *
 * @throws {InputError} for another model, or an option that is missing, unknown or out of range
 *
 * @example
 * const life = follow(categorical({ counts: [90, 9, 1] }), { seed: 42 });
 * life.advance(10);
 * life.counts();   // Float64Array of three numbers that sum to 100
 */
export function follow(model: CategoricalModel, options: FollowOptions): Follower {
  const checked = checkModel(model);
  if (!isBuiltIn(checked) || checked.name !== "categorical")
    throw invalid("model.name", checked.name, "categorical");
  const { seed, trajectory } = parse(schema, options);
  const plan = definitionOf(checked).plan(checked, 0, 0);
  const chain = chainOf(plan, seedKey(seed), kernels());
  const size = chain.died().length;
  const unrecorded = new Uint8Array(chain.reach);
  chain.start(trajectory, 1);
  let generation = 0;
  return {
    get generation() {
      return generation;
    },
    get unique() {
      return chain.living?.() ?? 0;
    },
    counts(out = new Float64Array(size)) {
      if (checkArray("out", out).length !== size) {
        throw invalid("out", out, `a Float64Array of ${size} ${plural(size, "number")}`);
      }
      chain.counts?.(out);
      return out;
    },
    advance(generations = 1) {
      checkInteger("generations", generations, 1, 1_000_000, "an integer from 1 to 1000000");
      for (let left = generations; left > 0; left -= chain.reach) {
        chain.advance(Math.min(left, chain.reach), unrecorded);
      }
      generation += generations;
    },
  };
}
