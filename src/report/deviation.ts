import type { Comparison } from "./finding.ts";

/**
 * Measured minus theory at place i, in standard errors: as a normal deviate, so that all places may be compared and
 * joined to one probability.
 */
export function deviate(comparison: Comparison, i: number, theory: number): number {
  const { measured, standardError, cases } = comparison;
  const difference = measured[i] - theory;
  // Both are rounded: less than this is no difference.
  if (Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(theory))) return 0;
  return cases
    ? ofShare(measured[i], theory, cases[i])
    : asNormal(difference / errorOfMean(standardError[i], comparison), comparison);
}

/**
 * The signed root of the deviance of a share of n cases, taken half a case nearer to theory. Where both are far from 0 and
 * 1 it is the difference in standard errors; near them it still has about the normal law, where a difference in standard
 * errors is nothing like it, and has no error to divide by (McCullagh & Nelder 1989, Generalized Linear Models, 4.5).
 */
function ofShare(share: number, theory: number, n: number): number {
  const side = Math.sign(share - theory);
  const nearer = share - side * (0.5 / n);
  if (side * (nearer - theory) <= 0) return 0;
  const part = (p: number, q: number) => (p > 0 ? p * Math.log(p / q) : 0);
  return side * Math.sqrt(2 * n * (part(nearer, theory) + part(1 - nearer, 1 - theory)));
}

/**
 * A few trajectories of a small text may be all alike by chance, and the mean of a count would have no error: two
 * cases are added, a step away on either side (after Agresti & Coull 1998, https://doi.org/10.2307/2685469).
 */
function errorOfMean(error: number, { trajectories: n, step }: Comparison): number {
  if (n === undefined || step === undefined) return error;
  const squares = error * error * n * (n - 1);
  return Math.sqrt((squares + 2 * step * step) / (n + 1) / n);
}

/**
 * The standard error of a mean over a few trajectories is itself a guess, so that the quotient has Student's
 * distribution. This is the normal deviate of the same probability (Wallace 1959,
 * https://doi.org/10.1214/aoms/1177706190).
 */
function asNormal(t: number, { trajectories }: Comparison): number {
  if (trajectories === undefined || !Number.isFinite(t)) return t;
  const nu = trajectories - 1;
  return Math.sign(t) * ((8 * nu + 1) / (8 * nu + 3)) * Math.sqrt(nu * Math.log1p((t * t) / nu));
}
