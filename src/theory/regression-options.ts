// What functions of linear regression are asked. Internal, all but the options.
import { InputError, invalid } from "../check/errors.ts";
import { integer, positive } from "./check.ts";
import type { RegimeOptions } from "./regimes/asked.ts";
import { hasReal, type Regime } from "./regimes/regime.ts";

/** A linear regression on rows of independent standard normals. Its data points are the rows. */
export interface RegressionOptions extends RegimeOptions {
  /** Coefficients, d: an integer from 1 to 100, at most the `samples`. */
  dimension: number;
  /** Standard deviation of the noise of a label: a finite number above 0. */
  noise: number;
  /** Whether all generations label the same rows, or new ones. */
  design: "fixed" | "fresh";
}

const LARGEST_DIMENSION = 100;
export const NAMES = ["dimension", "noise", "design"];

export function check({ samples, dimension, noise, design }: RegressionOptions): void {
  integer("dimension", dimension, 1, Math.min(LARGEST_DIMENSION, samples));
  positive("noise", noise);
  if (design !== "fixed" && design !== "fresh") throw invalid("design", design, '"fixed" or "fresh"');
}

/** A squared error whose unit is that of the noise. Zero and Infinity stay what they are where noise^2 is no number. */
export const scaled = (error: number, noise: number): number => error * noise * noise;

/** E |w - w*|^2 of one fit to so many rows, in units of noise^2: the mean of an inverse Wishart matrix's trace. */
export const ofOneFit = (dimension: number, rows: number): number =>
  rows > dimension + 1 ? dimension / (rows - dimension - 1) : Infinity;

/** Whether `meanError` and `meanErrorLimit` know it: they take no regime in which real rows and others share a fit. */
export const isMeanKnown = (regime: Regime, design: string): boolean =>
  regime.name === "accumulate"
    ? !hasReal(regime) && (design === "fresh" || !regime.grows)
    : regime.name === "replace" || regime.name === "weighted";

export function checkKnown(regime: Regime, design: string): void {
  if (isMeanKnown(regime, design)) return;
  const { name } = regime;
  if (name === "accumulate" && !hasReal(regime))
    throw new InputError('invalid regime.growth: with accumulate only for the design "fresh"');
  throw invalid("regime.name", name, "replace, accumulate or weighted: of others no exact mean is known");
}
