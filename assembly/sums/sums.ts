// Running sums. Every sum here goes from left to right, so that its bits are those of the twin.

/** Sum of x[0..count), compensated: A. Neumaier (1974), https://doi.org/10.1002/zamm.19740540106 */
export function sum(x: usize, count: i32): f64 {
  let total = 0.0;
  let lost = 0.0;
  for (let i = 0; i < count; ++i) {
    const value = load<f64>(x + ((<usize>i) << 3));
    const next = total + value;
    lost += abs(total) >= abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** out[i] = x[0] + … + x[i], compensated. */
export function prefixSums(x: usize, out: usize, count: i32): void {
  let total = 0.0;
  let lost = 0.0;
  for (let i = 0; i < count; ++i) {
    const value = load<f64>(x + ((<usize>i) << 3));
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
    store<f64>(out + ((<usize>i) << 3), total + lost);
  }
}

/** out[i] = x[i] + … + x[count - 1], compensated: the weight that is left when i symbols have been dealt with. */
export function suffixSums(x: usize, out: usize, count: i32): void {
  let total = 0.0;
  let lost = 0.0;
  for (let i = count - 1; i >= 0; --i) {
    const value = load<f64>(x + ((<usize>i) << 3));
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
    store<f64>(out + ((<usize>i) << 3), total + lost);
  }
}
