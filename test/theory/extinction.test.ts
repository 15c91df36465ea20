import { describe, expect, it } from "vitest";
import { extinctionRate, extinctionRates } from "../../src/theory/extinction.ts";
import { expectDigits, expectInvalid, expectRelative } from "./expect.ts";

describe("extinctionRate(k) = g_k, g_1 = 1, g_{k+1} = 1 - exp(-g_k)", () => {
  it("reproduces the tabulated values", () => {
    const table: [number, string][] = [
      [2, "0.632120559"],
      [3, "0.468536395"],
      [10, "0.172254625"],
      [50, "0.0383766692"],
      [100, "0.0195426105"],
      [200, "0.00987321153"],
      [500, "0.00397715852"],
      [1000, "0.00199381556"],
    ];
    for (const [k, value] of table) expectDigits(extinctionRate(k), value);
  });

  it("agrees with the recursion in 30 digits on both sides of the change of method", () => {
    // mpmath, mp.dps = 30: g = -expm1(-g), k - 1 times from 1.
    const table: [number, number][] = [
      [31, 0.06067653540476682],
      [32, 0.0588723879913835],
      [33, 0.057172922462317956],
      [34, 0.05556925804394647],
      [100, 0.019542610477095997],
      [1000, 0.0019938155625658675],
      [100000, 1.9999072862006633e-5],
      [300000, 6.6665555107546035e-6],
    ];
    for (const [k, value] of table) expectRelative(extinctionRate(k), value, 2e-15);
  });

  it("lies between 1/k and 2/(k+1), up to k = 2^53-1", () => {
    for (const k of [1, 2, 5, 31, 32, 33, 1e3, 1e6, 1e9, 1e12]) {
      expect(extinctionRate(k) * k).toBeGreaterThanOrEqual(1);
      expect(extinctionRate(k) * (k + 1)).toBeLessThanOrEqual(2 * (1 + 1e-15));
    }
    expectRelative(extinctionRate(Number.MAX_SAFE_INTEGER), 2 ** -52, 1e-13);
  });

  it("starts at Infinity", () => {
    expect(extinctionRate(0)).toBe(Infinity);
    expect(extinctionRate(1)).toBe(1);
  });

  it("rejects what is not a generation", () => {
    expectInvalid(() => extinctionRate(-1), "invalid generation: -1 (an integer from 0 to 2^53-1)");
    expectInvalid(() => extinctionRate(Number.NaN), "invalid generation: NaN (an integer from 0 to 2^53-1)");
    expectInvalid(() => extinctionRate(1.5), "invalid generation: 1.5 (an integer from 0 to 2^53-1)");
  });
});

describe("extinctionRates(K): entry k is g_k", () => {
  it("has the values of extinctionRate", () => {
    const rates = extinctionRates(1e6);
    expect(rates).toHaveLength(1e6 + 1);
    for (const k of [0, 1, 2, 31, 32, 33, 34, 100, 12345, 999999, 1e6]) {
      if (k === 0) expect(rates[k]).toBe(Infinity);
      else expectRelative(rates[k], extinctionRate(k), 1e-15);
    }
  });

  it("handles short arrays", () => {
    expect([...extinctionRates(0)]).toEqual([Infinity]);
    expect([...extinctionRates(1)]).toEqual([Infinity, 1]);
  });

  it("states its limit", () => {
    expectInvalid(
      () => extinctionRates(1e8),
      "invalid generations: 100000000 (an integer from 0 to 10000000)",
    );
  });
});
