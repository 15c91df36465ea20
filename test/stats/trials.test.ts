import { pgeom, pnbinom } from "lib-r-math.js";
import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { DRAWS, discrete, sample } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import type { Law } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("trials");
const STREAM = 14;

/** On 1, 2, …: lib-r-math.js counts the failures before. */
const geometricLaw = (p: number): Law => ({
  mean: 1 / p,
  std: Math.sqrt(1 - p) / p,
  below: (k) => (k < 1 ? 0 : pgeom(k - 1, p)),
  above: (k) => (k < 1 ? 1 : pgeom(k - 1, p, false)),
});

const negativeBinomialLaw = (n: number, p: number): Law => ({
  mean: (n * (1 - p)) / p,
  std: Math.sqrt(n * (1 - p)) / p,
  below: (k) => pnbinom(k, n, p),
  above: (k) => pnbinom(k, n, p, undefined, false),
});

describe(`geometric, negative binomial, Zipf: ${LIMIT}`, () => {
  it.each([
    [0, 0.5],
    [1, 0.01],
    [2, 0.9],
    [3, 1e-6],
    [4, 1e-12],
  ])("seed %d: geometric(%d)", (seed, p) => {
    const x = sample((out) => new Generator(seed, STREAM).geometric(p, out));
    ledger.accept(`geometric(${p})`, discrete(x, geometricLaw(p)));
  });

  it.each([
    [10, 1, 0.3],
    [11, 2.5, 0.2],
    [12, 0.1, 0.01],
    [13, 300, 0.5],
    [14, 50, 1e-4],
  ])("seed %d: negativeBinomial(%d, %d)", (seed, n, p) => {
    const x = sample((out) => new Generator(seed, STREAM).negativeBinomial(n, p, out));
    ledger.accept(`negativeBinomial(${n}, ${p})`, discrete(x, negativeBinomialLaw(n, p)));
  });

  // Probabilities of 1, …, 1000, and of what is beyond, by Euler and Maclaurin's formula.
  it.each([
    [20, 1.05],
    [21, 1.5],
    [22, 2],
    [23, 3.7],
    [24, 10],
  ])("seed %d: zipf(%d)", (seed, a) => {
    const cells = 1000;
    // Without what lies beyond 2^53 - 1, which is not drawn.
    const beyond = (n: number) => n ** (1 - a) / (a - 1) - n ** -a / 2 + (a * n ** (-a - 1)) / 12;
    const weights = Float64Array.from({ length: cells + 1 }, (_, i) =>
      i < cells ? (i + 1) ** -a : beyond(cells) - beyond(2 ** 53),
    );
    const total = weights.reduce((sum, weight) => sum + weight);
    const counts = new Float64Array(cells + 1);
    for (const k of sample((out) => new Generator(seed, STREAM).zipf(a, out))) {
      counts[Math.min(cells, k - 1)] += 1;
    }
    const expected = weights.map((weight) => (DRAWS * weight) / total);
    ledger.accept(`zipf(${a})`, [chiSquare(counts, expected)]);
  });

  // Half of the draws of so flat a law lie beyond 2^26: cells as wide as a power of two.
  it.each([
    [25, 1.001],
    [26, 1.2],
  ])("seed %d: zipf(%d), far out", (seed, a) => {
    const counts = new Float64Array(53);
    for (const k of sample((out) => new Generator(seed, STREAM).zipf(a, out)))
      counts[Math.floor(Math.log2(k))] += 1;
    const beyond = (n: number) => n ** (1 - a) / (a - 1) + n ** -a / 2 + (a * n ** (-a - 1)) / 12;
    const few = (i: number) => {
      let sum = 0;
      for (let k = 2 ** i; k < 2 ** (i + 1); ++k) sum += k ** -a;
      return sum;
    };
    const weights = counts.map((_, i) => (i < 10 ? few(i) : beyond(2 ** i) - beyond(2 ** (i + 1))));
    const total = weights.reduce((sum, weight) => sum + weight);
    ledger.accept(`zipf(${a})`, [
      chiSquare(
        counts,
        weights.map((weight) => (DRAWS * weight) / total),
      ),
    ]);
  });

  it("first p-values are uniform", () => ledger.close());
});
