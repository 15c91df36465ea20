import { describe, expect, it } from "vitest";
import {
  bestWeight,
  expectedUniqueLimit,
  keptByShare,
  meanErrorLimit,
  realShareFor,
  realShareForError,
  weightFor,
  weightForError,
} from "../../../src/theory/regimes/index.ts";
import { expectDigits, expectInvalid, expectRelative } from "../expect.ts";

const zipf = Array.from({ length: 20_000 }, (_, i) => 1 / (i + 2.7));
const samples = 400_000;

describe("realShareFor({ weights, samples, keep })", () => {
  it.each([0.01, 0.5, 0.9])("is the share that keeps %d of 20,000 words", (keep) => {
    const share = realShareFor({ weights: zipf, samples, keep }) as number;
    const kept = expectedUniqueLimit({ weights: zipf, samples, regime: { name: "fresh", realShare: share } });
    expectRelative(kept / 20_000, keep, 1e-9);
  });

  it("has ends: nothing to keep, more than real data hold", () => {
    expect(realShareFor({ weights: zipf, samples, keep: 0 })).toBe(0);
    expect(realShareFor({ weights: zipf, samples, keep: 1 })).toBe(null);
    const all = expectedUniqueLimit({ weights: [1, 1], samples: 2, regime: { name: "fresh", realShare: 1 } });
    expectRelative(realShareFor({ weights: [1, 1], samples: 2, keep: all / 2 - 1e-12 }) as number, 1, 1e-5);
    // The rate is 2 a ln(1/a) - 1.186 a then.
    const least = realShareFor({ weights: [1], samples: 1, keep: 1e-6 }) as number;
    expectRelative(2 * least * Math.log(1 / least) - 1.1856 * least, 1e-6, 1e-4);
  });

  it("takes groups, and checks what it is given", () => {
    const grouped = realShareFor({ weights: [3, 1], multiplicities: [1, 4], samples: 9, keep: 0.5 });
    expectRelative(
      grouped as number,
      realShareFor({ weights: [1, 1, 3, 1, 1], samples: 9, keep: 0.5 }) as number,
      1e-12,
    );
    expectInvalid(
      () => realShareFor({ weights: [1], samples: 9, keep: 2 }),
      "invalid keep: 2 (a number from 0 to 1)",
    );
  });
});

describe("weightFor({ weights, samples, realSamples, keep })", () => {
  const options = { weights: zipf, samples, realSamples: 40_000 };
  const kept = (weight: number) =>
    expectedUniqueLimit({
      weights: zipf,
      samples,
      regime: { name: "weighted", realSamples: 40_000, weight },
    }) / 20_000;

  it("is the smallest weight that keeps so much", () => {
    const weight = weightFor({ ...options, keep: 0.7 }) as number;
    expectRelative(kept(weight), 0.7, 1e-9);
    expect(kept(weight * 0.99)).toBeLessThan(0.7);
  });

  it("has ends: what the new real data hold at any weight, more than the best weight keeps", () => {
    expect(weightFor({ ...options, keep: 0.4 })).toBe(1e-6);
    const best = Math.max(...Array.from({ length: 99 }, (_, i) => kept((i + 1) / 100)));
    expect(weightFor({ ...options, keep: best - 1e-4 })).toBeGreaterThan(0);
    expect(weightFor({ ...options, keep: best + 1e-3 })).toBe(null);
    expectInvalid(
      () => weightFor({ ...options, realSamples: samples, keep: 0.4 }),
      "invalid realSamples: 400000 (an integer from 1 to 399999)",
    );
  });
});

describe("realShareForError({ samples, error, v2 })", () => {
  it("is the inverse of the limit", () => {
    for (const v2 of [-1, 0, 1])
      for (const samples of [2, 10, 1000])
        for (const realShare of [0.2, 0.6, 1]) {
          const error = meanErrorLimit({ samples, v2, regime: { name: "fresh", realShare } });
          if (error !== Infinity)
            expectRelative(realShareForError({ samples, error, v2 }) as number, realShare, 1e-9);
        }
  });

  it("has ends: less than one fit's error, no need for real data", () => {
    expect(realShareForError({ samples: 10, error: 0.099, v2: 0 })).toBe(null);
    expect(realShareForError({ samples: 10, error: 0.1, v2: 0 })).toBe(1);
    expect(realShareForError({ samples: 10, error: 1, family: "bernoulli" })).toBe(0);
    expect(realShareForError({ samples: 1, error: 1, family: "bernoulli" })).toBe(0);
    expect(realShareForError({ samples: 1, error: 2, family: "poisson" })).toBe(0.5);
  });
});

describe("bestWeight({ samples, realSamples, v2 })", () => {
  it("is the golden ratio for as many of both, and its like", () => {
    for (const [samples, realSamples, weight] of [
      [20, 10, ".618033989"],
      [50, 10, ".390388203"],
      [30, 20, ".732050808"],
    ] as const) {
      const best = bestWeight({ samples, realSamples, v2: 0 });
      expectDigits(best.weight, weight);
      expectRelative(best.error * realSamples, best.weight, 1e-12);
    }
  });

  it("has the least error, whatever the family", () => {
    for (const v2 of [-1, 0, 1]) {
      const { weight, error } = bestWeight({ samples: 30, realSamples: 20, v2 });
      const at = (w: number) =>
        meanErrorLimit({ samples: 30, v2, regime: { name: "weighted", realSamples: 20, weight: w } });
      expectRelative(at(weight), error, 1e-13);
      for (const other of [weight - 1e-4, weight + 1e-4]) expect(at(other)).toBeGreaterThan(error);
    }
    // Many synthetic data and a single real one: r is beside 1 what rounding is.
    const many = bestWeight({ samples: 2 ** 53 - 1, realSamples: 1, v2: -0.1 });
    expectRelative(many.weight, 2 ** -26.5, 1e-6);
    expectRelative(many.error, many.weight, 1e-6);
    // A single synthetic data point of a Bernoulli law adds no variance in the long run.
    expectRelative(bestWeight({ samples: 2, realSamples: 1, v2: -1 }).weight, 0.5, 1e-14);
  });
});

describe("keptByShare({ weights, samples, realShares })", () => {
  it("is the limit under new real data, from none to all", () => {
    const kept = keptByShare({ weights: zipf, samples, realShares: [0, 0.01, 1] });
    expect(kept[0]).toBe(0);
    [0.01, 1].forEach((realShare, i) => {
      const limit = expectedUniqueLimit({ weights: zipf, samples, regime: { name: "fresh", realShare } });
      expectRelative(kept[i + 1], limit, 1e-12);
    });
  });

  it("checks what it is given", () => {
    const at = (realShares: number[]) => () => keptByShare({ weights: [1], samples: 9, realShares });
    expectInvalid(at([0.5, 2]), "invalid realShares[1]: 2 (a number from 0 to 1)");
  });
});

describe("weightForError({ samples, realSamples, error })", () => {
  it.each([-1, 0, 1])("is the smallest weight that holds the error, for v2 = %d", (v2) => {
    const options = { samples: 30, realSamples: 10, v2 };
    const best = bestWeight(options);
    const error = 1.5 * best.error;
    const weight = weightForError({ ...options, error }) as number;
    expect(weight).toBeLessThan(best.weight);
    const regime = { name: "weighted", realSamples: 10, weight } as const;
    expectRelative(meanErrorLimit({ regime, samples: 30, v2 }), error, 1e-12);
    expect(weightForError({ ...options, error: 0.99 * best.error })).toBe(null);
  });

  it("is a weight for the largest error", () => {
    const weight = weightForError({ samples: 7, realSamples: 1, error: Number.MAX_VALUE, v2: 1 });
    // 1 - w is the root of 1 over 1 + v2 / synthetic: below that no error has a bound.
    expectRelative(weight as number, 1 - Math.sqrt(6 / 7), 1e-14);
  });

  it("needs none where the error of all being lost will do", () => {
    expect(weightForError({ samples: 30, realSamples: 10, error: 1, family: "categorical" })).toBe(0);
  });
});
