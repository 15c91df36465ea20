import { cumulant, cumulantSlope, type Walk } from "./gaussian-options.ts";
import { increasingRoot } from "./root.ts";
import { logGammaRatio, trigamma } from "./special.ts";

/** A sum of independent walks, all of as many steps. Internal, like all of this file. */
type Walks = readonly Walk[];

const sumOf = (walks: Walks, of: (walk: Walk) => number): number =>
  walks.reduce((sum, walk) => sum + of(walk), 0);

const slopeAt = (walks: Walks, s: number): number => sumOf(walks, (walk) => cumulantSlope(walk, s));
const varianceAt = (walks: Walks, s: number): number =>
  walks[0].steps * sumOf(walks, ({ a }) => trigamma(a + s));

/** The first pole on the negative axis is at minus this. */
const leastOf = (walks: Walks): number => walks.reduce((least, { a }) => Math.min(least, a), Infinity);

/**
 * A place for the contour Re s = c of the inversion integral, where exp(K(s) - s x) / |s| is smallest on the
 * chosen side of its pole at 0. It decides cost and accuracy, not the answer: a thousandth will do.
 */
function saddle(walks: Walks, x: number, above: boolean): number {
  const slope = (c: number): number => slopeAt(walks, c) - x - 1 / c;
  const usual = 1 / Math.sqrt(varianceAt(walks, 0));
  if (above) return Math.exp(increasingRoot((v) => slope(Math.exp(v)), Math.log(usual), 1e-3));
  const a = leastOf(walks);
  // Between the poles at -a and 0; v = 30 is 1e-13 from the first.
  const place = (v: number): number => -a / (1 + Math.exp(v));
  const start = Math.max(0, Math.log(a / usual));
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
function trapezoid(walks: Walks, x: number, c: number, distance: number): number {
  const step = (2 * Math.PI) / distance;
  const [{ steps }] = walks;
  const base = sumOf(walks, ({ a }) => logGammaRatio(a, c).re);
  const shift = sumOf(walks, (walk) => walk.shift);
  let sum = 0.5;
  for (let j = 1; j < 1e6; ++j) {
    const t = j * step;
    let [re, im] = [0, 0];
    for (const { a } of walks) {
      const ratio = logGammaRatio(a, c, t);
      re += ratio.re;
      im += ratio.im;
    }
    const turn = t / c;
    const size = Math.exp(steps * (re - base)) / (1 + turn * turn);
    const phase = steps * (im + t * shift) - t * x;
    sum += size * (Math.cos(phase) + turn * Math.sin(phase));
    // The size only falls with t, in the end exponentially.
    if (size * (1 + Math.abs(turn)) < 1e-17) break;
  }
  return (sum / distance) * 2;
}

/** Pr(Y > x) for the sum Y of the walks, from its moment generating function. */
export function walkSurvival(walks: Walks, x: number): number {
  const above = x > slopeAt(walks, 0);
  const c = saddle(walks, x, above);
  const side = Math.abs(c);
  // Chernoff's bound of the probability on this side of x.
  const exponent = sumOf(walks, (walk) => cumulant(walk, c)) - c * x;
  if (above && !(exponent > -800)) return 0;
  if (!above && !(exponent > -45)) return 1;
  const spread = Math.sqrt(varianceAt(walks, c) + 1 / (c * c));
  const tail = exponent - Math.log(side * spread * 2.5);
  // The copy on the near side weighs at most exp(-c distance) beside exp(tail); the one on the far side lies in
  // the tail of the tilted law, which is Gaussian at most, or exponential of rate a + c towards minus infinity.
  const near = (40 + Math.max(0, -tail)) / side;
  const far = 9 * spread + (above ? 0 : 40 / (leastOf(walks) + c));
  const probability = (Math.exp(exponent) / side) * trapezoid(walks, x, c, Math.max(near, far));
  return Math.min(1, Math.max(0, above ? probability : 1 - probability));
}
