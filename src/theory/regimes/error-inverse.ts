import { checkSamples, integer, positive, readOptions } from "../check.ts";
import { curvature, type FamilyOptions } from "./families.ts";

/**
 * The smallest share of new real data, each data point real by chance, with which the mean squared error of the fitted
 * mean stays at `error` or below in the long run: the inverse of `meanErrorLimit`. Null below 1/n, the error of a fit to
 * real data alone; 0 where no real data are needed.
 *
 * @param options `samples`; `error`, in units of the variance of a real data point, a finite number above 0; and the
 *   family, or its v2
 * @returns a share
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Kanabar and Gastpar, Minimax Discrete Distribution Estimation with Self-Consumption, arXiv:2501.19273
 */
export function realShareForError(
  options: { samples: number; error: number } & FamilyOptions,
): number | null {
  const read = readOptions(options, ["samples", "error", "family", "v2"]);
  const { samples: n, error } = read;
  checkSamples(n);
  positive("error", error);
  const v2 = curvature(read);
  // Of the synthetic share b = 1 - share: (n - 1) b^2 + (1 + v2) b = n - 1 / error.
  const room = n - 1 / error;
  if (room < 0) return null;
  if (n - 1 + 1 + v2 <= room) return 0;
  const linear = 1 + v2;
  const b = (2 * room) / (linear + Math.sqrt(linear * linear + 4 * (n - 1) * room));
  return room === 0 ? 1 : Math.max(0, 1 - b);
}

/**
 * The weight of the fit to `realSamples` new real data with which the mean squared error of the fitted mean is smallest in
 * the long run, and that error: the golden ratio where there are as many synthetic data and v2 is 0.
 *
 * @param options `samples`, from 2; `realSamples`, an integer from 1 to samples - 1; and the family, or its v2
 * @returns a weight, and the error in units of the variance of a real data point
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see He, Xu and Cheng, Golden Ratio Weighting Prevents Model Collapse, arXiv:2502.18049
 */
export function bestWeight(options: { samples: number; realSamples: number } & FamilyOptions): {
  weight: number;
  error: number;
} {
  const read = readOptions(options, ["samples", "realSamples", "family", "v2"]);
  const { samples, realSamples } = read;
  checkSamples(samples, 2);
  integer("realSamples", realSamples, 1, samples - 1);
  const synthetic = samples - realSamples;
  const ratio = realSamples / synthetic;
  const excess = curvature(read) / synthetic;
  // (1 + excess) w^2 + (ratio - excess) w = ratio, by the form that does not cancel.
  const linear = ratio - excess;
  const root = Math.sqrt(linear * linear + 4 * (1 + excess) * ratio);
  const weight = linear > 0 ? (2 * ratio) / (linear + root) : (root - linear) / (2 * (1 + excess));
  const q = 1 - weight;
  const error = (weight ** 2 / realSamples + q ** 2 / synthetic) / (weight * (2 - weight) - excess * q ** 2);
  return { weight, error };
}

/**
 * The smallest weight of the fit to `realSamples` new real data with which the mean squared error of the fitted mean
 * stays at `error` or below in the long run. Null below the error of `bestWeight`, near which the weight has half its
 * digits; 0 where no real data are needed.
 *
 * @param options those of `bestWeight`, and `error`, in units of the variance of a real data point, a finite number above 0
 * @returns a weight
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see `bestWeight`
 */
export function weightForError(
  options: { samples: number; realSamples: number; error: number } & FamilyOptions,
): number | null {
  const read = readOptions(options, ["samples", "realSamples", "error", "family", "v2"]);
  const { samples, realSamples, error } = read;
  checkSamples(samples, 2);
  integer("realSamples", realSamples, 1, samples - 1);
  positive("error", error);
  const synthetic = samples - realSamples;
  const excess = curvature(read) / synthetic;
  // a w^2 - 2 b w + c = 0, whose smaller root is sought, in units in which the squares are numbers.
  const unit = Math.max(1, error);
  const b = (error / unit) * (1 + excess) + 1 / synthetic / unit;
  const a = b + 1 / realSamples / unit;
  const c = 1 / synthetic / unit + (error / unit) * excess;
  if (c <= 0) return 0;
  const root = b * b - a * c;
  return root < 0 ? null : c / (b + Math.sqrt(root));
}
