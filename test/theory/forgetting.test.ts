import { describe, expect, it } from "vitest";
import { cdf, MEDIAN_SLOPE, median, medianAsymptotic, quantile } from "../../src/theory/forgetting.ts";
import { expectDigits, expectInvalid, expectRelative } from "./expect.ts";

describe("median({ count })", () => {
  it("has the tabulated values, and the asymptotic formula its own", () => {
    const table: [number, number, string][] = [
      [1, 2, "1.73"],
      [2, 5, "4.39"],
      [5, 13, "12.74"],
      [10, 27, "26.93"],
      [20, 56, "55.56"],
    ];
    for (const [count, exact, asymptotic] of table) {
      expect(median({ count })).toBe(exact);
      expectDigits(medianAsymptotic({ count }), asymptotic);
    }
  });

  it("agrees with the plain recursion for large counts", () => {
    // Python floats: g = -expm1(-g) until g <= ln(2)/count.
    expect(median({ count: 1000 })).toBe(2882);
    expect(median({ count: 12345 })).toBe(35616);
    expect(median({ count: 100_000 })).toBe(288535);
  });

  it("is within a generation of the rounded up asymptotic formula", () => {
    for (let count = 1; count < 1000; ++count) {
      expect(Math.abs(Math.ceil(medianAsymptotic({ count })) - median({ count }))).toBeLessThanOrEqual(1);
    }
  });

  it("approaches 2 count / ln 2", () => {
    expectRelative(median({ count: 1e12 }) / 1e12, MEDIAN_SLOPE, 1e-10);
  });
});

describe("quantile({ count, q }) is the smallest k with cdf >= q", () => {
  it("for counts from 0.01 to 1e6", () => {
    // A relative 1e-12 on either side covers the rounding of exp and log.
    for (let count = 0.01; count < 1e6; count *= 3.7) {
      for (const q of [1e-300, 1e-9, 0.05, 0.5, 0.9, 0.999]) {
        const k = quantile({ count, q });
        expect(cdf({ count, generation: k })).toBeGreaterThanOrEqual(q * (1 - 1e-12));
        expect(cdf({ count, generation: k - 1 })).toBeLessThan(q * (1 + 1e-12));
      }
    }
  });

  it("gives the trivial answers", () => {
    expect(quantile({ count: 3, q: 0 })).toBe(0);
    expect(quantile({ count: 3, q: 1 })).toBe(Infinity);
    expect(quantile({ count: 0, q: 1 })).toBe(0);
    expectRelative(quantile({ count: 1e15, q: 1 - 2 ** -53 }), 2e15 * 2 ** 53, 1e-12);
  });
});

describe("cdf({ count, generation }) = exp(-count g_k)", () => {
  it("is e^-count at generation 1, 0 before and 1 in the end", () => {
    expect(cdf({ count: 3, generation: 0 })).toBe(0);
    expectRelative(cdf({ count: 3, generation: 1 }), Math.exp(-3), 1e-15);
    expect(cdf({ count: 3, generation: Number.MAX_SAFE_INTEGER })).toBeLessThan(1);
    expect(cdf({ count: 0, generation: 0 })).toBe(1);
  });
});

describe("input", () => {
  it("is checked, with the whole story in the message", () => {
    expectInvalid(() => median({ count: -1 }), "invalid count: -1 (a finite number, 0 or above)");
    expectInvalid(() => quantile({ count: 1, q: 1.1 }), "invalid q: 1.1 (a number from 0 to 1)");
    expectInvalid(() => quantile({ count: 1, q: Number.NaN }), "invalid q: NaN (a number from 0 to 1)");
    expectInvalid(() => medianAsymptotic({ count: 0 }), "invalid count: 0 (a finite number above 0)");
    expectInvalid(
      () => cdf({ count: Infinity, generation: 1 }),
      "invalid count: Infinity (a finite number, 0 or above)",
    );
    expectInvalid(() => median({ count: 1, samples: 2 } as never), "unknown option: samples (only count)");
  });
});
