import type { TheoryCurve } from "../laws/law.ts";
import type { PaperExperiment } from "../papers/index.ts";
import type { Figure } from "../plot/index.ts";
import type { WordCounts } from "../text/count.ts";
import type { Tokenizer } from "../text/tokenise.ts";
import type { Workers } from "../workers/choice.ts";

/** A measured quantity with what theory says of it. All lists run over `at`. */
export interface Comparison {
  /** What is measured, in a few words. */
  readonly quantity: string;
  /** What `at` is: generations, occurrences in the corpus, or an option. */
  readonly over: "generation" | "count" | "samples" | "weight" | "real share" | "bandwidth" | "dimension";
  readonly at: readonly number[];
  readonly measured: Float64Array;
  readonly standardError: Float64Array;
  /** Of how many cases each measured value is a share; left out where it is a mean. */
  readonly cases?: ArrayLike<number>;
  /** Over how many trajectories it is a mean; left out where it is a share. */
  readonly trajectories?: number;
  /**
   * How each measured value is correlated with the one before, over trajectories; left out where they come from runs that
   * do not depend on one another.
   */
  readonly correlation?: Float64Array;
  /** By how much two trajectories differ at least, where they do: one symbol, as a share of all. */
  readonly step?: number;
  readonly theory: readonly TheoryCurve[];
}

/** Whether a curve of theory agrees with the measurement: computed, never typed in. */
export interface Verdict {
  readonly name: string;
  readonly side: "upper" | "lower" | "exact" | "approximation";
  /**
   * `holds`: not contradicted. `silent`: the bound is 0 or 1 wherever it was compared, so that nothing could break it.
   */
  readonly outcome: "holds" | "violated" | "silent";
  /** The smallest margin of a bound, or the largest deviation from an exact value, in standard errors. */
  readonly worst: number;
  /**
   * The probability that chance alone carries the measurement as far to the wrong side of the curve, anywhere along it, if
   * the truth lies on the curve all the way; for an exact value, to either side. NaN where the bound is silent.
   */
  readonly p: number;
  /** Where that was, as `at` of the comparison. */
  readonly at: number;
  readonly text: string;
}

/** A table of text; the first column names the row. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What came out of an experiment: one figure of the report and all that stands beside it. */
export interface Finding {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly differs?: string | undefined;
  /** What the dots and bars of the figure are. */
  readonly legend: string;
  readonly figure: Figure;
  readonly verdicts: readonly Verdict[];
  /** Further computed sentences. */
  readonly remarks: readonly string[];
  readonly table: Table;
  readonly csv: string;
  readonly trajectories: number;
  /** Seconds of simulation and theory. */
  readonly seconds: number;
  /** The experiment as it was run. */
  readonly experiment: object;
}

/** The text of the discrete experiments. */
export interface Corpus {
  readonly name: string;
  readonly source: string;
  readonly counts: WordCounts;
  /** Its text, or the beginning of a long one. */
  readonly text: string;
  /** Whether that is all of it. */
  readonly whole: boolean;
  readonly tokenizer: Tokenizer | undefined;
}

/** What an experiment is run with. */
export interface Context {
  readonly seed: number | string;
  readonly corpus: Corpus;
  readonly trajectories: (experiment: PaperExperiment) => number;
  readonly signal?: AbortSignal | undefined;
  readonly workers: Workers;
  /** Share of the experiment that is done, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}
