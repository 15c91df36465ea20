import { describe, expect, it } from "vitest";
import { theory } from "../../src/index.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "./expect.ts";

const { meanError, meanErrorLimit, quantile, survival } = theory.regression;
const REPLACE = { name: "replace" } as const;
const ACCUMULATE = { name: "accumulate" } as const;
const at = (samples: number, design: "fixed" | "fresh") => ({ dimension: 10, samples, noise: 1, design });

describe("meanError", () => {
  it("is k d / (T - d - 1) where data are replaced, under either design", () => {
    for (const design of ["fixed", "fresh"] as const) {
      expectDigits(meanError({ ...at(32, design), regime: REPLACE, generation: 1 }), ".476190476");
      expectDigits(meanError({ ...at(100, design), regime: REPLACE, generation: 1 }), ".112359551");
      const noise = { ...at(32, design), noise: 3, regime: REPLACE };
      expectRelative(meanError({ ...noise, generation: 50 }), (9 * 50 * 10) / 21, 1e-14);
      expect(meanError({ ...noise, generation: 0 })).toBe(0);
    }
  });

  it("is that of the table where data are kept", () => {
    const of = (samples: number, design: "fixed" | "fresh") => (i: number) =>
      meanError({ ...at(samples, design), regime: ACCUMULATE, generation: [10, 100][i] });
    expectRow(of(32, "fixed"), ".737984634 .778563762");
    expectRow(of(32, "fresh"), ".672800655 .699922304");
    expectRow(of(100, "fixed"), ".174131206 .183706056");
    expectRow(of(100, "fresh"), ".16961362 .178184816");
  });

  it("takes growing sizes, where it knows them", () => {
    const growth = "linear" as const;
    const replaced = { ...at(32, "fixed"), regime: { ...REPLACE, growth }, generation: 3 };
    expectRelative(meanError(replaced), 10 / 21 + 10 / 53 + 10 / 85, 1e-14);
    const kept = { ...at(32, "fresh"), regime: { ...ACCUMULATE, growth }, generation: 2 };
    expectRelative(meanError(kept), 10 / 21 + ((2 / 3) * 10) / 85, 1e-14);
    expectInvalid(
      () => meanError({ ...kept, design: "fixed" }),
      'invalid regime.growth: with accumulate only for the design "fresh"',
    );
  });

  it("is a recursion where fits are averaged, with the golden weight the best", () => {
    const weighted = (weight: number) => ({
      ...at(200, "fresh"),
      regime: { name: "weighted", realSamples: 100, weight } as const,
    });
    const [e, w] = [10 / 89, 0.3];
    const first = w * w * e + (1 - w) ** 2 * e;
    expectRelative(meanError({ ...weighted(w), generation: 1 }), first, 1e-14);
    expectRelative(meanError({ ...weighted(w), generation: 2 }), first + (1 - w) ** 2 * first, 1e-14);
    const golden = (Math.sqrt(5) - 1) / 2;
    for (const other of [golden - 0.01, golden + 0.01])
      expect(meanErrorLimit(weighted(other))).toBeGreaterThan(meanErrorLimit(weighted(golden)));
    // A fit that has no weight may have too few rows for a mean.
    const regime = { name: "weighted", realSamples: 11, weight: 0 } as const;
    expect(meanError({ ...at(100, "fresh"), regime, generation: 1 })).toBe(10 / 78);
  });

  it("is infinite with no more than d + 1 rows", () => {
    for (const samples of [10, 11])
      expect(meanError({ ...at(samples, "fixed"), regime: REPLACE, generation: 1 })).toBe(Infinity);
    expect(meanError({ ...at(11, "fresh"), regime: ACCUMULATE, generations: [0, 1, 9] })).toEqual(
      Float64Array.of(0, Infinity, Infinity),
    );
  });

  it("is 0 at generation 0 and infinite beyond the largest number, whatever the noise", () => {
    const huge = { ...at(32, "fixed"), noise: 1e300, regime: REPLACE };
    expect(meanError({ ...huge, generations: [0, 1] })).toEqual(Float64Array.of(0, Infinity));
    const tiny = { ...at(11, "fixed"), noise: 1e-300, regime: REPLACE };
    expect(meanError({ ...tiny, generations: [0, 1] })).toEqual(Float64Array.of(0, Infinity));
  });
});

describe("meanErrorLimit", () => {
  it("is where meanError goes", () => {
    expect(meanErrorLimit({ ...at(32, "fixed"), regime: REPLACE })).toBe(Infinity);
    expectRelative(
      meanErrorLimit({ ...at(32, "fixed"), regime: ACCUMULATE }),
      (Math.PI ** 2 / 6) * (10 / 21),
      1e-14,
    );
    for (const samples of [12, 32, 1000, 1e5]) {
      const options = { ...at(samples, "fresh"), regime: ACCUMULATE };
      // What comes after generation K is about d / (T K) of it.
      const K = 1e6;
      const rest = 10 / samples / (K + 0.5 - 11 / samples / 2);
      expectRelative(meanErrorLimit(options), meanError({ ...options, generation: K }) + rest, 1e-10);
    }
    expect(meanErrorLimit({ ...at(11, "fresh"), regime: ACCUMULATE })).toBe(Infinity);
  });
});

describe("survival and quantile", () => {
  const one = { dimension: 10, samples: 32, noise: 1 };

  it("is the F law: median of the table", () => {
    const median = quantile({ ...one, regime: REPLACE, generation: 1, q: 0.5 });
    expectDigits(median, ".418256456");
    expectRelative(survival({ ...one, regime: REPLACE, generation: 1, threshold: median }), 0.5, 1e-12);
    const q = { ...one, noise: 2, regime: ACCUMULATE, generation: 3, q: 0.01 };
    expectRelative(
      quantile(q) / quantile({ ...q, noise: 1, regime: REPLACE, generation: 1 }),
      4 * (1 + 1 / 4 + 1 / 9),
      1e-12,
    );
  });

  it("is the square of a t variate for a single coefficient", () => {
    // Pr(|t_1| > 1) = 1/2, Pr(|t_2| > x) = 1 - x / sqrt(2 + x^2).
    const single = { dimension: 1, noise: 1, regime: REPLACE, generation: 1 };
    expectRelative(survival({ ...single, samples: 1, threshold: 1 }), 0.5, 1e-13);
    expectRelative(survival({ ...single, samples: 2, threshold: 1 }), 1 - 1 / Math.sqrt(2), 1e-13);
  });

  it("begins at an error of 0", () => {
    expect(survival({ ...one, regime: REPLACE, generations: [0, 1], threshold: 0 })).toEqual(
      Float64Array.of(0, 1),
    );
    expect(quantile({ ...one, regime: REPLACE, generation: 0, q: 0.9 })).toBe(0);
    expect(quantile({ ...one, regime: REPLACE, generation: 1, q: 0 })).toBe(0);
    expect(quantile({ ...one, regime: REPLACE, generation: 1, q: 1 })).toBe(Infinity);
  });
});

describe("input", () => {
  it("is checked, with the whole story in the message", () => {
    const options = { ...at(32, "fixed"), regime: REPLACE, generation: 1 };
    expectInvalid(
      () => meanError({ ...options, dimension: 33 }),
      "invalid dimension: 33 (an integer from 1 to 32)",
    );
    expectInvalid(
      () => meanError({ ...options, samples: 500, dimension: 101 }),
      "invalid dimension: 101 (an integer from 1 to 100)",
    );
    expectInvalid(() => meanError({ ...options, noise: 0 }), "invalid noise: 0 (a finite number above 0)");
    expectInvalid(
      () => meanError({ ...options, design: "new" as "fresh" }),
      'invalid design: "new" ("fixed" or "fresh")',
    );
    expectInvalid(
      () => meanError({ ...options, regime: { name: "fresh", realSamples: 3 } }),
      'invalid regime.name: "fresh" (replace, accumulate or weighted: of others no exact mean is known)',
    );
    const law = { dimension: 2, samples: 9, noise: 1, generation: 1, threshold: 1 };
    expectInvalid(
      () => survival({ ...law, regime: { name: "fixed", realSamples: 3 } as never }),
      'invalid regime.name: "fixed" (replace or accumulate: of others no exact law is known)',
    );
    expectInvalid(
      () => survival({ ...law, regime: { ...REPLACE, growth: "linear" } as never }),
      "invalid regime.growth: the law is that of equal sizes (left out)",
    );
    expectInvalid(
      () => survival({ ...law, regime: REPLACE, threshold: -1 }),
      "invalid threshold: -1 (a finite number, 0 or above)",
    );
    expectInvalid(
      () => quantile({ ...law, threshold: undefined, q: 2, regime: REPLACE } as never),
      "unknown option: threshold (one of regime, samples, dimension, noise, q, generation)",
    );
  });
});
