import { ratesAt } from "./absence-rate.ts";
import { checkRegime, type RegimeOptions } from "./asked.ts";
import { extrapolated } from "./extrapolate.ts";
import { checkSteady } from "./mean-error-limit.ts";
import { type Regime, regimeOf } from "./regime.ts";
import { sumOver } from "./slow-sum.ts";

/** The rate for new real data, of a chance `share` above 0. Internal. */
export const freshRate = (share: number): number =>
  share === 1 ? 1 : share * sumOver(share, (u) => u, 1, 0);

/** The rate for two fits, `real` and `synthetic` data points and a weight from 0 to 1. Internal. */
export function weightedRate(real: number, synthetic: number, weight: number): number {
  if (weight === 0) return 0;
  const n = real + synthetic;
  if (weight === 1) return real / n;
  const slope = (weight * synthetic) / real;
  const seen = sumOver(weight, (u) => -Math.expm1(-slope * u), slope, (slope * slope) / 2);
  return (real * (1 + seen)) / n;
}

/**
 * What `absenceRate` tends to with the generations, where all are of the same size: 0 where everything but one symbol is
 * lost in the end, 1 where all is kept, and Infinity where all is kept and real data come in: then nothing is absent. For
 * new real data of a small share a it is about 2 a ln(1/a) - 1.186 a.
 *
 * The relative error is below 1e-9.
 *
 * @returns a rate per expected occurrence in the data of a generation
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see Athreya and Ney, Branching Processes (1972), ch. VI.7, for a critical process with immigration
 */
export function absenceRateLimit(options: RegimeOptions): number {
  const { regime, samples } = checkRegime(options);
  return limitOf(regime, samples);
}

/** The same of a regime that is checked. Internal. */
export function limitOf(regime: Regime, n: number): number {
  checkSteady(regime);
  const real = regime.real(n);
  if (regime.name === "accumulate") return real > 0 ? Infinity : 1;
  // Under equal sizes the number of data does not matter.
  if (regime.name === "accumulate-subsample") return subsampledRate();
  if (regime.name === "weighted") return weightedRate(real, n - real, regime.weight);
  if (real === 0) return 0;
  return regime.name === "fixed" ? real / n : freshRate(real / n);
}

let subsampled: number | undefined;

/** Computed once. */
function subsampledRate(): number {
  subsampled ??= extrapolated((k) => ratesAt(regimeOf({ name: "accumulate-subsample" }, 1), [k])[0], 0);
  return subsampled;
}

/**
 * Which symbols may be lost for good: "any", where all data come from the last generation; "unkept", where some data are
 * kept, or all, and a symbol that is not among them cannot come back for long; "none", where new real data bring back
 * what was absent.
 *
 * @throws {InputError} if an option is missing, unknown or out of range
 */
export function permanentLoss(options: RegimeOptions): "any" | "unkept" | "none" {
  const { regime, samples } = checkRegime(options);
  const { name, weight } = regime;
  if (name === "accumulate" && regime.real(samples) > 0) return "none";
  if (name === "accumulate" || name === "accumulate-subsample") return "unkept";
  if (regime.real(samples) === 0 || (name === "weighted" && weight === 0)) return "any";
  return name === "fixed" ? "unkept" : "none";
}
