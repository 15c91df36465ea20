/**
 * The `Generator` alone, and its laws one by one: the same numbers as in `lethe`, and a few kilobytes.
 * @module lethe/random
 */
import { laws } from "./laws.ts";
import { lazyFills } from "./lazy.ts";
import { type GeneratorClass, type GeneratorWith, generators, type Laws } from "./with.ts";

export { InputError } from "../check/errors.ts";
export type { ChoiceOptions } from "./choice-options.ts";
export type { Reals, Wholes } from "./fill.ts";
export { init } from "./lazy.ts";
export { choice, permutation, shuffle } from "./lists.ts";
export { beta, boxMuller, dirichlet, exponential, gamma, normal, uniform } from "./reals.ts";
export type { GeneratorState } from "./source.ts";
export { hypergeometric, multinomial, multivariateHypergeometric } from "./urns.ts";
export {
  binomial,
  geometric,
  integers,
  negativeBinomial,
  poisson,
  uint32,
  zipf,
} from "./wholes.ts";
export type { GeneratorClass, GeneratorWith, Laws };

/** The `Generator` of `lethe`, with the same numbers, and none of the rest. */
export const Generator: GeneratorClass<Generator> = /* @__PURE__ */ generators(laws, lazyFills);
export interface Generator extends GeneratorWith<typeof laws> {}

/**
 * The `Generator` with some of its laws, so that a bundler can leave out the others.
 *
 * @example
 * const Generator = generatorWith({ normal, poisson });
 * const rng = new Generator(42);
 * rng.normal();                        // as of any other Generator(42)
 * @throws {InputError} for what is no law
 */
export const generatorWith = <L extends Laws>(laws: L): GeneratorClass<GeneratorWith<L>> =>
  generators(laws, lazyFills);
