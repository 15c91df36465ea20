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

/**
 * Takes one more row of `count` values into running means and sums of squared deviations; `rows` counts the new
 * row. B. P. Welford (1962), https://doi.org/10.1080/00401706.1962.10490022
 */
export function addRow(mean: usize, squares: usize, row: usize, count: i32, rows: f64): void {
  const weight = 1.0 / rows;
  const weights = f64x2.splat(weight);
  let at: usize = 0;
  const end = (<usize>count) << 3;
  for (; at + 8 < end; at += 16) {
    const value = v128.load(row + at);
    const before = v128.load(mean + at);
    const difference = f64x2.sub(value, before);
    const after = f64x2.add(before, f64x2.mul(difference, weights));
    v128.store(mean + at, after);
    const square = f64x2.mul(difference, f64x2.sub(value, after));
    v128.store(squares + at, f64x2.add(v128.load(squares + at), square));
  }
  if (at < end) {
    const value = load<f64>(row + at);
    const before = load<f64>(mean + at);
    const difference = value - before;
    const after = before + difference * weight;
    store<f64>(mean + at, after);
    store<f64>(squares + at, load<f64>(squares + at) + difference * (value - after));
  }
}
