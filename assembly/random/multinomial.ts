import { suffixSums } from "../sums/sums";
import { binomial } from "./binomial";

/**
 * counts[0..size) ~ multinomial(n, weights / sum), by binomial splitting: symbol i takes a binomial share of what
 * the symbols before it have left. `counts` holds the suffix sums of the weights until they are overwritten.
 */
export function multinomial(s: usize, n: f64, weights: usize, counts: usize, size: i32): void {
  suffixSums(weights, counts, size);
  const last = size - 1;
  for (let i = 0; i < last; ++i) {
    const at = (<usize>i) << 3;
    const weight = load<f64>(weights + at);
    const here = load<f64>(counts + at);
    const beyond = load<f64>(counts + at, 8);
    // n goes to 0 when nothing is left to share out; a suffix of 0 means only zero weights follow.
    const share = weight == 0.0 ? 0.0 : binomial(s, n, weight / here, beyond / here);
    store<f64>(counts + at, share);
    n -= share;
  }
  store<f64>(counts + ((<usize>last) << 3), n);
}
