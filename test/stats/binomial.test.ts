import { describe, expect, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { discrete, sample } from "./checks.ts";
import { binomialLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("binomial");
const STREAM = 5;

const trials = [1, 2, 5, 10, 20, 100, 1000, 1e6, 1e12, 2 ** 53 - 1];
const probabilities = [1e-9, 0.001, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-9];
// Both sides of n min(p, q) = 10, where inversion gives way to rejection.
const switches = [
  [1000, 0.00999],
  [1000, 0.01001],
  [1000, 0.99001],
  [1000, 0.98999],
  [20, 0.4999],
  [21, 0.4763],
  [1e10, 0.999e-9],
  [1e10, 1.001e-9],
];
const cells = [...trials.flatMap((n) => probabilities.map((p) => [n, p])), ...switches];

describe(`binomial: ${LIMIT}`, () => {
  it.each(cells.map(([n, p], i) => [i, n, p]))("seed %d: n = %d, p = %d", (seed, n, p) => {
    const x = sample((out) => new Generator(seed, STREAM).binomial(n, p, out));
    ledger.accept(`${n}, ${p}`, discrete(x, binomialLaw(n, p)));
    expect(x.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  it.each([0, ...trials].flatMap((n) => [0, 1].map((p) => [n, p])))("n = %d, p = %d is certain", (n, p) => {
    const x = sample((out) => new Generator(200, STREAM).binomial(n, p, out), 1000);
    expect(x.every((k) => k === n * p)).toBe(true);
  });

  it("n = 0 gives 0", () => {
    expect(new Generator(201, STREAM).binomial(0, 0.3, new Float64Array(1000)).every((k) => k === 0)).toBe(
      true,
    );
  });

  it("first p-values are uniform", () => ledger.close());
});
