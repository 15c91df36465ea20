import {
  checkSurvival,
  cumulant,
  cumulantSlope,
  logRatio,
  type SurvivalOptions,
  trivial,
  type Walk,
  walk,
} from "./gaussian-options.ts";
import { increasingRoot } from "./root.ts";
import { logGammaRatio, trigamma } from "./special.ts";

/**
 * A place for the contour Re s = c of the inversion integral, where exp(K(s) - s x) / |s| is smallest on the
 * chosen side of its pole at 0. It decides cost and accuracy, not the answer: a thousandth will do.
 */
function saddle(walk: Walk, x: number, above: boolean): number {
  const slope = (c: number): number => cumulantSlope(walk, c) - x - 1 / c;
  const usual = 1 / Math.sqrt(walk.steps * trigamma(walk.a));
  if (above) return Math.exp(increasingRoot((v) => slope(Math.exp(v)), Math.log(usual), 1e-3));
  // Between the poles at -a and 0; v = 30 is 1e-13 from the first.
  const place = (v: number): number => -walk.a / (1 + Math.exp(v));
  const start = Math.max(0, Math.log(walk.a / usual));
  return place(
    Math.max(
      -30,
      increasingRoot((v) => slope(place(Math.max(-30, v))), start, 1e-3),
    ),
  );
}

/**
 * The integral of exp(K(s) - s x) c / s along Re s = c, over 2 pi exp(K(c) - c x), by the trapezoidal rule. Its
 * error is a sum over copies of the law at distances 2 pi / step from x, so `distance` sets the step.
 */
function trapezoid(walk: Walk, x: number, c: number, distance: number): number {
  const step = (2 * Math.PI) / distance;
  const base = logGammaRatio(walk.a, c).re;
  let sum = 0.5;
  for (let j = 1; j < 1e6; ++j) {
    const t = j * step;
    const ratio = logGammaRatio(walk.a, c, t);
    const turn = t / c;
    const size = Math.exp(walk.steps * (ratio.re - base)) / (1 + turn * turn);
    const phase = walk.steps * (ratio.im + t * walk.shift) - t * x;
    sum += size * (Math.cos(phase) + turn * Math.sin(phase));
    // The size only falls with t, in the end exponentially.
    if (size * (1 + Math.abs(turn)) < 1e-17) break;
  }
  return (sum / distance) * 2;
}

/** Pr(Y > x) for the walk Y, from its moment generating function. */
function walkSurvival(walk: Walk, x: number): number {
  const above = x > cumulantSlope(walk, 0);
  const c = saddle(walk, x, above);
  const side = Math.abs(c);
  // Chernoff's bound of the probability on this side of x.
  const exponent = cumulant(walk, c) - c * x;
  if (above && !(exponent > -800)) return 0;
  if (!above && !(exponent > -45)) return 1;
  const spread = Math.sqrt(walk.steps * trigamma(walk.a + c) + 1 / (c * c));
  const tail = exponent - Math.log(side * spread * 2.5);
  // The copy on the near side weighs at most exp(-c distance) beside exp(tail); the one on the far side lies in
  // the tail of the tilted law, which is Gaussian at most, or exponential of rate a + c towards minus infinity.
  const near = (40 + Math.max(0, -tail)) / side;
  const far = 9 * spread + (above ? 0 : 40 / (walk.a + c));
  const probability = (Math.exp(exponent) / side) * trapezoid(walk, x, c, Math.max(near, far));
  return Math.min(1, Math.max(0, above ? probability : 1 - probability));
}

/**
 * Exact probability that the standard deviation is above the threshold, Pr(Sigma_k > eps). ln Sigma_k^2 is a sum
 * of k independent logarithms of chi-square variables; its law is found by numerical inversion of its moment
 * generating function, a product of gamma functions, along the line through the saddle point.
 *
 * Relative error below 1e-10 down to 1e-300. A call takes well below a millisecond; with 2 samples and a single
 * generation, far below the median, it takes a few.
 *
 * @returns a probability
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Abate and Whitt (1992), Queueing Systems 10:5, https://doi.org/10.1007/BF01158520, for the inversion; the
 *   model is that of Theorem 3 of Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646
 */
export function survival(options: SurvivalOptions): number {
  const read = checkSurvival(options);
  const known = trivial(read);
  if (known !== undefined) return known;
  const x = 2 * logRatio(read.threshold, read.std);
  return walkSurvival(walk(read, read.generation), x);
}
