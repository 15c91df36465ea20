import { InputError } from "../../check/errors.ts";
import { checkRegime } from "./asked.ts";
import { extrapolated } from "./extrapolate.ts";
import { curvature } from "./families.ts";
import type { MeanErrorOptions } from "./mean-error.ts";
import { startOf, stepOf } from "./mean-error-steps.ts";
import type { Regime } from "./regime.ts";

/** The limit of x -> a x + c from any start, for a and c of 0 or more. Internal. */
export const fixedPoint = (a: number, c: number): number => (a < 1 ? c / (1 - a) : c === 0 ? 0 : Infinity);

/** Refuses growing sizes, of which no limit is known here. Internal. */
export function checkSteady({ grows }: Regime): void {
  if (grows) throw new InputError("invalid regime.growth: the limit is that of equal sizes (left out)");
}

/**
 * What `meanError` tends to with the generations, where all are of the same size: a multiple of V0. Infinity where it
 * grows for ever, as under "replace" with v2 of 0 or more. It is closed but for accumulated data with subsamples, which
 * are extrapolated from 260,000 generations; the relative error is then below 1e-9 where 1 + v2 <= n / 4.
 *
 * @returns a multiple of V0
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see Dey and Donoho, Universality of the pi^2/6 Pathway in Avoiding Model Collapse, arXiv:2410.22812
 */
export function meanErrorLimit(options: MeanErrorOptions): number {
  const { regime, samples: n, read } = checkRegime(options, ["family", "v2"]);
  const v2 = curvature(read);
  checkSteady(regime);
  const { name, weight } = regime;
  if (name === "accumulate") return regime.real(n) > 0 ? 0 : accumulated(n, v2);
  if (name === "accumulate-subsample") return subsampled(regime, n, v2);
  const real = regime.real(n);
  const synthetic = n - real;
  const b = synthetic / n;
  if (name === "weighted") {
    const other = (1 - weight) ** 2;
    return fixedPoint(other * (1 + v2 / synthetic), weight ** 2 / real + other / synthetic);
  }
  if (name === "fixed" && real > 0) {
    if (synthetic === 0) return 1 / real;
    return 1 / real + fixedPoint(b * b * (1 + v2 / synthetic), (b * b * (1 + v2 / real)) / synthetic);
  }
  const mixing = regime.byChance ? real / n : 0;
  return fixedPoint(b * b + (b * (v2 + mixing)) / n, 1 / n);
}

/** (prod (1 + v2 / (n j^2)) - 1) / v2 over all j: Euler's products of the sine and its like. */
function accumulated(n: number, v2: number): number {
  const x = Math.PI * Math.sqrt(Math.abs(v2) / n);
  // The series of sin x / x and sinh x / x, where the difference to 1 would lose its digits.
  if (x < 0.1) {
    const y = (x * x * Math.sign(v2)) / 6;
    return (Math.PI ** 2 / (6 * n)) * (1 + y * (3 / 10 + y * (3 / 70 + y / 280)));
  }
  return ((v2 < 0 ? Math.sin(x) : Math.sinh(x)) / x - 1) / v2;
}

/** The pool's moments differ from their limits by powers of k that v2 shifts: its spread grows with the fits' own. */
function subsampled(regime: Regime, n: number, v2: number): number {
  const gap = (1 + v2) / n;
  if (gap >= 1) return Infinity;
  const step = stepOf(regime, v2);
  let state = startOf(regime);
  let k = 0;
  return extrapolated((generation) => {
    while (k < generation) state = step(state, ++k);
    return state.error;
  }, gap);
}
