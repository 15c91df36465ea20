import { describe, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { continuous, DRAWS, sample } from "./checks.ts";
import { chiSquare } from "./chi-square.ts";
import { correlationTest, countTest } from "./finding.ts";
import { ks } from "./ks.ts";
import { chiSquareLaw, exponentialLaw, normalLaw, uniformLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("Box–Muller");
const STREAM = 2;
const law = normalLaw();

const normals = (seed: number, draws: number) =>
  sample((out) => new Generator(seed, STREAM).boxMuller(out), draws);

/** The two numbers of each pair: radius times cosine, radius times sine. */
function halves(seed: number): [Float64Array, Float64Array] {
  const z = normals(seed, 2 * DRAWS);
  return [z.filter((_, i) => i % 2 === 0), z.filter((_, i) => i % 2 === 1)];
}

describe(`Box–Muller: ${LIMIT}`, () => {
  it("fill", () => ledger.accept("fill", continuous(normals(0, DRAWS), law)));

  it("one by one", () => {
    const rng = new Generator(1, STREAM);
    ledger.accept(
      "one by one",
      continuous(
        sample((out) => out.map(() => rng.boxMuller())),
        law,
      ),
    );
  });

  it("the first of each pair", () => ledger.accept("cosines", continuous(halves(2)[0], law)));
  it("the second of each pair", () => ledger.accept("sines", continuous(halves(3)[1], law)));

  it("the two of a pair are uncorrelated, and so are their squares", () => {
    const [a, b] = halves(4);
    const square = (z: number) => z * z;
    ledger.accept("pairs", [
      correlationTest("r", a, b, law),
      correlationTest("r of squares", a.map(square), b.map(square), chiSquareLaw(1)),
    ]);
  });

  it("so are neighbours of different pairs", () => {
    const [a, b] = halves(5);
    ledger.accept("next pair", [correlationTest("r", b.subarray(0, -1), a.subarray(1), law)]);
  });

  it("pairs in 32 x 32 boxes of equal probability", () => {
    const [a, b] = halves(6);
    const counts = new Float64Array(1024);
    for (let i = 0; i < DRAWS; ++i) {
      counts[32 * Math.floor(32 * law.below(a[i])) + Math.floor(32 * law.below(b[i]))] += 1;
    }
    ledger.accept("pairs in boxes", [
      chiSquare(
        counts,
        counts.map(() => DRAWS / 1024),
      ),
    ]);
  });

  it("half the squared radius of a pair is exponential, its angle uniform", () => {
    const [a, b] = halves(7);
    const angle = a.map((x, i) => Math.atan2(b[i], x) / (2 * Math.PI) + 0.5);
    ledger.accept(
      "radius",
      continuous(
        a.map((x, i) => 0.5 * (x * x + b[i] * b[i])),
        exponentialLaw,
      ),
    );
    const [c, d] = halves(8);
    ledger.accept("angle", [
      ks(
        c.map((x, i) => Math.atan2(d[i], x) / (2 * Math.PI) + 0.5),
        uniformLaw,
      ),
    ]);
    // From the pairs that gave the radius, so it stays out of the closing check.
    const eighths = new Float64Array(64);
    a.forEach((x, i) => {
      const r = Math.floor(8 * exponentialLaw.below(0.5 * (x * x + b[i] * b[i])));
      eighths[8 * r + Math.min(7, Math.floor(8 * angle[i]))] += 1;
    });
    ledger.accept("radius with angle", [
      {
        ...chiSquare(
          eighths,
          eighths.map(() => DRAWS / 64),
        ),
        coarse: true,
      },
    ]);
  });

  // 10^7 draws: 4 standard deviations are passed by 633 of them, 5 by 6.
  it("tails", () => {
    const z = normals(9, 10 * DRAWS);
    const beyond = (limit: number) => {
      const count = z.reduce((sum, x) => sum + (Math.abs(x) > limit ? 1 : 0), 0);
      return countTest(`|z|>${limit}`, count, z.length, 2 * law.above(limit));
    };
    const signed = z.reduce((sum, x) => sum + (x > 4 ? 1 : 0), 0);
    ledger.accept("tails", [
      beyond(4),
      beyond(4.5),
      beyond(5),
      countTest("z>4", signed, z.length, law.above(4)),
    ]);
  });

  it("first p-values are uniform", () => ledger.close());
});
