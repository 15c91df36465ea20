import type { WatchedEvent } from "../models/event.ts";

/** Whether a law bounds a quantity from above or below, equals it, or approximates it. */
export type Side = "upper" | "lower" | "exact" | "approximation";

/** What theory says of a quantity over generations: a survival probability, or the mean of an observable. */
export interface TheoryCurve {
  /** Its name in the literature, as in "Theorem 3"; the same wherever it is shown. */
  readonly name: string;
  readonly side: Side;
  /** In what it differs from the bound as published. */
  readonly note?: string;
  /** One value for each generation that was asked for. */
  readonly values: Float64Array;
}

/** What a law says of a time, in generations: Infinity where it has no finite one, null where it does not say. */
export interface TimeMoments {
  readonly mean: number;
  readonly sd: number | null;
  readonly median: number | null;
}

/** What theory says of the first generation at which an event no longer holds. */
export interface TheoryTime extends TimeMoments {
  readonly name: string;
  readonly side: Side;
}

/** One statement of theory about a model `M`, and the question that it answers. */
export interface Law<M, Question, Answer> {
  readonly name: string;
  readonly side: Side;
  /** In what it differs from the statement of its source. */
  readonly note?: string;
  /** Where it is stated. */
  readonly source: string;
  /** Whether it speaks of this model, its estimator and sampling included, and of this question. */
  holds(model: M, question: Question): boolean;
  /**
   * Roughly the multiplications that an answer takes, up to generation `last` and at so many `generations`; left out where
   * they are few. A law that takes seconds is not asked.
   */
  cost?(model: M, last: number, generations: number): number;
  answer(model: M, question: Question, generations: readonly number[]): Answer;
}

/** A law that takes more multiplications than this, a few seconds, is left out. */
export const AFFORDABLE = 2e9;

/** Of the probability that an event holds at a generation. */
export type SurvivalLaw<M> = Law<M, WatchedEvent, Float64Array>;
/** Of the mean of an observable, over trajectories, at a generation. */
export type MeanLaw<M> = Law<M, string, Float64Array>;
/** Of the time until an event no longer holds. */
export type TimeLaw<M> = Law<M, WatchedEvent, TimeMoments>;

/** All laws of a model: what every file of this folder that is named after one exports. */
export interface Laws<M> {
  readonly survival: readonly SurvivalLaw<M>[];
  readonly mean: readonly MeanLaw<M>[];
  readonly time: readonly TimeLaw<M>[];
}

/** An answer over generations, from that at one of them. */
export const over = (generations: readonly number[], at: (generation: number) => number): Float64Array =>
  Float64Array.from(generations, at);

/** Work of which several laws give a part each: its last answer is kept, for each model. */
export function shared<M extends object, Answer>(work: (model: M, generations: readonly number[]) => Answer) {
  const known = new WeakMap<M, { readonly generations: readonly number[]; readonly answer: Answer }>();
  return (model: M, generations: readonly number[]): Answer => {
    const last = known.get(model);
    if (last?.generations === generations) return last.answer;
    const answer = work(model, generations);
    known.set(model, { generations, answer });
    return answer;
  };
}

/** A bound on what can only fall holds for all later generations too. */
export const RUNNING_MINIMUM = "running minimum";

export const SURESH = "Suresh, Thangaraj & Khandavally, arXiv:2412.17646";
