// The law of a ratio of two gamma variates: Fisher's F, but for a factor.
import { logGammaRatio } from "./special.ts";

/** Both are probabilities, each to about 1e-13 of its size where it is below one half. */
export interface Shares {
  readonly below: number;
  readonly above: number;
}

/** Of gamma(a) / gamma(b), for a, b > 0 and y from 0 to Infinity: how likely it is below y, and above. */
export function gammaRatioLaw(a: number, b: number, y: number): Shares {
  if (!(y > 0)) return { below: 0, above: 1 };
  if (y === Infinity) return { below: 1, above: 0 };
  const share = y / (1 + y);
  const rest = 1 / (1 + y);
  // y^a / (1 + y)^(a + b) / B(a, b), in the order that loses no digits where b is large.
  const log = a * Math.log(b * share) - b * Math.log1p(y) + logGammaRatio(b, a).re - logGammaRatio(1, a).re;
  const front = a * Math.exp(log);
  if (share < (a + 1) / (a + b + 2)) {
    const below = front / fraction(a, b, share, rest);
    return { below, above: 1 - below };
  }
  const above = front / fraction(b, a, rest, share);
  return { below: 1 - above, above };
}

/**
 * x^a y^b / B(a, b) over the incomplete beta function of x = 1 - y: a continued fraction that takes both, as one may be too
 * small for the other to show, by the algorithm of Lentz.
 * A. R. DiDonato & A. H. Morris (1992), https://doi.org/10.1145/131766.131776
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const apart = a * y - b * x + 1;
  let value = (a * apart) / (a + 1);
  let up = value;
  let down = 0;
  for (let m = 1; m < 10_000; ++m) {
    const at = a + 2 * m - 1;
    const above = (((a + m - 1) * x) / at) * (((a + b + m - 1) * x) / at) * m * (b - m);
    const below = m + (m * (b - m) * x) / at + ((a + m) * (apart + m * (1 + y))) / (at + 2);
    down = 1 / (below + above * down);
    up = below + above / up;
    const ratio = up * down;
    value *= ratio;
    if (Math.abs(ratio - 1) < 1e-15) break;
  }
  return value;
}
