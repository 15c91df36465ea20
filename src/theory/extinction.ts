import { integer } from "./check.ts";

// h = 1/g obeys h -> 1/(1 - exp(-1/h)) = h + 1/2 + 1/(12h) - ..., so a function A with A(next h) = A(h) + 1
// (an Abel function, de Bruijn, Asymptotic Methods in Analysis, ch. 8) turns the iteration into a clock:
// A = 2h - ln(h)/3 + c1/h + c2/h^2 + ..., its coefficients found term by term in exact fractions. With seven
// of them A is right to 1e-15 from generation 32 on, where g = 0.058.
const SERIES = [
  1 / 36,
  1 / 540,
  -1 / 7776,
  -71 / 435456,
  -8759 / 163296000,
  31 / 20995200,
  183311 / 16460236800,
];
const ITERATED = 32;

// A(h_k) - k, from 24 coefficients at k = 4000 with 60 digits.
const OFFSET = 1.029297214418036;

/** The C of 1/g_k = k/2 + ln(k)/6 + C + o(1); it is OFFSET/2 - ln(2)/6. */
export const EXTINCTION_CONSTANT = 0.3991240771156938;

function tail(g: number): number {
  let sum = 0;
  for (let i = SERIES.length - 1; i >= 0; --i) sum = (sum + SERIES[i]) * g;
  return sum;
}

/** One Newton step for A(h) = time; the terms left out of the slope are below 1e-4 of it. */
function refine(h: number, time: number): number {
  const excess = 2 * h - Math.log(h) / 3 + tail(1 / h) - time;
  return h - excess / (2 - 1 / (3 * h));
}

/**
 * The real generation at which g would equal `g`, the inverse of `extinctionRate`, for 0 < g <= 1.
 * Internal: the caller has checked its input.
 */
export function generationOfRate(g: number): number {
  let steps = 0;
  let rate = g;
  for (; rate > 0.058; ++steps) rate = -Math.expm1(-rate);
  return 2 / rate + Math.log(rate) / 3 + tail(rate) - OFFSET - steps;
}

/**
 * g_k of the paper: g_1 = 1 and g_{k+1} = 1 - exp(-g_k), so that a symbol expected n p times in the first
 * synthetic training set is extinct by generation k with probability exp(-n p g_k) under Poisson sampling.
 * Between 1/k and 2/(k+1); 1/g_k = k/2 + ln(k)/6 + 0.39912 + o(1).
 *
 * Exact recursion, evaluated to a relative error of about 2e-16 sqrt(k) up to k = 32 and 4e-16 beyond.
 * Generation 0 gives Infinity: nothing is extinct before the first draw.
 *
 * @param generation k, an integer from 0 to 2^53-1
 * @throws {InputError} for any other generation
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorems 1 and 2
 */
export function extinctionRate(generation: number): number {
  integer("generation", generation, 0);
  if (generation === 0) return Infinity;
  if (generation <= ITERATED) {
    let g = 1;
    for (let k = 1; k < generation; ++k) g = -Math.expm1(-g);
    return g;
  }
  const time = generation + OFFSET;
  let h = generation / 2 + Math.log(generation) / 6 + EXTINCTION_CONSTANT;
  for (let i = 0; i < 3; ++i) h = refine(h, time);
  return 1 / h;
}

/**
 * All of `extinctionRate(0)` to `extinctionRate(generations)`: entry k is g_k, entry 0 is Infinity. A million
 * of them take some tens of milliseconds, and no rounding error builds up along the array.
 *
 * @param generations the last k, an integer from 0 to 10000000
 * @throws {InputError} for any other number of generations
 * @see Rate of Model Collapse in Recursive Training, https://arxiv.org/abs/2412.17646, Theorems 1 and 2
 */
export function extinctionRates(generations: number): Float64Array {
  integer("generations", generations, 0, 1e7);
  const rates = new Float64Array(generations + 1);
  rates[0] = Infinity;
  const iterated = Math.min(generations, ITERATED);
  if (iterated > 0) rates[1] = 1;
  for (let k = 2; k <= iterated; ++k) rates[k] = -Math.expm1(-rates[k - 1]);
  let h = 1 / rates[iterated];
  for (let k = iterated + 1; k <= generations; ++k) {
    h += 0.5 + 1 / (12 * h) - 1 / (720 * h * h * h);
    h = refine(h, k + OFFSET);
    rates[k] = 1 / h;
  }
  return rates;
}
