import { describe, expect, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { DRAWS, discrete, sample } from "./checks.ts";
import { poissonLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("poisson");
const STREAM = 4;

const means = [0.1, 1, 5, 33, 100, 1000, 1e6, 1e12, 2 ** 51, 2 ** 53 - 2 ** 31, 2 ** 53 - 1];
// Ten times the draws: for counts at all at the rare end, and at the switch from inversion to rejection to see one
// draw in a hundred shifted by one, which moves the mean by no more than three standard errors of 10^6 draws.
const thorough = [1e-5, 9.99, 10, 10.01];

describe(`poisson: ${LIMIT}`, () => {
  it.each([...thorough, ...means].map((mean, i) => [i, mean]))("seed %d: mean %d", (seed, mean) => {
    const draws = thorough.includes(mean) ? 10 * DRAWS : DRAWS;
    const x = sample((out) => new Generator(seed, STREAM).poisson(mean, out), draws);
    ledger.accept(`mean ${mean}`, discrete(x, poissonLaw(mean)));
  });

  it("mean 0 gives 0", () => {
    const x = sample((out) => new Generator(20, STREAM).poisson(0, out), 1000);
    expect(x.every((k) => k === 0)).toBe(true);
  });

  it("first p-values are uniform", () => ledger.close());
});
