// Box–Muller: a pair of normals from two words, with no branch and no rejection, so streams stay addressable.
// G. E. P. Box & M. E. Muller (1958), https://doi.org/10.1214/aoms/1177706645
import { log } from "../math";
import { twoPairs } from "./box-muller-pairs";
import { hasSpare, keepSpare, refill, take, takeSpare, waiting } from "./stream";
import { positiveUniform, uniform } from "./uniform";

/** A standard normal. */
export function boxMuller(s: usize): f64 {
  if (hasSpare(s)) return takeSpare(s);
  const radius = sqrt(-2.0 * log(positiveUniform(s)));
  const turns = 4.0 * uniform(s);
  // The angle is a quarter turn times `quarter`, and an eighth of a turn or less beside it.
  const quarter = floor(turns + 0.5);
  const t = (turns - quarter) * 1.5707963267948966;
  const z = t * t;
  const sine =
    t +
    t *
      (z *
        (-0.16666666666666666 +
          z *
            (0.008333333333330948 +
              z *
                (-0.00019841269836758574 +
                  z * (2.755731610255244e-6 + z * (-2.5051131845003624e-8 + z * 1.5918129294866608e-10))))));
  const cosine =
    1.0 -
    0.5 * z +
    z *
      (z *
        (0.041666666666666664 +
          z *
            (-0.0013888888888887398 +
              z *
                (2.480158729876569e-5 +
                  z * (-2.7557317271729793e-7 + z * (2.08761462684032e-9 + z * -1.1382632425521717e-11))))));
  const q = <i32>quarter;
  const odd = (q & 1) != 0;
  const y = odd ? cosine : sine;
  const x = odd ? sine : cosine;
  keepSpare(s, radius * ((q & 2) != 0 ? -y : y));
  return radius * (((q + 1) & 2) != 0 ? -x : x);
}

/** Fills out[0..count) with standard normals: the same numbers, in the same order, as `count` calls of boxMuller(). */
export function fillBoxMuller(s: usize, out: usize, count: i32): void {
  while (count > 0) {
    if (waiting(s) == 0) refill(s);
    const bursts = min(waiting(s), count) >> 2;
    if (bursts == 0 || hasSpare(s)) {
      store<f64>(out, boxMuller(s));
      out += 8;
      --count;
      continue;
    }
    let from = take(s, bursts << 2);
    for (let i = 0; i < bursts; ++i) {
      twoPairs(v128.load(from), v128.load(from, 16), out);
      from += 32;
      out += 32;
    }
    count -= bursts << 2;
  }
}
