import { factor, solve } from "../linear.ts";

// What remains after the terms that are fitted is of the order k^-3 ln(k)^2 at the last generation.
const FIRST = 2 ** 12;
const TERMS = 7;

/**
 * The limit of a sequence that tends to it as a sum of powers k^-i and k^-(i - gap), i = 1, 2, 3, 0 <= gap < 1/2: that is
 * how the moments under accumulated data do. `value` is asked for rising generations k.
 */
export function extrapolated(value: (generation: number) => number, gap: number): number {
  const at = Array.from({ length: TERMS }, (_, i) => FIRST * 2 ** i);
  const values = Float64Array.from(at, value);
  const last = at[TERMS - 1];
  const lines = at.map((k) => {
    const x = last / k;
    // k^-i and k^-(i - gap) are nearly the same where the gap is small; their difference tends to a logarithm.
    const other = gap === 0 ? Math.log(k / last) : Math.expm1(gap * Math.log(k / last)) / gap;
    return Float64Array.of(1, x, x * other, x * x, x * x * other, x ** 3, x ** 3 * other);
  });
  return solve(factor(lines), values)[0];
}
