// What the library asks of its numeric core. Two implementations give the same bits: src/wasm (the AssemblyScript
// kernels) and src/reference (their TypeScript twin).
import type { Stream } from "../reference/random/stream.ts";
import type { Key } from "../seed.ts";

export interface Kernels {
  readonly backend: "wasm" | "typescript";
  fillUniform(stream: Stream, out: Float64Array): void;
  fillIntegers(stream: Stream, low: number, range: number, out: Float64Array): void;
  fillNormal(stream: Stream, out: Float64Array): void;
  fillGamma(stream: Stream, shape: number, out: Float64Array): void;
  fillPoisson(stream: Stream, mean: number, out: Float64Array): void;
  fillBinomial(stream: Stream, n: number, p: number, q: number, out: Float64Array): void;
  multinomial(stream: Stream, n: number, weights: Float64Array, counts: Float64Array): void;
  /** Makes ready to run trajectories of a model. Any number of chains may be under way. */
  chain(plan: ChainPlan, seed: Key): Chain;
  /** Makes running means and squared deviations of `width` numbers. */
  moments(width: number): Moments;
}

/** What a chain needs to know of its model. */
export type ChainPlan = ScalarPlan | MixturePlan | CategoricalPlan | NgramPlan;

interface CommonPlan {
  /** Samples a generation, n. */
  readonly samples: number;
  /** Draw every sample one by one, instead of the sufficient statistic. */
  readonly bySamples: boolean;
}

/** A model that carries a few numbers from a generation to the next. */
export interface ScalarPlan extends CommonPlan {
  readonly kind: "bernoulli" | "poisson" | "gaussian";
  /** What a trajectory carries at generation 0; for the meaning, see the kernel. */
  readonly values: readonly [number, number, number];
  /** What the estimator divides the sum of squares by (gaussian). */
  readonly divisor: number;
  /** Bit i: write observable i of the model. */
  readonly mask: number;
}

export interface MixturePlan extends CommonPlan {
  readonly kind: "mixture";
  /** Mean and standard deviation at generation 0, and a zero. */
  readonly values: readonly [number, number, number];
  readonly estimator: "ml" | "approximate-ml" | "notebook";
  /** kappa of approximate-ml; where the notebook's search starts, always the mean at generation 0. */
  readonly parameter: number;
  /** Bit i: write observable i of the model. */
  readonly mask: number;
}

export interface CategoricalPlan extends CommonPlan {
  readonly kind: "categorical";
  /** Weights of the symbols at generation 0, not all zero. */
  readonly weights: Float64Array;
  readonly byPoisson: boolean;
  /** Draw multinomial counts by binomial splitting, however many symbols live. */
  readonly splitting: boolean;
  /** Bit i: write observable i at the recorded generations … */
  readonly mask: number;
  /** … and, if its bit is set here too, at all the others. */
  readonly watched: number;
}

/** A text that is generation 0 of an n-gram model. */
export interface NgramPlan extends CommonPlan {
  readonly kind: "ngram";
  /** The text: numbers below `vocabulary`. */
  readonly tokens: Uint32Array;
  /** Where its pieces end, rising: each the position after a last token. */
  readonly ends: Uint32Array;
  readonly vocabulary: number;
  /** The types that token t counts as are typeList[typeStarts[t]], …, typeList[typeStarts[t + 1] - 1]. */
  readonly typeStarts: Uint32Array;
  readonly typeList: Uint32Array;
  /** How many types there are. */
  readonly types: number;
  /** n: a token depends on the n - 1 before it. */
  readonly order: number;
  /** Length of the sequences that are looked for in the original text. */
  readonly span: number;
  /** Generate documents, instead of one stream. */
  readonly documents: boolean;
  /** As in CategoricalPlan. */
  readonly mask: number;
  readonly watched: number;
}

export interface Chain {
  /** How many trajectories it can run side by side. */
  readonly width: number;
  /** How many generations it can advance in one call. */
  readonly reach: number;
  /** The observables of `mask` at generation 0, where the chain works them out itself. */
  readonly initial?: readonly number[];
  /** Puts trajectories first, …, first + count - 1 at generation 0; count is at most `width`. */
  start(first: number, count: number): void;
  /**
   * Takes them `generations` further; `recorded[g]` is 1 where generation g of these is recorded. Returns rows
   * [trajectory][observable][generation], valid until any chain is called or made.
   */
  advance(generations: number, recorded: Uint8Array): Float64Array;
  /**
   * Whether none of them can change any more, whatever is drawn: from here on every row is the same. Left out where
   * that does not happen.
   */
  absorbed?(): boolean;
  /** Categorical: how many symbols are left in the trajectory. */
  living?(): number;
  /** Categorical: writes how often each symbol occurs in the generation reached (its weight, in generation 0). */
  counts?(out: Float64Array): void;
  /** Categorical: the generation in which each symbol died, 0 while it lives. Valid until any chain is called or made. */
  died(): Uint32Array;
  /** n-gram: the text of the generation reached. Valid until any chain is called or made. */
  text?(): Uint32Array;
  /** Gives back what memory it has, where that is not left to the garbage collector. It must not be used any more. */
  free?(): void;
}

/** Running mean and sum of squared deviations of each column, over rows taken in the order they are added. */
export interface Moments {
  add(row: Float64Array): void;
  mean(): Float64Array;
  squares(): Float64Array;
  /** As in Chain. */
  free?(): void;
}

/**
 * How many trajectories of few numbers are run side by side: one where a generation draws many samples, so that a
 * call stays short.
 */
export function widthOf({ kind, bySamples, samples }: ScalarPlan | MixturePlan): number {
  return bySamples && !(kind === "mixture" && samples <= 256) ? 1 : 32;
}

/** Whether a trajectory that carries this value, the first of its plan's, keeps it for ever. */
export function isAbsorbing({ kind }: ScalarPlan | MixturePlan, value: number): boolean {
  if (kind === "bernoulli") return value === 0 || value === 1;
  return kind === "poisson" && value === 0;
}

/** The most symbols that are left of a categorical model when it can change no more: a last one is never lost. */
export const absorbingSize = ({ byPoisson }: CategoricalPlan): number => (byPoisson ? 0 : 1);

export function popcount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) ++count;
  return count;
}
