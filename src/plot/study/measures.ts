import type { Measured } from "../../study/columns.ts";

/** What a column of a study's tables says of how far a measured number may be off. */
interface Measure {
  /** Whether it is a mean, so that replicates of it are averaged: their median would be another quantity. */
  readonly isMean?: true;
  /** Columns with the ends of its 95 % interval. */
  readonly interval?: readonly [lower: string, upper: string];
  /** The column with its standard error. */
  readonly error?: string;
  /** The column with what theory says of it, where the table has one. */
  readonly law?: readonly string[];
}

/** The columns of a study's tables that are measured or computed; all others are options, which tell rows apart. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  mean: { isMean: true, error: "standardError", law: ["theory", "theoryMean"] },
  median: { interval: ["medianLower", "medianUpper"], law: ["theoryMedian"] },
  probability: { isMean: true, interval: ["lower", "upper"], law: ["theory"] },
  ...{ standardError: {}, sd: {}, lower: {}, upper: {}, medianLower: {}, medianUpper: {} },
  ...{ q10: {}, q90: {}, censored: {}, theory: {}, theoryMean: {}, theoryMedian: {}, law: {} },
} satisfies Record<Measured, Measure>;

/** Times that were not reached within a run: null in a table of times, and longer than any that were. */
export const TIMES = ["median", "q10", "q90"];

/** What tells replicates apart, and nothing else: rows that differ in these only are of one experiment. */
export const SEEDS = ["seed", "studySeed"];
