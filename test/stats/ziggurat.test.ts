import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { continuous, DRAWS, sample } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import { correlationTest, countTest } from "./finding.ts";
import { chiSquareLaw, normalLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("ziggurat");
const STREAM = 11;
const law = normalLaw();
const TAIL = 3.6541528853610088;

const normals = (seed: number, draws = DRAWS) =>
  sample((out) => new Generator(seed, STREAM).normal(out), draws);

describe(`ziggurat: ${LIMIT}`, () => {
  it("fill", () => ledger.accept("fill", continuous(normals(0), law)));

  it("one by one", () => {
    const rng = new Generator(4, STREAM);
    ledger.accept(
      "one by one",
      continuous(
        sample((out) => out.map(() => rng.normal())),
        law,
      ),
    );
  });

  it("in 20,000 cells of equal probability, which are finer than its layers", () => {
    const cells = 20_000;
    const counts = new Float64Array(cells);
    for (const z of normals(1, 5 * DRAWS)) counts[Math.floor(cells * law.below(z))] += 1;
    const expected = counts.map(() => (5 * DRAWS) / cells);
    ledger.accept("fine cells", [chiSquare(counts, expected)]);
  });

  it("neighbours are uncorrelated, and so are their squares", () => {
    const z = normals(2);
    const [a, b] = [z.subarray(0, -1), z.subarray(1)];
    const square = (x: number) => x * x;
    ledger.accept("neighbours", [
      correlationTest("r", a, b, law),
      correlationTest("r of squares", a.map(square), b.map(square), chiSquareLaw(1)),
    ]);
  });

  // 10^7 draws: 2,580 of them are beyond the last layer, 633 beyond 4, 6 beyond 5.
  it("tails", () => {
    const z = normals(3, 10 * DRAWS);
    const count = (yes: (x: number) => boolean) => z.reduce((sum, x) => sum + (yes(x) ? 1 : 0), 0);
    const beyond = (limit: number) =>
      countTest(
        `|z|>${limit}`,
        count((x) => Math.abs(x) > limit),
        z.length,
        2 * law.above(limit),
      );
    const above = count((x) => x > TAIL);
    ledger.accept("tails", [
      beyond(TAIL),
      beyond(4),
      beyond(5),
      countTest("z>tail", above, z.length, law.above(TAIL)),
    ]);
  });

  it("first p-values are uniform", () => ledger.close());
});
