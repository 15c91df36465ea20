// Twin of assembly/sums/lanes.ts.

export function meanOf(z: Float64Array, count: number): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    a += z[i];
    b += z[i + 1];
    c += z[i + 2];
    d += z[i + 3];
    e += z[i + 4];
    f += z[i + 5];
    g += z[i + 6];
    h += z[i + 7];
  }
  let sum = a + c + (e + g) + (b + d + (f + h));
  for (; i < count; ++i) sum += z[i];
  return sum / count;
}

export function squaresFrom(z: Float64Array, count: number, mean: number): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    a += (z[i] - mean) * (z[i] - mean);
    b += (z[i + 1] - mean) * (z[i + 1] - mean);
    c += (z[i + 2] - mean) * (z[i + 2] - mean);
    d += (z[i + 3] - mean) * (z[i + 3] - mean);
    e += (z[i + 4] - mean) * (z[i + 4] - mean);
    f += (z[i + 5] - mean) * (z[i + 5] - mean);
    g += (z[i + 6] - mean) * (z[i + 6] - mean);
    h += (z[i + 7] - mean) * (z[i + 7] - mean);
  }
  let sum = a + c + (e + g) + (b + d + (f + h));
  for (; i < count; ++i) sum += (z[i] - mean) * (z[i] - mean);
  return sum;
}

export function leastOf(z: Float64Array, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; ++i) if (z[i] < least) least = z[i];
  return least;
}
