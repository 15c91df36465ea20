import { describe, expect, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { discrete, sample } from "./checks.ts";
import { hypergeometricLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";
import { hypergeometricOutcomes, joint } from "./outcomes.ts";

const ledger = new Ledger("hypergeometric");
const STREAM = 9;

const cells = [
  [1, 1, 1],
  [3, 5, 4],
  [10, 90, 10],
  [1, 1e6, 1e5],
  [1e6, 1, 7],
  [700, 300, 12],
  [12, 2 ** 53 - 13, 1e15],
  // Each side of a mean of 10, from above and below the middle.
  [1000, 10_000, 109],
  [1000, 10_000, 111],
  [10_000, 1000, 109],
  [10_000, 1000, 111],
  [1000, 10_000, 10_891],
  [1000, 10_000, 10_889],
  [10_000, 1000, 10_889],
  // Each side of a variance of 5, with means from 17 to 20.
  [39, 40, 39],
  [41, 40, 40],
  [37, 63, 48],
  [37, 66, 50],
  // Wide as a binomial, as a Poisson law and as neither.
  [300, 700, 100],
  [1000, 10_000, 500],
  [1e6, 1e9, 1e5],
  [1e12, 2e12, 1000],
  [1000, 2e12, 1e12],
  [5e4, 5e4, 5e4],
  [1e6, 3e6, 2e6],
  [3e6, 1e6, 3e6],
  // As large as can be.
  [1e9, 2 ** 52, 1e14],
  [2 ** 52, 2 ** 52 - 1, 2 ** 52],
  [2 ** 51, 2 ** 52 + 2 ** 51 - 1, 2 ** 49],
  [2 ** 52 + 2 ** 51, 2 ** 50, 2 ** 52],
];

describe(`hypergeometric: ${LIMIT}`, () => {
  it.each(cells.map(([m, u, d], i) => [i, m, u, d]))(
    "seed %d: %d marked, %d not, %d drawn",
    (seed, m, u, d) => {
      const x = sample((out) => new Generator(seed, STREAM).hypergeometric(m, u, d, out));
      ledger.accept(`${m}, ${u}, ${d}`, discrete(x, hypergeometricLaw(m, u, d)));
      expect(x.every((k) => Number.isInteger(k) && k >= Math.max(0, d - u) && k <= Math.min(m, d))).toBe(
        true,
      );
    },
  );

  it.each([
    [0, 0, 0, 0],
    [5, 7, 0, 0],
    [5, 7, 12, 5],
    [0, 7, 3, 0],
    [7, 0, 3, 3],
  ])("%d marked, %d not, %d drawn: surely %d", (m, u, d, surely) => {
    const x = sample((out) => new Generator(200, STREAM).hypergeometric(m, u, d, out), 1000);
    expect(x.every((k) => Object.is(k, surely))).toBe(true);
  });

  it.each([
    [100, [2, 0, 3, 5], 4],
    [101, [0, 1, 7, 2, 1, 0], 9],
  ])("seed %d: %j, %d drawn, all outcomes", (seed, items, draws) => {
    const rng = new Generator(seed, STREAM);
    const draw = (out: Float64Array) => rng.multivariateHypergeometric(items, draws, out);
    ledger.accept(`${items}: ${draws}`, [joint(draw, draws, hypergeometricOutcomes(draws, items), 300_000)]);
  });

  it("first p-values are uniform", () => ledger.close());
});
