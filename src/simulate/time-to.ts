import { invalid } from "../check/errors.ts";
import type { Times } from "../chunks/tally.ts";
import { checkNumber } from "../random/check.ts";

/** Symbols that were watched together. They depend on one another within a trajectory. */
export interface Together {
  /** How many there are. */
  readonly symbols: number;
  /** The square of the generations that all of them were missing in a trajectory, summed over the trajectories. */
  readonly squares: () => bigint;
}

/**
 * The time until something happens for the first time, over many trajectories of which some were stopped before it
 * did (censored). Estimated by Kaplan & Meier 1958, https://doi.org/10.1080/01621459.1958.10501452; as all
 * trajectories are stopped at the same generation, the estimate is the empirical law up to there.
 */
export class TimeTo {
  /** How many were watched: trajectories, or trajectories times symbols. */
  readonly observed: number;
  /** How many were stopped at the last generation, before it happened. */
  readonly censored: number;
  /** Mean of the time, cut at the last generation where censored: the restricted mean. */
  readonly mean: number;
  readonly #times: readonly (readonly [generation: number, count: number])[];
  readonly #trajectories: number;
  readonly #generations: number;
  readonly #together: Together | undefined;

  constructor(times: Times, trajectories: number, generations: number, together?: Together) {
    this.#times = [...times].sort(([a], [b]) => a - b);
    this.#trajectories = trajectories;
    this.#generations = generations;
    this.#together = together;
    this.observed = trajectories * (together?.symbols ?? 1);
    let happened = 0;
    let sum = 0;
    for (const [generation, count] of this.#times) {
      happened += count;
      sum += count * generation;
    }
    this.censored = this.observed - happened;
    this.mean = (sum + this.censored * generations) / this.observed;
  }

  /**
   * Standard error of the restricted mean, from its spread over trajectories: symbols of one trajectory depend on one
   * another. NaN for a single trajectory.
   */
  get standardError(): number {
    // Generations after the time: their variance is that of the time. In whole numbers, which cannot cancel.
    let sum = 0n;
    let squares = 0n;
    for (const [generation, count] of this.#times) {
      const missing = BigInt(this.#generations - generation);
      sum += BigInt(count) * missing;
      squares += BigInt(count) * missing * missing;
    }
    squares = this.#together?.squares() ?? squares;
    const many = this.#trajectories;
    const spread = Number(BigInt(many) * squares - sum * sum);
    return Math.sqrt(spread / (many - 1)) / many / (this.#together?.symbols ?? 1);
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
   * The ends of the 95 % interval of a quantile, by the ranks between which it lies: W. J. Conover (1999), Practical
   * Nonparametric Statistics, section 3.2, with normal ranks. It takes no law of the time for granted; an end is null when
   * it is censored. For trajectories: symbols of one trajectory depend on one another.
   * @param q a number above 0, below 1
   */
  interval(q: number): readonly [lower: number | null, upper: number | null] {
    if (!(typeof q === "number" && q > 0 && q < 1)) throw invalid("q", q, "a number above 0, below 1");
    const reach = 1.959963984540054 * Math.sqrt(q * (1 - q) * this.observed);
    const lower = Math.max(1, Math.floor(q * this.observed - reach));
    const upper = Math.ceil(q * this.observed + reach) + 1;
    return [
      this.quantile(lower / this.observed),
      upper > this.observed ? null : this.quantile(upper / this.observed),
    ];
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
