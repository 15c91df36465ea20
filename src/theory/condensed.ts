import type { Symbols } from "./symbols.ts";

/** Shares of symbols, rising, and how many symbols have each; `rest` as in Symbols. */
export type Shares = Pick<Symbols, "p" | "rest" | "many">;

// Shares in a bin differ by this factor at most. What is condensed is f with |f''''| x^4 below 5 |f|, as for
// 1 - exp(-x) and its like, and the rule of two points is off by at most |f''''| w^4 / 384 for a bin of width w.
const WIDTH = 1 / 256;

/**
 * Fewer points with the same sums, for sums over the symbols of a function that is smooth in ln p on a scale of 1:
 * the shares of every narrow bin are replaced by the two of Gauss's rule, which has their number, mean, variance and
 * third moment. The relative error of the sums is below 1e-12. The points stand for numbers of symbols that are not whole.
 *
 * @see Golub and Welsch (1969), Math. Comp. 23:221, https://doi.org/10.1090/S0025-5718-69-99647-1, for Gauss rules
 *   of any law
 */
export function condensed<S extends Shares>({ p, rest, many, ...sums }: S) {
  const points: number[] = [];
  const weights: number[] = [];
  const left: number[] = [];
  for (let from = 0, to = 0; from < p.length; from = to) {
    const most = p[from] * (1 + WIDTH);
    while (to < p.length && p[to] <= most) ++to;
    const add = (x: number, weight: number, other: number): void => {
      points.push(x);
      weights.push(weight);
      left.push(other);
    };
    // Shares that sank to 0 differ no more.
    if (to - from <= 2 || most === 0) for (let i = from; i < to; ++i) add(p[i], many[i], rest[i]);
    else
      for (const [x, weight] of twoPoints(p.subarray(from, to), many.subarray(from, to)))
        add(x, weight, 1 - x);
  }
  return {
    p: Float64Array.from(points),
    rest: Float64Array.from(left),
    many: Float64Array.from(weights),
    ...sums,
  };
}

/** Gauss's rule of two points for a discrete law: points and weights. */
function twoPoints(x: Float64Array, weight: Float64Array): [number, number][] {
  let total = 0;
  let shift = 0;
  for (let i = 0; i < x.length; ++i) {
    total += weight[i];
    shift += weight[i] * (x[i] - x[0]);
  }
  const mean = x[0] + shift / total;
  let square = 0;
  let cube = 0;
  for (let i = 0; i < x.length; ++i) {
    // In units of the bin, which may be tiny.
    const d = (x[i] - mean) / x[0];
    square += weight[i] * d * d;
    cube += weight[i] * d * d * d;
  }
  square /= total;
  cube /= total;
  // The points d with d^2 - (cube / square) d - square = 0.
  const half = cube / square / 2;
  const root = Math.sqrt(half * half + square);
  const high = half + root;
  const low = half - root;
  const share = -low / (high - low);
  return [
    [mean + low * x[0], total * (1 - share)],
    [mean + high * x[0], total * share],
  ];
}
