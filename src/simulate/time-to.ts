import { invalid } from "../check/errors.ts";
import type { Rows } from "../chunks/forgotten.ts";
import type { Times } from "../chunks/tally.ts";
import { checkNumber } from "../random/check.ts";

/** How many cases there were at each generation: those in the lists from place `from` to `to` - 1, by rising generation. */
export interface Counted {
  readonly generations: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** The times of an event. */
export function risingTimes(times: Times): Counted {
  const rising = [...times].sort(([a], [b]) => a - b);
  return {
    generations: rising.map(([generation]) => generation),
    counts: rising.map(([, count]) => count),
    from: 0,
    to: rising.length,
  };
}

/** The times of a group. */
export const timesOfGroup = ({ starts, generations, counts }: Rows, group: number): Counted => ({
  generations,
  counts,
  from: starts[group],
  to: starts[group + 1],
});

/** Symbols that were watched together. They depend on one another within a trajectory. */
export interface Together {
  /** How many there are. */
  readonly symbols: number;
  /** The square of the generations that all of them were missing in a trajectory, summed over the trajectories. */
  readonly squares: () => bigint;
}

/** Up to here the square of a whole number is exact, as a sum of whole numbers is. */
const EXACT = 2 ** 26;

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
  readonly #times: Counted;
  readonly #trajectories: number;
  readonly #generations: number;
  readonly #together: Together | undefined;

  constructor(times: Counted, trajectories: number, generations: number, together?: Together) {
    this.#times = times;
    this.#trajectories = trajectories;
    this.#generations = generations;
    this.#together = together;
    this.observed = trajectories * (together?.symbols ?? 1);
    let happened = 0;
    let sum = 0;
    for (let i = times.from; i < times.to; ++i) {
      happened += times.counts[i];
      sum += times.counts[i] * times.generations[i];
    }
    this.censored = this.observed - happened;
    this.mean = (sum + this.censored * generations) / this.observed;
  }

  /**
   * Standard error of the restricted mean, from its spread over trajectories: symbols of one trajectory depend on one
   * another. NaN for a single trajectory.
   */
  get standardError(): number {
    const many = this.#trajectories;
    const spread = this.observed * this.#generations <= EXACT ? this.#spread() : this.#largeSpread();
    return Math.sqrt(spread / (many - 1)) / many / (this.#together?.symbols ?? 1);
  }

  /** trajectories^2 times the variance of the generations after the time, which is that of the time. */
  #spread(): number {
    const { generations, counts, from, to } = this.#times;
    let sum = 0;
    let squares = 0;
    for (let i = from; i < to; ++i) {
      const missing = this.#generations - generations[i];
      sum += counts[i] * missing;
      squares += counts[i] * missing * missing;
    }
    if (this.#together) squares = Number(this.#together.squares());
    return this.#trajectories * squares - sum * sum;
  }

  /** The same in whole numbers of any size, which cannot cancel. */
  #largeSpread(): number {
    const { generations, counts, from, to } = this.#times;
    let sum = 0n;
    let squares = 0n;
    for (let i = from; i < to; ++i) {
      const missing = BigInt(this.#generations - generations[i]);
      sum += BigInt(counts[i]) * missing;
      squares += BigInt(counts[i]) * missing * missing;
    }
    squares = this.#together?.squares() ?? squares;
    return Number(BigInt(this.#trajectories) * squares - sum * sum);
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
    const { generations, counts, from, to } = this.#times;
    let happened = 0;
    for (let i = from; i < to; ++i) {
      happened += counts[i];
      if (happened >= needed) return generations[i];
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
    const { generations, counts, from, to } = this.#times;
    for (let i = from; i < to; ++i) if (generations[i] <= generation) left -= counts[i];
    return left / this.observed;
  }
}
