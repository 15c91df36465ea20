import { describe, expect, it } from "vitest";
import { Generator } from "../../src/random/generator.ts";
import { continuous, sample } from "./checks.ts";
import { chiSquare, lowBits } from "./chi-square.ts";
import { meanTest } from "./finding.ts";
import { integersLaw, uniformLaw } from "./laws.ts";
import { Ledger, LIMIT } from "./ledger.ts";

const ledger = new Ledger("uniform");
const STREAM = 1;

/** Counts of 0 … size - 1 against equal shares. */
function equal(counts: Float64Array, test: string) {
  const draws = counts.reduce((a, b) => a + b);
  return chiSquare(
    counts,
    counts.map(() => draws / counts.length),
    test,
  );
}

describe(`uniform: ${LIMIT}`, () => {
  it("fill", () => {
    const x = sample((out) => new Generator(0, STREAM).uniform(out));
    ledger.accept("fill", continuous(x, uniformLaw));
    expect(x[0] >= 0 && x[x.length - 1] < 1).toBe(true);
  });

  it("one by one", () => {
    const rng = new Generator(1, STREAM);
    ledger.accept(
      "one by one",
      continuous(
        sample((out) => out.map(() => rng.uniform())),
        uniformLaw,
      ),
    );
  });

  // Of the 53 bits the high 32 come from one lane and the low 21 from another: both ends of both.
  it.each([
    [2, "lowest 8 bits", 1],
    [3, "bits 8 to 15", 2 ** 8],
    [4, "bits 13 to 20", 2 ** 13],
    [5, "bits 21 to 28", 2 ** 21],
    [6, "highest 8 bits", 2 ** 45],
  ])("seed %d: %s", (seed, name, unit) => {
    const counts = new Float64Array(256);
    for (const x of sample((out) => new Generator(seed, STREAM).uniform(out))) {
      counts[Math.floor((x * 2 ** 53) / unit) % 256] += 1;
    }
    ledger.accept(name, [equal(counts, "chi2")]);
  });

  it.each([
    [7, 1],
    [8, 2],
    [9, 64],
  ])("seed %d: pairs at lag %d in 64 x 64 boxes", (seed, lag) => {
    const x = sample((out) => new Generator(seed, STREAM).uniform(out));
    const counts = new Float64Array(4096);
    // Pairs that do not overlap: of 2 lag draws, the first lag with the second.
    for (let i = 0; i + lag < x.length; i += i % lag === lag - 1 ? lag + 1 : 1) {
      counts[64 * Math.floor(64 * x[i]) + Math.floor(64 * x[i + lag])] += 1;
    }
    ledger.accept(`pairs at lag ${lag}`, [equal(counts, "chi2")]);
  });

  it("seed 10: high 4 bits of one lane with low 4 bits of the other", () => {
    const counts = new Float64Array(256);
    for (const x of sample((out) => new Generator(10, STREAM).uniform(out))) {
      counts[16 * Math.floor(x * 16) + ((x * 2 ** 53) % 16)] += 1;
    }
    ledger.accept("high with low bits", [equal(counts, "chi2")]);
  });
});

describe(`integers: ${LIMIT}`, () => {
  const low = -5;
  it.each([2, 3, 7, 1000].map((range, i) => [20 + i, range]))("seed %d: range %d", (seed, range) => {
    const x = sample((out) => new Generator(seed, STREAM).integers(low, low + range, out));
    const counts = new Float64Array(range);
    for (const k of x) counts[k - low] += 1;
    ledger.accept(`integers(${range})`, [equal(counts, "chi2"), meanTest(x, integersLaw(low, range))]);
  });

  // 3 * 2^51 and 3 * 2^30 throw away a quarter of the words, 2^52 + 1 and 2^31 + 1 nearly half.
  it.each([
    [30, 2 ** 32 + 1],
    [31, 3 * 2 ** 51],
    [32, 2 ** 52 + 1],
    [33, 2 ** 53 - 1],
    [34, 3 * 2 ** 30],
    [35, 2 ** 31 + 1],
  ])("seed %d: range %d", (seed, range) => {
    const law = integersLaw(low, range);
    const x = sample((out) => new Generator(seed, STREAM).integers(low, low + range, out));
    const bits = lowBits(x.map((k) => k - low));
    const counts = new Float64Array(1000);
    for (const k of x) counts[Math.floor((k - low) * (1000 / range))] += 1;
    ledger.accept(`integers(${range})`, [equal(counts, "chi2"), bits, ...continuous(x, law)]);
    expect(x[0] >= low && x[x.length - 1] < low + range).toBe(true);
  });

  // Of 2^32 products every third value would have two where the others have one, if none were drawn again.
  it("seed 36: the remainder by 3, where a quarter is left over", () => {
    const range = 3 * 2 ** 30;
    const counts = new Float64Array(3);
    for (const k of sample((out) => new Generator(36, STREAM).integers(0, range, out))) counts[k % 3] += 1;
    ledger.accept("remainders", [equal(counts, "chi2")]);
  });

  it("first p-values are uniform", () => ledger.close());
});
