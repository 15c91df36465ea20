import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { continuous, DRAWS, sample } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import { correlationTest, countTest } from "./finding.ts";
import { exponentialLaw, gammaLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("exponential");
const STREAM = 12;
const TAIL = 7.69711747013105;

const exponentials = (seed: number, draws = DRAWS) =>
  sample((out) => new Generator(seed, STREAM).exponential(out), draws);

describe(`exponential: ${LIMIT}`, () => {
  it("fill", () => ledger.accept("fill", continuous(exponentials(0), exponentialLaw)));

  it("one by one", () => {
    const rng = new Generator(1, STREAM);
    const x = sample((out) => out.map(() => rng.exponential()));
    ledger.accept("one by one", continuous(x, exponentialLaw));
  });

  it("in 20,000 cells of equal probability, which are finer than its layers", () => {
    const cells = 20_000;
    const counts = new Float64Array(cells);
    for (const x of exponentials(2, 5 * DRAWS)) counts[Math.floor(cells * exponentialLaw.below(x))] += 1;
    const expected = counts.map(() => (5 * DRAWS) / cells);
    ledger.accept("fine cells", [chiSquare(counts, expected)]);
  });

  it("neighbours are uncorrelated", () => {
    const x = exponentials(3);
    ledger.accept("neighbours", [correlationTest("r", x.subarray(0, -1), x.subarray(1), gammaLaw(1))]);
  });

  // 10^7 draws: 4,540 of them are beyond the last layer, 454 beyond 10, 2 beyond twice the last layer.
  it("tails", () => {
    const x = exponentials(4, 10 * DRAWS);
    const beyond = (limit: number) => {
      const count = x.reduce((sum, value) => sum + (value > limit ? 1 : 0), 0);
      return countTest(`x>${limit}`, count, x.length, exponentialLaw.above(limit));
    };
    ledger.accept("tails", [beyond(TAIL), beyond(10), beyond(2 * TAIL)]);
  });

  it("first p-values are uniform", () => ledger.close());
});
