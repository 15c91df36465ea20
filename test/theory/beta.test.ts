import { describe, expect, it } from "vitest";
import { gammaRatioLaw } from "../../src/theory/beta.ts";
import { expectRelative } from "./expect.ts";

// By mpmath's betainc with 40 digits.
const TABLE = [
  [0.5, 0.5, 1, 0.5, 0.5],
  [0.5, 0.5, 1e-6, 0.00063661956016112, 0.99936338043984],
  [0.5, 0.5, 1e9, 0.99997986831516, 2.0131684835084e-5],
  [5, 11.5, 0.5, 0.62927708063259, 0.37072291936741],
  [5, 11.5, 5, 0.99999908504164, 9.1495836137935e-7],
  [50, 10.5, 2, 0.002202053129048, 0.99779794687095],
  [50, 10.5, 9, 0.95189753297386, 0.048102467026135],
  [1.5, 1e6, 1e-6, 0.4275931917523, 0.5724068082477],
  [1.5, 1e6, 2e-5, 0.99999998934288, 1.065711871981e-8],
  [50, 4.5e15, 1e-14, 0.24680203440017, 0.75319796559983],
  [50, 4.5e15, 2.5e-14, 0.99999999998719, 1.2812572012086e-11],
  [0.5, 4.5e15, 1e-15, 0.99730020393674, 0.0026997960632602],
  [50, 0.5, 1e4, 0.92054453109585, 0.079455468904149],
] as const;

describe("the law of a ratio of gamma variates", () => {
  it.each(TABLE)("a = %d, b = %d, y = %d", (a, b, y, below, above) => {
    const shares = gammaRatioLaw(a, b, y);
    expectRelative(shares.below, below, 1e-12);
    expectRelative(shares.above, above, 1e-12);
  });

  it("begins at 0 and ends at Infinity", () => {
    expect(gammaRatioLaw(1, 2, 0)).toEqual({ below: 0, above: 1 });
    expect(gammaRatioLaw(1, 2, Number.POSITIVE_INFINITY)).toEqual({ below: 1, above: 0 });
  });
});
