import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { continuous, DRAWS, sample } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import { betaLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("beta");
const STREAM = 13;

describe(`beta and dirichlet: ${LIMIT}`, () => {
  it.each([
    [0, 1, 1],
    [1, 2, 3],
    [2, 0.5, 0.5],
    [3, 0.3, 0.7],
    [4, 30, 400],
    [5, 1e5, 3e5],
  ])("seed %d: beta(%d, %d)", (seed, a, b) => {
    const x = sample((out) => new Generator(seed, STREAM).beta(a, b, out));
    ledger.accept(`beta(${a}, ${b})`, continuous(x, betaLaw(a, b)));
  });

  // With such shapes most draws are next to 0 or to 1, whose doubles lie apart: cells, not a distance.
  it.each([
    [10, 1e-3, 1e-3],
    [11, 0.01, 0.02],
    [12, 1e-3, 2],
  ])("seed %d: beta(%d, %d), down to 1e-300", (seed, a, b) => {
    const limits = [1e-300, 1e-200, 1e-100, 1e-30, 1e-10, 1e-3, 0.1, 0.5, 0.9, 0.999, 1 - 1e-10];
    const counts = new Float64Array(limits.length + 1);
    for (const x of sample((out) => new Generator(seed, STREAM).beta(a, b, out))) {
      counts[limits.filter((limit) => x > limit).length] += 1;
    }
    const below = [...limits.map((limit) => betaLaw(a, b).below(limit)), 1];
    const expected = below.map((p, i) => DRAWS * (p - (i > 0 ? below[i - 1] : 0)));
    ledger.accept(`beta(${a}, ${b})`, [chiSquare(counts, expected)]);
  });

  it("a share of a Dirichlet is a beta, and so is the sum of two", () => {
    const rng = new Generator(20, STREAM);
    const alpha = [0.4, 2, 0.1, 3];
    const [one, two] = [new Float64Array(DRAWS), new Float64Array(DRAWS)];
    const shares = new Float64Array(4);
    for (let i = 0; i < DRAWS; ++i) {
      rng.dirichlet(alpha, shares);
      one[i] = shares[1];
      two[i] = shares[0] + shares[3];
    }
    ledger.accept("one share", continuous(one, betaLaw(2, 3.5)));
    ledger.accept("two shares", continuous(two, betaLaw(3.4, 2.1)));
  });

  it("first p-values are uniform", () => ledger.close());
});
