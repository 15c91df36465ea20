import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { continuous, sample } from "./checks.ts";
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

  it("first p-values are uniform", () => ledger.close());
});
