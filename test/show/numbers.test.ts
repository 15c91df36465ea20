import { describe, expect, it } from "vitest";
import { chance, counted, number, plusMinus, share } from "../../src/show/numbers.ts";
import { figures, short, withError } from "../../src/show/typeset.ts";
import { wilson } from "../../src/theory/interval.ts";

describe("numbers for the eye", () => {
  it("number(x)", () => {
    const shown = [0, 5, 17000, 0.0101, 123.456789, 1e-7, 1e300, Number.NaN, null].map((x) => number(x));
    expect(shown).toEqual(["0", "5", "17,000", "0.010100", "123.46", "1.000e-7", "1.000e+300", "–", "–"]);
  });
  it("number(x) tells nearly 1 from 1", () => {
    expect([1, 0.9999546, -0.9999546, 0.99999993].map((x) => number(x, 4))).toEqual([
      "1",
      "0.999955",
      "-0.999955",
      "0.999999930",
    ]);
  });
  it("share(value, error, interval): where there is no error, the end of the interval", () => {
    expect(share(0.0814, 0.0019, wilson(0.0814, 20_000))).toBe("0.0814 ± 0.0019");
    expect(share(0, 0, wilson(0, 5000))).toBe("0 (≤ 0.00077)");
    expect(share(0, 0, wilson(0, 1e6))).toBe("0 (≤ 4e-6)");
    expect(share(1, 0, wilson(1, 5000))).toBe("1 (≥ 0.99923)");
    expect(share(1, 0, wilson(1, 1))).toBe("1 (≥ 0.21)");
    expect(share(1, 0, { lower: 1, upper: 1 })).toBe("1");
  });
  it("plusMinus(mean, error): two digits of the error", () => {
    expect(plusMinus(0.12345, 0.00123)).toBe("0.1235 ± 0.0012");
    expect(plusMinus(12345.6, 78.9)).toBe("12,346 ± 79");
    expect(plusMinus(1.234e-30, 1.2e-32)).toBe("1.234e-30 ± 1.2e-32");
    expect(plusMinus(1, 0)).toBe("1 ± 0");
    expect(plusMinus(1, Number.NaN)).toBe("1");
  });
  it("chance(p) and counted(n, thing)", () => {
    expect([0, 1, 0.25, 1e-9].map(chance)).toEqual(["0.0000", "1.0000", "0.2500", "1.0e-9"]);
    expect([counted(1, "trajectory"), counted(2000, "trajectory")]).toEqual([
      "1 trajectory",
      "2,000 trajectories",
    ]);
  });
});

describe("numbers for a page", () => {
  it("have four digits that matter, and true minus signs", () => {
    expect(
      [0.848856, 0.9999546, 1, 13704.2, 1234.56, -2.8801, 1.2345e-7, 0, Number.NaN].map(figures),
    ).toEqual(["0.8489", "0.999955", "1", "13,704", "1,235", "−2.880", "1.23e−7", "0", "–"]);
    expect([12.345, -0.04, 1234.5, Number.POSITIVE_INFINITY].map(short)).toEqual(["12.3", "0", "1,235", "∞"]);
  });

  it("have as many places as their error, however large", () => {
    expect(withError(0.80963, 0.000447)).toBe("0.80963 ± 0.00045");
    expect(withError(-1.15, 0.0127)).toBe("−1.150 ± 0.013");
    expect(withError(5458.2, 2116.3)).toBe("5,458 ± 2,116");
    expect(withError(1, 0)).toBe("1 ± 0");
    expect(withError(0.25, Number.NaN)).toBe("0.2500");
  });
});
