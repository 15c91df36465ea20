import {
  type AtGeneration,
  type AtGenerations,
  answer,
  checkAsked,
  checkRegime,
  statesAt,
} from "./regimes/asked.ts";
import { checkSteady, fixedPoint } from "./regimes/mean-error-limit.ts";
import type { Regime } from "./regimes/regime.ts";
import { check, checkKnown, NAMES, ofOneFit, type RegressionOptions, scaled } from "./regression-options.ts";
import { digammaMinusLog } from "./special.ts";

/**
 * Exact mean of the squared error |w_k - w*|^2 of the coefficients, which is the test error without noise. One fit to n
 * rows has noise^2 d / (n - d - 1). Where data are replaced every generation adds as much; where they are kept, a fixed
 * design has 1 + 1/4 + … + 1/k^2 times as much, and new rows noise^2 d sum 1 / (j (j n - d - 1)). Of weighted fits the
 * error is w^2 times that of the real rows' fit plus (1 - w)^2 times the sum of the other's and of the last error.
 *
 * @returns a squared error, or an array of them in the order of `generations`; Infinity where a fit has no more than
 * d + 1 rows, or above the largest number
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that it does not know
 * @see Gerstgrasser et al., Is Model Collapse Inevitable?, arXiv:2404.01413; Kazdan et al., arXiv:2410.16713
 */
export function meanError(options: RegressionOptions & AtGeneration): number;
export function meanError(options: RegressionOptions & AtGenerations): Float64Array;
export function meanError(
  options: RegressionOptions & (AtGeneration | AtGenerations),
): number | Float64Array {
  const asked = checkAsked(options, NAMES);
  const { read, regime, generations } = asked;
  check(read);
  checkKnown(regime, read.design);
  const step = stepOf(regime, read);
  const states = statesAt(generations, { error: 0, pool: 0 }, step);
  return answer(
    asked,
    Float64Array.from(states, ({ error }) => scaled(error, read.noise)),
  );
}

interface State {
  readonly error: number;
  /** Rows that are kept. */
  readonly pool: number;
}

function stepOf(
  regime: Regime,
  { dimension, design }: RegressionOptions,
): (state: State, k: number) => State {
  const one = (rows: number) => ofOneFit(dimension, rows);
  if (regime.name === "replace") return ({ error }, k) => ({ error: error + one(regime.size(k)), pool: 0 });
  if (regime.name === "weighted") {
    const { weight } = regime;
    const part = (share: number, error: number) => (share === 0 ? 0 : share * share * error);
    return ({ error }, k) => {
      const n = regime.size(k);
      const real = regime.real(n);
      return { error: part(weight, one(real)) + part(1 - weight, error + one(n - real)), pool: 0 };
    };
  }
  if (design === "fixed") return ({ error }, k) => ({ error: error + one(regime.size(k)) / k ** 2, pool: 0 });
  return ({ error, pool }, k) => {
    const n = regime.size(k);
    const all = pool + n;
    return { error: error + (n / all) * one(all), pool: all };
  };
}

/**
 * What `meanError` tends to with the generations, where all are of the same size. Infinity where it grows for ever, as
 * where data are replaced.
 *
 * @returns a squared error
 * @throws {InputError} if an option is missing, unknown or out of range, for regimes that grow, and for those that it does
 * not know
 * @see Gerstgrasser et al., Is Model Collapse Inevitable?, arXiv:2404.01413
 */
export function meanErrorLimit(options: RegressionOptions): number {
  const { read, regime, samples: n } = checkRegime(options, NAMES);
  check(read);
  checkSteady(regime);
  checkKnown(regime, read.design);
  const { dimension: d, design, noise } = read;
  if (regime.name === "replace") return Infinity;
  if (regime.name === "weighted") {
    const first = stepOf(regime, read)({ error: 0, pool: 0 }, 1).error;
    return scaled(fixedPoint((1 - regime.weight) ** 2, first), noise);
  }
  if (n <= d + 1) return Infinity;
  if (design === "fixed") return scaled((Math.PI ** 2 / 6) * ofOneFit(d, n), noise);
  return scaled((d / n) * sumOfInverses((d + 1) / n), noise);
}

const EULER = 0.5772156649015329;

/** sum over j of 1 / (j (j - c)) = (psi(1) - psi(1 - c)) / c, for 0 < c < 1; where that cancels, a series in zeta(2), …, zeta(7). */
function sumOfInverses(c: number): number {
  if (c > 0.005) return -(digammaMinusLog(1 - c) + Math.log1p(-c) + EULER) / c;
  const zeta = [
    Math.PI ** 2 / 6,
    1.2020569031595942,
    Math.PI ** 4 / 90,
    1.03692775514337,
    Math.PI ** 6 / 945,
  ];
  return zeta.reduceRight((sum, value) => sum * c + value, 1.008349277381923);
}
