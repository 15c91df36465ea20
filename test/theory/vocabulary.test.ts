import { describe, expect, it } from "vitest";
import { expectedUniquePoisson, survivingVocabulary, zipfTable } from "../../src/theory/categorical.ts";
import { expectInvalid, expectRelative } from "./expect.ts";

describe("survivingVocabulary({ counts, multiplicities, samples, generations })", () => {
  const counts = [1, 1, 1, 2, 2, 5, 40];
  const generations = [0, 1, 2, 10, 100];

  it("has the mean of expectedUniquePoisson, and the variance of independent symbols", () => {
    const { mean, sd } = survivingVocabulary({ counts, generations });
    const unique = expectedUniquePoisson({ weights: counts, samples: 52, generations });
    generations.forEach((k, i) => {
      expectRelative(mean[i], unique[i], 1e-14);
      if (k === 0) expect(sd[i]).toBe(0);
    });
    const q = counts.map((c) => 1 - Math.exp(-c));
    expectRelative(sd[1], Math.sqrt(q.reduce((sum, x) => sum + x * (1 - x), 0)), 1e-13);
  });

  it("takes real counts, groups and another size", () => {
    const grouped = { counts: [1, 2, 5, 40, 0], multiplicities: [3, 2, 1, 1, 9] };
    const whole = survivingVocabulary({ counts, generations, samples: 520 });
    expect(survivingVocabulary({ ...grouped, generations, samples: 520 })).toEqual(whole);
    const scaled = survivingVocabulary({ ...grouped, counts: [10, 20, 50, 400, 0], generations });
    const tenth = survivingVocabulary({
      ...grouped,
      counts: [0.1, 0.2, 0.5, 4, 0],
      generations,
      samples: 520,
    });
    for (let i = 0; i < generations.length; ++i) {
      expectRelative(scaled.mean[i], whole.mean[i], 1e-14);
      expectRelative(tenth.mean[i], whole.mean[i], 1e-14);
    }
  });

  it("checks its input", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(() => survivingVocabulary({ counts: [1], generations: [1], ...options }), message);
    invalid({ counts: [1, -1] }, "invalid counts[1]: -1 (a finite number, 0 or above)");
    invalid({ counts: [0] }, "invalid counts: [0] (a finite sum above 0)");
    invalid({ counts: "1" }, 'invalid counts: "1" (an array of numbers)');
    invalid({ multiplicities: [1, 2] }, "invalid multiplicities: [1,2] (an array as long as counts)");
    invalid({ multiplicities: [0.5] }, "invalid multiplicities[0]: 0.5 (an integer from 0 to 2^53-1)");
    invalid({ samples: 0 }, "invalid samples: 0 (a finite number above 0)");
    invalid({ generations: [-1] }, "invalid generations[0]: -1 (an integer from 0 to 2^53-1)");
    invalid({ scale: 2 }, "unknown option: scale (one of counts, multiplicities, samples, generations)");
  });
});

describe("zipfTable({ size, exponent, shift, tokens, error })", () => {
  // numpy, all symbols one by one: means and standard deviations at generations 1, 10, 100, 1000.
  const direct: [size: number, exponent: number, shift: number, tokens: number, mean: string, sd: string][] =
    [
      [
        1e6,
        1,
        0,
        1e7,
        "763097.6623346909 311695.55155928363 64208.43227685966 9703.927074659157",
        "389.6061239254233 399.1076722995814 213.4684694891669 88.23785893593883",
      ],
      [
        1e7,
        1.5,
        2.7,
        1e9,
        "1927104.2464722153 674003.2683808282 169763.4113779372 38354.07540582252",
        "950.0230400323206 596.4129873217978 308.4565491629346 148.53992203821966",
      ],
      [
        1e7,
        0.5,
        10,
        1e8,
        "9982545.780232944 7351637.96183374 1642473.1700658507 194065.12603858215",
        "131.84849309883757 1340.2640760121562 1126.122267729881 431.0482774294901",
      ],
      [
        1e9,
        1,
        0,
        1e13,
        "1000000000 1000000000 999990594.86674 836687405.355183",
        "0 0 96.97733348800067 10905.60565450474",
      ],
    ];

  it.each(direct)(
    "keeps its error for size %i, exponent %f, shift %f",
    (size, exponent, shift, tokens, mean, sd) => {
      for (const error of [1e-3, 1e-6, 1e-8]) {
        const table = zipfTable({ size, exponent, shift, tokens, error });
        expect(table.multiplicities.reduce((sum, many) => sum + many, 0)).toBe(size);
        const left = survivingVocabulary({ ...table, generations: [1, 10, 100, 1000] });
        mean.split(" ").forEach((cell, i) => {
          const excess = left.mean[i] / Number(cell) - 1;
          // 1e-11 for the rounding of the direct sum.
          expect(excess).toBeGreaterThan(-1e-11);
          expect(excess).toBeLessThan(error + 1e-11);
        });
        sd.split(" ").forEach((cell, i) => {
          // At most some 20 copies of the rarest are expected where anything is lost: (1 + x^2) error.
          if (Number(cell) > 1) expectRelative(left.sd[i], Number(cell), 400 * error);
        });
      }
    },
  );

  it("sums to the tokens, and to any size, by blocks as one by one", () => {
    for (const exponent of [0, 0.01, 0.999999, 1, 1.3, 20]) {
      for (const shift of [0, 2.7, 1e6]) {
        const size = 8_000;
        const weights = Array.from({ length: size }, (_, i) => ((i + 1 + shift) / (1 + shift)) ** -exponent);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        for (const error of [1e-9, 0.1]) {
          const { counts, multiplicities } = zipfTable({ size, exponent, shift, tokens: 1e6, error });
          let sum = 0;
          let rank = 0;
          counts.forEach((count, i) => {
            sum += count * multiplicities[i];
            const block = weights.slice(rank, rank + multiplicities[i]).reduce((a, b) => a + b, 0);
            expectRelative(count * multiplicities[i], (block / total) * 1e6, 1e-9);
            rank += multiplicities[i];
          });
          expectRelative(sum, 1e6, 1e-12);
        }
      }
    }
  });

  it("takes 10^12 words in blocks, of which there are few", () => {
    const table = zipfTable({ size: 1e12, exponent: 1, tokens: 1e13 });
    const { mean } = survivingVocabulary({ ...table, generations: [0, 1, 10, 100, 1000] });
    expect(mean[0]).toBe(1e12);
    expect(table.counts.length).toBeLessThan(10_000);
  });

  it("checks its input", () => {
    const invalid = (options: object, message: string) =>
      expectInvalid(() => zipfTable({ size: 10, exponent: 1, ...options }), message);
    invalid({ size: 1e13 }, "invalid size: 10000000000000 (an integer from 1 to 1000000000000)");
    invalid({ exponent: -1 }, "invalid exponent: -1 (a number from 0 to 20)");
    invalid({ shift: Number.NaN }, "invalid shift: NaN (a number from 0 to 1000000000)");
    invalid({ tokens: 0 }, "invalid tokens: 0 (a finite number above 0)");
    invalid({ error: 1 }, "invalid error: 1 (a number from 1e-9 to 0.1)");
    invalid({ n: 1 }, "unknown option: n (one of size, exponent, shift, tokens, error)");
  });
});
