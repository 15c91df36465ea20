// Kolmogorov & Smirnov: the largest distance between the distribution function of a sample and that of its law.
import type { Finding } from "./finding.ts";
import type { Law } from "./laws.ts";

/** P(K > t) of Kolmogorov's law; whichever of its two series is the short one. */
function kolmogorov(t: number): number {
  if (t < 0.2) return 1; // 1 - 5e-13
  let sum = 0;
  if (t < 1) {
    for (let j = 1; j < 40; j += 2) sum += Math.exp(-((j * Math.PI) ** 2) / (8 * t * t));
    return 1 - (Math.sqrt(2 * Math.PI) / t) * sum;
  }
  for (let j = 1; j < 20; ++j) sum += (j % 2 === 1 ? 2 : -2) * Math.exp(-2 * (j * t) ** 2);
  return Math.min(1, sum);
}

/**
 * Stephens 1970, https://doi.org/10.1111/j.2517-6161.1970.tb00821.x: from a handful of values on, and exact for many.
 */
function finding(test: string, distance: number, size: number): Finding {
  const root = Math.sqrt(size);
  return { test, statistic: distance * root, p: kolmogorov((root + 0.12 + 0.11 / root) * distance) };
}

/**
 * The distance itself, of a sorted sample, at a hundredth of the evaluations: between two points both functions
 * only grow, so whole stretches cannot hold the maximum.
 */
function ksDistance(sorted: Float64Array, below: (x: number) => number): number {
  const n = sorted.length;
  let largest = 0;
  const look = (i: number): number => {
    const f = below(sorted[i]);
    largest = Math.max(largest, f - i / n, (i + 1) / n - f);
    return f;
  };
  const search = (i: number, fi: number, j: number, fj: number): void => {
    if (j - i < 2 || Math.max(j / n - fi, fj - (i + 1) / n) <= largest) return;
    const middle = (i + j) >> 1;
    const f = look(middle);
    search(i, fi, middle, f);
    search(middle, f, j, fj);
  };
  const first = look(0);
  search(0, first, n - 1, look(n - 1));
  return largest;
}

/** A sample of a continuous law; sorts it. */
export function ks(sample: Float64Array, law: Law): Finding {
  return finding("KS", ksDistance(sample.sort(), law.below), sample.length);
}

/** Two samples of one law, continuous and unknown; sorts them. */
export function ksTwo(a: Float64Array, b: Float64Array): Finding {
  a.sort();
  b.sort();
  let largest = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = Math.min(a[i], b[j]);
    while (a[i] === x) ++i;
    while (b[j] === x) ++j;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return finding("KS, two", largest, (a.length * b.length) / (a.length + b.length));
}
