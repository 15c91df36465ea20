import { invalid } from "../errors.ts";
import { checkNumber } from "../random/check.ts";
import type { Times } from "./tally.ts";

/**
 * The time until something happens for the first time, over many trajectories of which some were stopped before it
 * did (censored). Estimated by Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; as all trajectories are
 * stopped at the same generation, the estimate is the empirical law up to there.
 */
export class TimeTo {
  /** How many were watched: trajectories, or trajectories times symbols. */
  readonly observed: number;
  /** How many were stopped at the last generation, before it happened. */
  readonly censored: number;
  /** Mean of the time, cut at the last generation where censored: the restricted mean. */
  readonly mean: number;
  /** Standard error of the restricted mean; NaN for a single observation. */
  readonly standardError: number;
  readonly #times: readonly (readonly [generation: number, count: number])[];

  constructor(times: Times, observed: number, generations: number) {
    this.#times = [...times].sort(([a], [b]) => a - b);
    this.observed = observed;
    let happened = 0;
    let sum = 0;
    let squares = 0;
    for (const [generation, count] of this.#times) {
      happened += count;
      sum += count * generation;
      squares += count * generation * generation;
    }
    this.censored = observed - happened;
    sum += this.censored * generations;
    squares += this.censored * generations * generations;
    this.mean = sum / observed;
    const variance = Math.max(0, squares - sum * this.mean) / (observed - 1);
    this.standardError = Math.sqrt(variance / observed);
  }

  /** The first generation by which it has happened in half of all cases; null when censored before. */
  get median(): number | null {
    return this.quantile(0.5);
  }

  /**
   * The first generation by which it has happened in a share q of all cases; null when censored before.
   * @param q a number above 0, at most 1
   */
  quantile(q: number): number | null {
    if (!(typeof q === "number" && q > 0 && q <= 1)) throw invalid("q", q, "a number above 0, at most 1");
    // A hair less than q, so that 3 of 10 reach the quantile 0.3 in spite of rounding.
    const needed = q * this.observed * (1 - 1e-12);
    let happened = 0;
    for (const [generation, count] of this.#times) {
      happened += count;
      if (happened >= needed) return generation;
    }
    return null;
  }

  /**
   * The share of cases in which it has not happened by the given generation.
   * @param generation a number from 0
   */
  survival(generation: number): number {
    checkNumber("generation", generation, 0, Number.MAX_SAFE_INTEGER, "a number from 0 to 2^53-1");
    let left = this.observed;
    for (const [at, count] of this.#times) if (at <= generation) left -= count;
    return left / this.observed;
  }
}
