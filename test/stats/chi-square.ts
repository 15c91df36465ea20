// Pearson's chi-square, with thin cells pooled.
import { countTest, type Finding } from "./finding.ts";
import { between, chiSquareLaw, type Law } from "./laws.ts";

/** No cell expects fewer, or the statistic would not have the chi-square law. */
const THINNEST = 10;
/** A law too wide to give each integer its cell is cut into this many. */
const CELLS = 1000;
const RESIDUES = 16;

/** Joins neighbours from the left until each expects enough; what remains at the end joins the last. */
export function pool(observed: ArrayLike<number>, expected: ArrayLike<number>): [number[], number[]] {
  const o = [0];
  const e = [0];
  for (let i = 0, last = 0; i < expected.length; ++i) {
    if (e[last] >= THINNEST) {
      o.push(0);
      e.push(0);
      ++last;
    }
    o[last] += observed[i];
    e[last] += expected[i];
  }
  if (e.length > 1 && e[e.length - 1] < THINNEST) {
    o[o.length - 2] += o.pop()!;
    e[e.length - 2] += e.pop()!;
  }
  return [o, e];
}

export function chiSquare(observed: ArrayLike<number>, expected: ArrayLike<number>, test = "chi2"): Finding {
  const [o, e] = pool(observed, expected);
  if (o.length === 1) return rare(observed, expected);
  let sum = 0;
  for (let i = 0; i < o.length; ++i) sum += (o[i] - e[i]) ** 2 / e[i];
  return { test: `${test}(${o.length - 1})`, statistic: sum, p: chiSquareLaw(o.length - 1).above(sum) };
}

/** Nearly every draw is the same: counts the others. */
function rare(observed: ArrayLike<number>, expected: ArrayLike<number>): Finding {
  const draws = Array.from(observed).reduce((a, b) => a + b);
  const usual = Array.from(expected).indexOf(Math.max(...Array.from(expected)));
  let others = 0;
  for (let i = 0; i < expected.length; ++i) if (i !== usual) others += expected[i];
  return countTest("others", draws - observed[usual], draws, others / draws);
}

/** A sample of integers against their law. */
export function chiSquareIntegers(sample: Float64Array, law: Law): Finding {
  const low = Math.floor(law.mean - 8 * law.std) - 1;
  const step = Math.ceil((16 * law.std + 40) / CELLS);
  const cells = Math.ceil((16 * law.std + 40) / step);
  const observed = new Float64Array(cells + 2);
  for (const x of sample) observed[Math.min(cells + 1, Math.max(0, Math.ceil((x - low) / step)))] += 1;
  const expected = observed.map((_, i) => {
    if (i === 0) return sample.length * law.below(low);
    if (i > cells) return sample.length * law.above(low + cells * step);
    return sample.length * between(law, low + (i - 1) * step, low + i * step);
  });
  return chiSquare(observed, expected);
}

/**
 * The last four binary digits of a law so wide that they are uniform: a smooth law of standard deviation s deviates
 * from that by some exp(-2 (pi s / 16)^2), nothing at s = 100.
 */
export function lowBits(sample: Float64Array): Finding {
  const observed = new Float64Array(RESIDUES);
  for (const x of sample) observed[x - RESIDUES * Math.floor(x / RESIDUES)] += 1;
  return chiSquare(
    observed,
    observed.map(() => sample.length / RESIDUES),
    "low bits",
  );
}

const QUANTILES = [1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];

/** A sorted sample of a continuous law, cut at quantiles far out: the tails, of which KS knows little. */
export function chiSquareTails(sorted: Float64Array, law: Law): Finding {
  const n = sorted.length;
  const first = (yes: (x: number) => boolean): number => {
    let low = 0;
    let high = n;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (yes(sorted[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const lower = QUANTILES.map((p) => first((x) => law.below(x) > p));
  const upper = QUANTILES.slice(0, -1).map((p) => first((x) => law.above(x) <= p));
  const cuts = [0, ...lower, ...upper.reverse(), n];
  const shares = [...QUANTILES, ...QUANTILES.slice(0, -1).reverse()];
  const widths = shares.map((p, i) => (i === 0 ? p : Math.abs(p - shares[i - 1])));
  const observed = cuts.slice(1).map((cut, i) => cut - cuts[i]);
  return chiSquare(
    observed,
    [...widths, shares[shares.length - 1]].map((p) => n * p),
    "tails",
  );
}

/** Counts by key of two samples of one law, discrete and unknown. */
export function chiSquareTwo(a: Map<number, number>, b: Map<number, number>): Finding {
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y);
  const total = (m: Map<number, number>) => [...m.values()].reduce((x, y) => x + y, 0);
  const share = total(a) / (total(a) + total(b));
  const ofA = keys.map((key) => a.get(key) ?? 0);
  const both = keys.map((key) => (a.get(key) ?? 0) + (b.get(key) ?? 0));
  // Given the sum of a cell, its part in a is binomial: thin where either side expects few.
  const [o, e] = pool(
    ofA,
    both.map((count) => Math.min(share, 1 - share) * count),
  );
  const sums = e.map((x) => x / Math.min(share, 1 - share));
  let sum = 0;
  for (let i = 0; i < o.length; ++i) sum += (o[i] - share * sums[i]) ** 2 / (share * (1 - share) * sums[i]);
  return {
    test: `chi2, two(${o.length - 1})`,
    statistic: sum,
    p: chiSquareLaw(o.length - 1).above(sum),
  };
}
