import { describe, expect, it } from "vitest";
import * as gaussian from "../../src/theory/gaussian.ts";
import * as multivariate from "../../src/theory/multivariate.ts";
import { expectDigits, expectInvalid, expectRelative } from "./expect.ts";

const fitOf = (samples: number, dimension: number, estimator: "ml" | "unbiased" = "ml") => ({
  samples,
  dimension,
  estimator,
});

describe("reference numbers, computed independently", () => {
  it.each([
    [20, 2, "-.266790832", ".228509303", "-.164204243"],
    [20, 3, "-.489285107", ".353347422", "-.335405224"],
    [100, 10, "-.67661875", ".214097741", "-.576115391"],
  ])("n = %d, d = %d: drift and variance of ln det", (samples, dimension, ml, variance, unbiased) => {
    expectDigits(multivariate.drift(fitOf(samples, dimension)), ml);
    expectDigits(multivariate.variance(fitOf(samples, dimension)), variance);
    expectDigits(multivariate.drift(fitOf(samples, dimension, "unbiased")), unbiased);
  });

  it.each([
    [20, 2, ".208766662", ".199151682", ".437616592"],
    [20, 3, ".0411008122", ".0654762941", ".25059677"],
    [100, 10, ".00333506069", ".545924575", ".788353739"],
  ])("n = %d, d = %d: E det and Pr(det > 2^-d) after 10 fits", (samples, dimension, mean, ml, unbiased) => {
    const threshold = 2 ** -dimension;
    const at = (estimator: "ml" | "unbiased") => ({
      ...fitOf(samples, dimension, estimator),
      generation: 10,
    });
    expectDigits(multivariate.expectedDet(at("ml")), mean);
    expectDigits(multivariate.detMoment({ ...at("ml"), s: 1 }), mean);
    expectDigits(multivariate.survival({ ...at("ml"), threshold }), ml);
    expectDigits(multivariate.survival({ ...at("unbiased"), threshold }), unbiased);
  });

  it.each([
    [20, 2, ".787378788", ".777393131"],
    [20, 3, ".616815606", ".601293965"],
    [100, 10, ".418768005", ".399646545"],
  ])("n = %d, d = %d: E det of data that are kept", (samples, dimension, ten, hundred) => {
    const [a, b, c] = multivariate.expectedDetAccumulated({
      ...fitOf(samples, dimension),
      generations: [100, 0, 10],
    });
    expectDigits(a, hundred);
    expect(b).toBe(1);
    expectDigits(c, ten);
  });

  it("directions: the largest and the least Lyapunov exponent", () => {
    const exponents = multivariate.lyapunov(fitOf(100, 10));
    expect(exponents).toHaveLength(10);
    expectDigits(exponents[0], "-.0201853547");
    expectDigits(exponents[9], "-.116512777");
  });

  it("n <= d: the first fit, and the drift of the n - 1 eigenvalues that it has", () => {
    expect(multivariate.lyapunov(fitOf(5, 10))).toHaveLength(4);
    expectDigits(multivariate.drift(fitOf(5, 10)), "-5.74661431");
    expectDigits(multivariate.expectedLogDet({ ...fitOf(5, 10), generation: 1 }), "1.58909998");
    expectRelative(
      multivariate.expectedLogDet({ ...fitOf(5, 10), generation: 3 }),
      1.58909998 - 2 * 5.74661431,
      1e-8,
    );
    expect(multivariate.expectedKl({ ...fitOf(5, 10), generation: 1 })).toBe(Infinity);
    expect(multivariate.expectedDet({ ...fitOf(5, 10), generation: 1 })).toBe(0);
    expect(multivariate.survival({ ...fitOf(5, 10), generation: 1, threshold: 1e-9 })).toBe(0);
  });

  it("the golden weight: squared error of a covariance in the long run", () => {
    const regime = { name: "weighted", realSamples: 100, weight: (Math.sqrt(5) - 1) / 2 } as const;
    const error = multivariate.covarianceError({
      regime,
      samples: 200,
      trace: 2,
      squares: 2,
      generation: 1000,
    });
    expectDigits(error, ".037564732");
  });

  it.each([
    [20, 2, "1.23078362", ".719775143"],
    [100, 10, "1.7791638", ".84296778"],
  ])("n = %d, d = %d: E tr S^2 / d after 10 fits", (samples, d, squares) => {
    const error = multivariate.covarianceError({
      ...{ regime: { name: "replace" } as const, samples, estimator: "ml" as const },
      ...{ trace: d, squares: d, generation: 10 },
    });
    const left = (1 - 1 / samples) ** 10;
    expectDigits((error + 2 * left * d - d) / d, squares);
  });
});

describe("one dimension is the Gaussian's", () => {
  it.each(["ml", "unbiased"] as const)("%s", (estimator) => {
    for (const samples of [2, 3, 10, 1000]) {
      const one = fitOf(samples, 1, estimator);
      expectRelative(multivariate.drift(one), gaussian.drift({ samples, estimator }), 1e-12);
      for (const generation of [1, 7, 60]) {
        for (const threshold of [1e-3, 0.3, 0.9]) {
          const asked = { samples, estimator, std: 1, generation, threshold: Math.sqrt(threshold) };
          expectRelative(
            multivariate.survival({ ...one, generation, threshold }),
            gaussian.survival(asked),
            1e-9,
          );
        }
      }
    }
  });
});

it("bad options", () => {
  expectInvalid(
    () => multivariate.drift(fitOf(10, 101)),
    "invalid dimension: 101 (an integer from 1 to 100)",
  );
  expectInvalid(() => multivariate.drift(fitOf(1, 2)), "invalid samples: 1 (an integer from 2 to 2^53-1)");
  expectInvalid(
    () => multivariate.detMoment({ ...fitOf(10, 3), generation: 1, s: -4 }),
    "invalid s: -4 (a finite number above -3.5)",
  );
});
