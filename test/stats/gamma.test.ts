import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { continuous, sample } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import { gammaLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("gamma");
const STREAM = 3;

// Below 1 a draw is boosted; at d = shape - 1/3 = 10^4 the acceptance test changes to a series.
const shapes = [0.05, 0.5, 0.999, 1, 1.5, 4.5, 49.5, 500, 9999, 10000.3, 10000.4, 10001, 1e8];
const limits = [2 ** 52, 2 ** 53 - 1];

describe(`gamma: ${LIMIT}`, () => {
  it.each([...shapes, ...limits].map((shape, i) => [i, shape]))("seed %d: shape %d", (seed, shape) => {
    const x = sample((out) => new Generator(seed, STREAM).gamma(shape, out));
    ledger.accept(`shape ${shape}`, continuous(x, gammaLaw(shape)));
  });

  // A draw of a small shape can be too small for a double. It is 0 where the law is below 2^-1075, and not before:
  // below 2^-1000 the law is a power of x.
  it.each([
    [20, 0.001],
    [21, 0.01],
    [22, 0.0001],
  ])("seed %d: shape %d, down to 0", (seed, shape) => {
    const x = sample((out) => new Generator(seed, STREAM).gamma(shape, out));
    const law = gammaLaw(shape);
    const limits = [2 ** -1074, 2 ** -1060, 2 ** -1022, 1e-300, 1e-200, 1e-100, 1e-10, 0.1];
    const below = [
      2 ** (-75.0 * shape) * law.below(2 ** -1000),
      ...limits.slice(1).map((limit) => law.below(limit)),
      1,
    ];
    const counts = new Float64Array(below.length);
    for (const value of x) counts[limits.filter((limit) => value >= limit).length] += 1;
    const expected = below.map((p, i) => x.length * (p - (i > 0 ? below[i - 1] : 0)));
    ledger.accept(`shape ${shape}`, [chiSquare(counts, expected)]);
  });

  it("first p-values are uniform", () => ledger.close());
});
