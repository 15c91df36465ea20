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
