// Twin of assembly/sums/sums.ts.

export function sum(x: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < x.length; ++i) {
    const value = x[i];
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

export function prefixSums(x: Float64Array, out: Float64Array, count: number): void {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < count; ++i) {
    const value = x[i];
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
    out[i] = total + lost;
  }
}

export function suffixSums(x: Float64Array, out: Float64Array, count: number): void {
  let total = 0;
  let lost = 0;
  for (let i = count - 1; i >= 0; --i) {
    const value = x[i];
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
    out[i] = total + lost;
  }
}
