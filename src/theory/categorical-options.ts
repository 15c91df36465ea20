import { invalid } from "../check/errors.ts";
import { checkGeneration, checkGenerations, checkSamples, readOptions } from "./check.ts";
import { groupSymbols, type Symbols } from "./symbols.ts";

/** A categorical model refitted by its empirical frequencies. */
export interface CategoricalOptions {
  /** Counts, probabilities or any finite numbers, 0 or more, proportional to them; not all 0; at most 50,000,000. */
  weights: ArrayLike<number>;
  /** How many symbols share each weight, integers from 0 to 2^53-1; one each when left out. */
  multiplicities?: ArrayLike<number>;
  /** Samples drawn in each generation: an integer from 1 to 2^53-1. */
  samples: number;
}

/** One number of refits since the original model: an integer from 0 to 2^53-1. */
export type AtGeneration = CategoricalOptions & { generation: number };
/** Several of them, in any order. */
export type AtGenerations = CategoricalOptions & { generations: ArrayLike<number> };

/** A model, checked, its symbols grouped. Internal, as is what follows. */
export interface Categorical {
  readonly symbols: Symbols;
  readonly samples: number;
}

/** A model and when it is asked about; `several` tells whether the answer is to be a list. */
export interface Asked extends Categorical {
  readonly generations: number[];
  readonly several: boolean;
}

const NAMES = ["weights", "multiplicities", "samples"];

/** Checks a model, and that there is nothing beside it but options of the other names, which are `read`. */
export function checkCategorical<T extends CategoricalOptions>(
  options: T,
  others: readonly string[] = [],
): Categorical & { readonly read: T } {
  const read = readOptions(options, [...NAMES, ...others]);
  const { weights, multiplicities, samples } = read;
  checkSamples(samples);
  return { symbols: groupSymbols("weights", weights, multiplicities), samples, read };
}

/** Checks a model and the one or several generations at which it is asked about. */
export function checkAsked<T extends AtGeneration | AtGenerations>(
  options: T,
  others: readonly string[] = [],
): Asked & { readonly read: T } {
  const { symbols, samples, read } = checkCategorical(options, ["generation", "generations", ...others]);
  if (!("generations" in read)) {
    checkGeneration(read.generation);
    return { symbols, samples, generations: [read.generation], several: false, read };
  }
  if ("generation" in read) throw invalid("generation", read.generation, "not together with generations");
  return { symbols, samples, generations: checkGenerations(read.generations), several: true, read };
}
