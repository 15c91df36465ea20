// The global maximum of the likelihood of a symmetric mixture.
//
// At a maximum variance = m2 - mean^2, with m2 the average of y^2. Along that curve put t = mean / variance and
// r = sqrt(1 + 4 m2 t^2) >= 1, so that variance = 2 m2 / (1 + r), mean t = (r - 1) / 2. The likelihood a sample, l, has
//   dl/dt = T - mean,   T(t) = average of y tanh(t y).
// So mean = 0, r = 1, is stationary, and everything else is a root of T = mean. None has a variance below
// s2 = m2 - m1^2, as T <= m1 = average of y.
//
// largest root   With w = t^2, S = T/t = average of y tanh(t y)/t is a Stieltjes function of w (tanh(x)/x is the sum of
//                2 / ((k - 1/2)^2 pi^2 + x^2)), hence so is (m2 - S)/w, and w / (m2 - S) is concave. Then so is
//                  P(w) = m2^2 w / (m2 - S) - m2 w = m2 w S / (m2 - S),
//                and T = mean reads P = (1 + r)/2. Above all roots P is less; a tangent of P there lies above P down
//                to 0, so that where it meets (1 + r)/2, the larger root of a quadratic in r, no root has been passed.
//                From variance = s2 this descends to the largest root, or below r = 1 where there is none. It is
//                Newton's iteration except for the curvature of r, so it is quadratic: 5 steps, and never seen to take 20.
// smaller roots  If the likelihood rises from r = 1 on (average y^4 < 3 m2^2) there can be two more roots, of which the
//                smallest is a maximum too. That is rare (1 fit in 10^4 at n = 10, mean = std), and l never was seen to
//                gain 10^-4 there; so it is looked for only where l gains less than 10^-3 at the largest root.
// choice         of these, and of mean = 0, the one with the largest l.
import { gain, pass, slope, value } from "./mixture-curve";
import { setValue } from "./trajectory";

/** From here on every tanh(t y) is 1 except for rounding, and mean and std are those of y. */
const SEPARATED: f64 = 20.0;
const SLIGHT: f64 = 1e-3;
/** r - 1 below which a root is not told from r = 1: mean^2 is 10^-6 m2 there, and l gains less than 10^-12. */
const NEGLIGIBLE: f64 = 4e-6;

/** The largest root, from above; 1 when there is none. */
function largestRoot(y: usize, n: i32, m1: f64, m2: f64, start: f64): f64 {
  let r = start;
  for (let step = 0; step < 300; ++step) {
    pass(y, n, m1, m2, r);
    const gap = 0.5 * (1.0 + r) - value;
    const b = 0.5 - 2.0 * slope * r;
    const down = (2.0 * gap) / (b + sqrt(b * b + 4.0 * slope * gap));
    const enough = !(down > 1e-7 * (r - 1.0));
    if (down > 0.0) r -= down;
    if (!(r - 1.0 >= NEGLIGIBLE)) return 1.0;
    if (enough) break;
  }
  return r;
}

/** The smallest root, when the likelihood rises from r = 1 up to it and falls before `end`; else 1. */
function smallestRoot(y: usize, n: i32, m1: f64, m2: f64, end: f64): f64 {
  let m4 = 0.0;
  for (let i = 0; i < n; ++i) {
    const each = load<f64>(y + ((<usize>i) << 3));
    m4 += each * each * (each * each);
  }
  m4 /= <f64>n;
  // As (m2 - S)/w is at most its value at 0, m4/3, there is no root up to here.
  let high = 2.0 * (m2 / sqrt(m4 / 3.0)) - 2.0;
  if (!(high > 0.0)) return 1.0;
  high = max(high, NEGLIGIBLE);
  let low = high;
  do {
    low = high;
    high *= 1.5;
    if (1.0 + high >= end) return 1.0;
    pass(y, n, m1, m2, 1.0 + high);
  } while (value >= 1.0 + 0.5 * high);
  for (let step = 0; step < 40; ++step) {
    const middle = 0.5 * (low + high);
    pass(y, n, m1, m2, 1.0 + middle);
    if (value >= 1.0 + 0.5 * middle) low = middle;
    else high = middle;
  }
  return 1.0 + low;
}

/** Fits the n values at `y`, of mean m1, standard deviation std and least value `least`: leaves mean and std at s. */
export function likeliest(s: usize, y: usize, n: i32, m1: f64, std: f64, least: f64): void {
  const s2 = std * std;
  setValue(s, 0, m1);
  setValue(s, 1, std);
  if (!((m1 / s2) * least < SEPARATED)) return;
  const m2 = m1 * m1 + s2;
  let r = largestRoot(y, n, m1, m2, (2.0 * m2) / s2 - 1.0);
  let best = r > 1.0 ? gain(n, m1) : 0.0;
  if (r > 1.0 && best < SLIGHT) {
    const small = smallestRoot(y, n, m1, m2, 1.0 + 0.99 * (r - 1.0));
    if (small > 1.0) {
      pass(y, n, m1, m2, small);
      const gained = gain(n, m1);
      if (gained > best) {
        best = gained;
        r = small;
      }
    }
  }
  if (best > 0.0) {
    setValue(s, 0, sqrt((m2 * (r - 1.0)) / (r + 1.0)));
    setValue(s, 1, sqrt((2.0 * m2) / (1.0 + r)));
  } else {
    setValue(s, 0, 0.0);
    setValue(s, 1, sqrt(m2));
  }
}
