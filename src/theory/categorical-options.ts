import { invalid } from "../errors.ts";
import { checkGeneration, checkSamples, integer, known, list } from "./check.ts";
import { groupSymbols, type Symbols } from "./symbols.ts";

/** A categorical model refitted by its empirical frequencies. */
export interface CategoricalOptions {
  /** Counts, probabilities or any finite numbers, 0 or more, proportional to them; not all 0. */
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

const NAMES = ["weights", "multiplicities", "samples", "generation", "generations"];

/** Checks all options and groups the symbols. Internal. */
export function checkCategorical(options: AtGeneration | AtGenerations): Symbols {
  known(options, NAMES);
  if ("generations" in options) {
    if ("generation" in options)
      throw invalid("generation", options.generation, "left out beside generations");
    list("generations", options.generations, "a list of integers from 0 to 2^53-1");
    for (let i = 0; i < options.generations.length; i++) {
      integer(`generations[${i}]`, options.generations[i], 0);
    }
  } else {
    checkGeneration(options.generation);
  }
  checkSamples(options.samples);
  return groupSymbols("weights", options.weights, options.multiplicities);
}
