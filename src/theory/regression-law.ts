import { InputError, invalid } from "../check/errors.ts";
import { gammaRatioLaw } from "./beta.ts";
import { integer, nonNegative, probability } from "./check.ts";
import {
  type AtGeneration,
  type AtGenerations,
  answer,
  checkAsked,
  checkRegime,
  statesAt,
} from "./regimes/asked.ts";
import { hasOnlySynthetic, type Regime } from "./regimes/regime.ts";
import { check, scaled } from "./regression-options.ts";
import { increasingRoot } from "./root.ts";

/** The error of one generation, under a design that all generations share. */
export interface ErrorLawOptions {
  /** Coefficients, d: an integer from 1 to 100, at most the `samples`. */
  dimension: number;
  /** Rows of the design: an integer from 1 to 2^53-1. */
  samples: number;
  /** Standard deviation of the noise of a label: a finite number above 0. */
  noise: number;
  /** Whether data are replaced or kept, in generations of equal size. */
  regime: { name: "replace" | "accumulate" };
}

/** By what the error of the first fit is multiplied: k, or 1 + 1/4 + … + 1/k^2. */
function factors(regime: Regime, generations: readonly number[]): number[] {
  if (!hasOnlySynthetic(regime))
    throw invalid("regime.name", regime.name, "replace or accumulate: of others no exact law is known");
  if (regime.grows) throw new InputError("invalid regime.growth: the law is that of equal sizes (left out)");
  if (regime.name === "replace") return [...generations];
  return statesAt(generations, 0, (sum: number, k) => sum + 1 / k ** 2);
}

/**
 * Exact probability that the squared error |w_k - w*|^2 of a fixed design is above a threshold. The error is k, or
 * 1 + 1/4 + … + 1/k^2 where data are kept, times noise^2 d / (n - d + 1) times a variate of Fisher's F with d and
 * n - d + 1 degrees of freedom.
 *
 * @returns a probability, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Anderson, An Introduction to Multivariate Statistical Analysis (2003), ch. 5, for the law of z' G^-1 z
 */
export function survival(options: ErrorLawOptions & { threshold: number } & AtGeneration): number;
export function survival(options: ErrorLawOptions & { threshold: number } & AtGenerations): Float64Array;
export function survival(
  options: ErrorLawOptions & { threshold: number } & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, ["dimension", "noise", "threshold"]);
  const { read, regime, generations, samples } = asked;
  const { dimension, noise, threshold } = read;
  check({ ...read, design: "fixed" });
  nonNegative("threshold", threshold);
  const at = factors(regime, generations).map((factor) => {
    if (factor === 0) return 0;
    const y = threshold / noise / noise / factor;
    return gammaRatioLaw(dimension / 2, (samples - dimension + 1) / 2, y).above;
  });
  return answer(asked, Float64Array.from(at));
}

/**
 * The quantile q of the squared error at one generation, under the law of `survival`: the median for 1/2.
 *
 * @returns a squared error; Infinity for q = 1
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Anderson, An Introduction to Multivariate Statistical Analysis (2003), ch. 5
 */
export function quantile(options: ErrorLawOptions & { q: number; generation: number }): number {
  const { read, regime, samples } = checkRegime(options, ["dimension", "noise", "q", "generation"]);
  const { dimension, noise, q, generation } = read;
  check({ ...read, design: "fixed" });
  probability("q", q);
  integer("generation", generation, 0, 1e6);
  const [factor] = factors(regime, [generation]);
  if (factor === 0 || q === 0) return 0;
  if (q === 1) return Infinity;
  const [a, b] = [dimension / 2, (samples - dimension + 1) / 2];
  const less = (logY: number): number => {
    const { below, above } = gammaRatioLaw(a, b, Math.exp(logY));
    return q < 0.5 ? below - q : 1 - q - above;
  };
  return scaled(factor * Math.exp(increasingRoot(less, Math.log(a / b), 1e-14)), noise);
}
