import type { Spec } from "../models.ts";

export type Estimator = "unbiased" | "ml";

/** A simulation as far as it has come. Arrays run over `generations`. */
export interface Simulated {
  readonly generations: readonly number[];
  /** The observable in the first trajectories, each alone. */
  readonly lines: readonly Float64Array[];
  /** Of each of these the first generation at which the event did not hold; NaN where it held to the end. */
  readonly deaths: Float64Array;
  readonly mean: Float64Array;
  /** The observable below which a tenth, a half and nine tenths of all trajectories are. */
  readonly low: Float64Array;
  readonly middle: Float64Array;
  readonly high: Float64Array;
  readonly probability: Float64Array;
  readonly standardError: Float64Array;
  /** The ends of the 95 % interval of the probability. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** What theory says of the survival; undefined while it is still being worked out. */
  readonly survivalTheory?: readonly Theory[];
  /** What it says of the mean of the observable. */
  readonly meanTheory?: readonly Theory[];
  /** Trajectories behind the mean and the survival. */
  readonly trajectories: number;
  /** The first generation by which the event has failed in half of all trajectories, if any. */
  readonly median: number | null;
  readonly version: string;
  readonly backend: string;
}

export interface Theory {
  readonly name: string;
  readonly side: "upper" | "lower" | "exact" | "approximation";
  readonly values: Float64Array;
}

/** A text to be forgotten. */
export type Source =
  | { readonly kind: "url"; readonly url: string; readonly name: string }
  | { readonly kind: "file"; readonly file: Blob; readonly name: string }
  | { readonly kind: "text"; readonly text: string; readonly name: string };

/** A text that was read. */
export interface Corpus {
  readonly tokens: number;
  readonly types: number;
  /** Cut into words by a dictionary, as it is written without spaces. */
  readonly segmented: boolean;
  /** Characters U+FFFD, as which what is no text in its encoding is read. */
  readonly replaced: number;
  /** Words to be shown: over all frequencies, most frequent first. */
  readonly shown: readonly { readonly word: string; readonly count: number; readonly index: number }[];
}

/** The vocabulary of a text by theory. Arrays run over `generations`. */
export interface VocabularyTheory {
  readonly generations: readonly number[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How far a text has been forgotten. */
export interface Step {
  readonly generation: number;
  /** Different words left, at every generation since the last report. */
  readonly unique: Float64Array;
  /** How often the shown words occur now. */
  readonly counts: Float64Array;
}

/** A word and what becomes of it. */
export interface Fate {
  readonly word: string;
  /** The words that were asked for, cut as the text was: `word` is the first of them. */
  readonly parts: readonly string[];
  readonly count: number;
  readonly now: number;
  readonly generation: number;
  readonly samples: number;
  /** Chance that it is still there, by generation. */
  readonly survival: readonly { readonly generation: number; readonly probability: number }[];
  /** Generations by which it is gone with probability 0.1, 0.5 and 0.9; Infinity where it never comes so far. */
  readonly quantiles: readonly [number, number, number];
  /** Mean number of generations until it is gone, given that it goes. */
  readonly expected: number | undefined;
  /** Chance that it ever goes. */
  readonly lossProbability: number;
}

/** A text as the n-gram model writes it. */
export interface Page {
  readonly words: readonly string[];
  /** Whether the word is rare in the original: it occurs five times at most. */
  readonly rare: readonly boolean[];
  /** Different words in all of the text that was generated, and in the original. */
  readonly unique: number;
  readonly types: number;
  readonly tokens: number;
  /** Written without spaces. */
  readonly segmented: boolean;
  /** The text was longer: only so many words of its beginning were taken. */
  readonly cut: boolean;
}

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

/** What can be asked, what with, and what comes back: last and, where it takes a while, before. */
export interface Tasks {
  simulate: { ask: Spec; answer: Simulated; progress: Simulated | number };
  open: { ask: Source; answer: Corpus; progress: number };
  start: { ask: { seed: number | string; generations: number }; answer: VocabularyTheory; progress: never };
  advance: { ask: { to: number }; answer: Step; progress: never };
  fate: { ask: { word: string }; answer: Fate; progress: never };
  table: {
    ask: null;
    answer: { words: readonly string[]; counts: Float64Array; now: Float64Array };
    progress: never;
  };
  lifetimes: {
    ask: { counts: Float64Array; samples: number; seed: number | string; generations: number };
    answer: Lifetimes;
    progress: never;
  };
  /** Reads a text. Its words stay in the worker, under a number that the page chooses: there may be very many. */
  book: { ask: { source: Source; id: number }; answer: Book; progress: number };
  /** The place of a word among the counts, -1 where it is not in the text; null where another text has been read since. */
  find: { ask: { id: number; text: string }; answer: number | null; progress: never };
  /** The word at a place; null as above. */
  name: { ask: { id: number; word: number }; answer: string | null; progress: never };
  /** Generations by which a word of each count is forgotten with probability `q`, by the exact law. */
  quantiles: {
    ask: { counts: readonly number[]; samples: number; q: number };
    answer: number[];
    progress: never;
  };
  urn: {
    ask: { counts: readonly number[]; seed: number | string; generations: number };
    answer: Urn;
    progress: never;
  };
  bells: {
    ask: { samples: number; seed: number | string; generations: number; estimator: Estimator };
    answer: Bells;
    progress: never;
  };
  /** The median generations until the width is at or below a threshold, by the exact law, for each number of samples. */
  medians: {
    ask: { samples: readonly number[]; threshold: number; estimator: Estimator };
    answer: number[];
    progress: never;
  };
  /** Generations in which the width typically falls to 1/e of itself. */
  fold: { ask: { samples: number; estimator: Estimator }; answer: number; progress: never };
  collapse: {
    ask: { samples: number; seed: number | string; threshold: number; estimator: Estimator };
    answer: Collapse;
    progress: never;
  };
  /** Words kept in the long run by shares of real data, and the least share that keeps `keep` of them, by the laws. */
  kept: {
    ask: { counts: Float64Array; samples: number; realShares: readonly number[]; keep: number };
    answer: { kept: Float64Array; share: number | null };
    progress: never;
  };
  rescue: {
    ask: {
      counts: Float64Array;
      samples: number;
      seed: number | string;
      generations: number;
      realShare: number;
    };
    answer: Rescue;
    progress: never;
  };
  read: {
    ask: { source: Source; id: number; order: number; generation: number; seed: number | string };
    answer: Page;
    progress: number;
  };
}

export type Task = keyof Tasks;

export type Message =
  | { readonly id: number; readonly task: Task; readonly ask: unknown }
  | { readonly id: number; readonly cancel: true };

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: unknown }
  /** `fault`: bad input, in words for the reader; otherwise a bug. */
  | { readonly id: number; readonly error: string; readonly fault: boolean };
