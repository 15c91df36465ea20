export type Estimator = "unbiased" | "ml";

/** How long the words of a text live. */
export interface Lifetimes {
  /** For each word the first generation without it; 0 where it outlives the run. */
  readonly deaths: Uint32Array;
  /** Different words left, from generation 0 on. */
  readonly unique: Float64Array;
}

/** A text of the reader's: how often its words are written, most frequent first, and how it begins. */
export interface Book {
  readonly tokens: number;
  readonly counts: Float64Array;
  /** Cut into words by a dictionary, as it is written without spaces. */
  readonly segmented: boolean;
  /** How it begins, as printed: stretches of it, with the place of the word among the counts, or -1 between words. */
  readonly pieces: readonly (readonly [text: string, index: number])[];
}

/** A bell curve refitted to samples of itself, over and over. Arrays run over generations, from 0 on. */
export interface Bells {
  readonly mean: Float64Array;
  readonly std: Float64Array;
  /** The samples that each fit from generation 1 on was made of, one generation after the other. */
  readonly drawn: Float64Array;
}

/** Balls drawn from urns, each of which is filled with copies of what was drawn from the one before. */
export interface Urn {
  /** The colours of the balls of each generation, from 0 on, in the order in which they were drawn. */
  readonly colours: readonly (readonly number[])[];
  /** For each generation from 1 on, the places in the urn before that its balls are copies of. */
  readonly places: readonly (readonly number[])[];
  /** The expected number of colours left at each generation from 0 on, by the exact law. */
  readonly expected: Float64Array;
}

/** Runs from which it is told how long bell curves last. */
export const TRAJECTORIES = 400;

/** How long bell curves of so many samples take to collapse. */
export interface Collapse {
  readonly samples: number;
  /** The median by the exact law. */
  readonly median: number;
  /** The median of the simulated runs, and its 95 % interval. */
  readonly simulated: number | null;
  readonly interval: readonly [number | null, number | null];
  /** Simulated share that has not collapsed yet, over `generations`. */
  readonly generations: readonly number[];
  readonly survival: Float64Array;
}

/** The words left of a text under three regimes: a run of each, and the laws. */
export interface Rescue {
  /** From generation 0 on. */
  readonly replace: Float64Array;
  readonly accumulate: Float64Array;
  readonly fresh: Float64Array;
}
