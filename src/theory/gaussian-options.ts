import { invalid } from "../check/errors.ts";
import { checkGeneration, checkSamples, finite, positive, readOptions } from "./check.ts";
import { digammaMinusLog, logGammaRatio } from "./special.ts";

/** Which divisor the refitted variance has: n - 1 (unbiased, the default) or n (maximum likelihood). */
export type Estimator = "unbiased" | "ml";

/** How a Gaussian is refitted. */
export interface FitOptions {
  /** Samples drawn in each generation: an integer from 2 to 2^53-1. */
  samples: number;
  /** Divisor of the variance; "unbiased" when left out. */
  estimator?: Estimator;
}

/** A Gaussian model refitted by its sample mean and standard deviation, asked about at one generation. */
export interface MomentOptions extends FitOptions {
  /** Sigma_0, the standard deviation of the original model: a finite number above 0. */
  std: number;
  /** Number of refits since the original model: an integer from 0 to 2^53-1. */
  generation: number;
}

/** The event that the standard deviation is above a threshold. */
export interface SurvivalOptions extends MomentOptions {
  /** Epsilon: a finite number, in the unit of `std`. At 0 or below every answer is 1. */
  threshold: number;
}

/**
 * The walk of ln(Sigma_k^2 / Sigma_0^2): each step is ln(chi^2_{2a} / d), with d = 2a or 2a + 1.
 * Internal, like all of this file but its types.
 */
export interface Walk {
  /** Half the degrees of freedom. */
  a: number;
  /** ln(2a / d). */
  shift: number;
  steps: number;
}

export function walk({ samples, estimator }: FitOptions, steps: number): Walk {
  return { a: (samples - 1) / 2, shift: estimator === "ml" ? Math.log1p(-1 / samples) : 0, steps };
}

/** ln E (Sigma_k / Sigma_0)^{2s}. */
export function cumulant({ a, shift, steps }: Walk, s: number): number {
  return steps * (logGammaRatio(a, s).re + s * shift);
}

/** Its derivative in s; at 0 the mean of the walk. */
export function cumulantSlope({ a, shift, steps }: Walk, s: number): number {
  return steps * (digammaMinusLog(a + s) + Math.log1p(s / a) + shift);
}

/** ln(threshold / std); a quotient near 1 loses the digits that decide when samples is huge. */
export function logRatio(threshold: number, std: number): number {
  if (threshold > std / 2 && threshold < 2 * std) return Math.log1p((threshold - std) / std);
  const ratio = threshold / std;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(threshold) - Math.log(std);
}

const FIT = ["samples", "estimator"];

export function checkFit<T extends FitOptions>(options: T, names: readonly string[] = FIT): T {
  const read = readOptions(options, names);
  checkSamples(read.samples, 2);
  const { estimator = "unbiased" } = read;
  if (estimator !== "unbiased" && estimator !== "ml") {
    throw invalid("estimator", estimator, '"unbiased" or "ml"');
  }
  return read;
}

export function checkMoment<T extends MomentOptions>(options: T, extra: readonly string[] = []): T {
  const read = checkFit(options, ["std", "generation", ...FIT, ...extra]);
  positive("std", read.std);
  checkGeneration(read.generation);
  return read;
}

export function checkSurvival<T extends SurvivalOptions>(options: T, extra: readonly string[] = []): T {
  const read = checkMoment(options, ["threshold", ...extra]);
  finite("threshold", read.threshold);
  return read;
}

/** The answers that need no theory: 0 or 1, or nothing. */
export function trivial({ std, threshold, generation }: SurvivalOptions): number | undefined {
  if (threshold <= 0) return 1;
  if (generation === 0) return std > threshold ? 1 : 0;
  return undefined;
}
