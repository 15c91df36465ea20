import { checkRegime } from "./asked.ts";
import { extrapolated } from "./extrapolate.ts";
import { type GaussianMoments, type GaussianRegimeOptions, isMl } from "./gaussian.ts";
import { type State, type Step, startOf, stepOf } from "./gaussian-steps.ts";
import { checkSteady } from "./mean-error-limit.ts";

/**
 * What `gaussianMoments` tends to with the generations, where all are of the same size. Infinity where it grows for ever:
 * the error of an unbiased fit to replaced data, both of one to subsamples. Accumulated data and subsamples are
 * extrapolated from 260,000 generations, to a relative error below 1e-9.
 *
 * @param options those of `gaussianMoments`, without generations
 * @returns multiples of sigma_0^2
 * @throws {InputError} if an option is missing, unknown or out of range, and for regimes that grow
 * @see Kazdan et al., Collapse or Thrive?, arXiv:2410.16713
 */
export function gaussianMomentsLimit(options: GaussianRegimeOptions): GaussianMoments<number> {
  const { read, regime, samples } = checkRegime(options, ["estimator"], 2);
  const ml = isMl(read, regime);
  checkSteady(regime);
  const { name } = regime;
  if (name === "accumulate" && regime.real(samples) > 0) return { variance: 1, squaredError: 0 };
  if (name === "accumulate-subsample" && !ml) return { variance: Infinity, squaredError: Infinity };
  const step = stepOf(regime, ml);
  if (name === "accumulate" || name === "accumulate-subsample") {
    const limit = (value: (state: State) => number): number => {
      let state = startOf(regime);
      let k = 0;
      return extrapolated((generation) => {
        while (k < generation) state = step(state, ++k);
        return value(state);
      }, 0);
    };
    return { variance: limit((state) => state.variance), squaredError: limit((state) => state.error) };
  }
  const kept = name === "fixed" ? regime.real(samples) : 0;
  const nothingReal = name === "weighted" ? regime.weight === 0 : regime.real(samples) === 0;
  if (nothingReal) return ml ? { variance: 0, squaredError: 1 } : { variance: 1, squaredError: Infinity };
  return settled(step, startOf(regime), kept);
}

/** The fixed point of two numbers whose next ones are sums of them with weights of 0 or more, and of constants. */
function settled(step: Step, first: State, kept: number): GaussianMoments<number> {
  // Beside a set that is kept, the distance from its mean takes the place of the error.
  const next = (variance: number, error: number): [number, number] => {
    const state = step({ ...first, variance, error, apart: error }, 2);
    return [state.variance, kept > 0 ? state.apart : state.error];
  };
  const [c, d] = next(0, 0);
  const [xx, yx] = next(1, 0).map((value, i) => value - [c, d][i]);
  const [xy, yy] = next(0, 1).map((value, i) => value - [c, d][i]);
  const determinant = (1 - xx) * (1 - yy) - xy * yx;
  if (xx >= 1 || yy >= 1 || determinant <= 0) return { variance: Infinity, squaredError: Infinity };
  return {
    variance: (c * (1 - yy) + xy * d) / determinant,
    squaredError: (kept > 0 ? 1 / kept : 0) + (d * (1 - xx) + yx * c) / determinant,
  };
}
