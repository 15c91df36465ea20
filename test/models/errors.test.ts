// Bad options never reach a kernel: each error names the option, the value and what is allowed.
import { describe, expect, it } from "vitest";
import {
  bernoulli,
  categorical,
  gaussian,
  mixture,
  multivariate,
  poisson,
  regression,
} from "../../src/index.ts";
import { badIntegers, COUNT } from "../bad-integers.ts";
import { message } from "../message.ts";

/** Calls with options that TypeScript would refuse. */
const loose = (make: unknown) => make as (options?: unknown) => unknown;

describe("models", () => {
  it.each(badIntegers)("samples: %s", (value, shown) => {
    const expected = `invalid samples: ${shown} (${COUNT})`;
    expect(message(() => loose(bernoulli)({ p: 0.5, samples: value }))).toBe(expected);
    expect(message(() => loose(poisson)({ rate: 1, samples: value }))).toBe(expected);
    expect(message(() => loose(categorical)({ weights: [1, 2], samples: value }))).toBe(expected);
    expect(message(() => loose(gaussian)({ samples: value }))).toBe(expected.replace("from 1", "from 2"));
    expect(message(() => loose(mixture)({ samples: value }))).toBe(
      expected.replace("from 1 to 2^53-1", "from 2 to 10000000"),
    );
  });

  it.each([[-0.1], [1.1], [Number.NaN], ["0.5"], [undefined], [Number.POSITIVE_INFINITY]])(
    "p: %s",
    (value) => {
      const shown =
        value === undefined ? "missing" : typeof value === "string" ? `"${value}"` : String(value);
      const expected = `invalid p: ${shown} (a number from 0 to 1)`;
      expect(message(() => loose(bernoulli)({ p: value, samples: 5 }))).toBe(expected);
    },
  );

  it("one line for each other mistake", () => {
    expect(message(() => loose(gaussian)({ samples: 5, sigma: 1 }))).toBe(
      "unknown option: sigma (one of mean, std, samples, estimator, method, lambda, tau, temperature)",
    );
    expect(message(() => loose(gaussian)({ samples: 5, estimator: "map" }))).toBe(
      'invalid estimator: "map" ("unbiased", "ml" or "shrink")',
    );
    expect(message(() => loose(gaussian)({ samples: 5, std: 0 }))).toBe(
      "invalid std: 0 (a number from 1e-100 to 1e+100)",
    );
    expect(message(() => loose(bernoulli)({ p: 0.5, samples: 1e9, method: "samples" }))).toBe(
      'invalid samples: 1000000000 (at most 100000000 with method "samples"; "statistic" has no limit)',
    );
    expect(message(() => loose(poisson)({ rate: 1e10, samples: 1e10 }))).toBe(
      "invalid rate: 10000000000 (samples * rate of at most 2^53-1)",
    );
    expect(message(() => loose(categorical)({ samples: 5 }))).toBe(
      "invalid weights: missing (one of counts, weights and zipf, and only one)",
    );
    expect(message(() => loose(categorical)({ samples: 5, weights: [0, 0] }))).toBe(
      "invalid weights: all zero (at least one above 0)",
    );
    expect(message(() => loose(categorical)({ samples: 5, weights: [] }))).toBe(
      "invalid weights: 0 elements (from 1 to 50000000)",
    );
    expect(message(() => loose(categorical)({ samples: 5, weights: [1, -2] }))).toBe(
      "invalid weights[1]: -2 (a finite number, 0 or above)",
    );
    expect(message(() => loose(categorical)({ counts: [1, -2] }))).toBe(
      "invalid counts[1]: -2 (an integer from 0 to 2^53-1)",
    );
    expect(message(() => loose(categorical)({ counts: [1, 2.5] }))).toBe(
      "invalid counts[1]: 2.5 (an integer from 0 to 2^53-1)",
    );
    expect(message(() => loose(categorical)({ samples: 5, zipf: { size: 0, exponent: 1 } }))).toBe(
      "invalid zipf.size: 0 (an integer from 1 to 50000000)",
    );
    expect(message(() => loose(categorical)({ samples: 5, zipf: { size: 1, exponent: 1, a: 2 } }))).toBe(
      "unknown option: zipf.a (one of size, exponent, shift)",
    );
  });

  it("regression", () => {
    const rows = "at least 3, the dimension: with fewer rows the fit is not unique";
    for (const [options, expected] of [
      [{ samples: 5 }, "invalid dimension: missing (an integer from 1 to 100)"],
      [{ dimension: 101, samples: 500 }, "invalid dimension: 101 (an integer from 1 to 100)"],
      [{ dimension: 1.5, samples: 500 }, "invalid dimension: 1.5 (an integer from 1 to 100)"],
      [{ dimension: 3 }, "invalid samples: missing (an integer from 1 to 2^53-1)"],
      [{ dimension: 3, samples: 2 }, `invalid samples: 2 (${rows})`],
      [{ dimension: 3, samples: 4, noise: 0 }, "invalid noise: 0 (a number from 1e-100 to 1e+100)"],
      [
        { dimension: 3, samples: 4, noise: Number.NaN },
        "invalid noise: NaN (a number from 1e-100 to 1e+100)",
      ],
      [{ dimension: 3, samples: 4, design: "random" }, 'invalid design: "random" ("fixed" or "fresh")'],
      [
        { dimension: 3, samples: 4, sigma: 2 },
        "unknown option: sigma (one of dimension, samples, noise, design)",
      ],
    ] as const) {
      expect(message(() => loose(regression)(options))).toBe(expected);
    }
    expect(regression({ dimension: 3, samples: 3 })).toMatchObject({ noise: 1, design: "fixed" });
  });

  it("mixture", () => {
    for (const [options, expected] of [
      [{ samples: 1 }, "invalid samples: 1 (an integer from 2 to 10000000)"],
      [{ samples: 5, mean: -1 }, "invalid mean: -1 (a number from 0 to 1e+100)"],
      [{ samples: 5, std: 0 }, "invalid std: 0 (a number from 1e-100 to 1e+100)"],
      [{ samples: 5, std: -2 }, "invalid std: -2 (a number from 1e-100 to 1e+100)"],
      [{ samples: 5, eta: 1 }, "invalid eta: 1 (a number above 1, at most 1e+100)"],
      [{ samples: 5, eta: -3 }, "invalid eta: -3 (a number above 1, at most 1e+100)"],
      [{ samples: 5, eta: "2" }, 'invalid eta: "2" (a number above 1, at most 1e+100)'],
      [{ samples: 5, eta: Number.NaN }, "invalid eta: NaN (a number above 1, at most 1e+100)"],
      [{ samples: 5, method: "statistic" }, 'invalid method: "statistic" ("samples")'],
      [
        { samples: 5, estimator: "unbiased" },
        'invalid estimator: "unbiased" ("ml", "approximate-ml" or "notebook")',
      ],
      [{ samples: 5, sigma: 1 }, "unknown option: sigma (one of mean, std, samples, estimator, eta, method)"],
    ] as const) {
      expect(message(() => loose(mixture)(options))).toBe(expected);
    }
  });

  it.each([
    [{ dimension: 0 }, "invalid dimension: 0 (an integer from 1 to 100)"],
    [{ dimension: 101 }, "invalid dimension: 101 (an integer from 1 to 100)"],
    [{ samples: 1 }, "invalid samples: 1 (an integer from 2 to 2^53-1)"],
    [
      { mean: "1" },
      'invalid mean: "1" (a number from -1e+100 to 1e+100, or a list of as many as there are dimensions)',
    ],
    [{ mean: Number.NaN }, "invalid mean: NaN (a number from -1e+100 to 1e+100)"],
    [{ mean: [1, 2, 3] }, "invalid mean: a list of 3 (2 numbers, the dimension)"],
    [{ mean: [1, "a"] }, 'invalid mean[1]: "a" (a number from -1e+100 to 1e+100)'],
    [
      { covariance: "diagonal" },
      'invalid covariance: "diagonal" ("identity", a list of variances, or a list of the rows of a matrix)',
    ],
    [{ covariance: [1] }, "invalid covariance: a list of 1 (2 variances or 2 rows, the dimension)"],
    [{ covariance: [1, 0] }, "invalid covariance[1]: 0 (a number from 1e-100 to 1e+100)"],
    [{ covariance: [1, Number.NaN] }, "invalid covariance[1]: NaN (a number from 1e-100 to 1e+100)"],
    [{ covariance: [[1, 0], 1] }, "invalid covariance[1]: 1 (a row of 2 numbers)"],
    [{ covariance: [[1, 0], [0]] }, "invalid covariance[1]: a row of 1 (2 numbers: a square matrix)"],
    [
      {
        covariance: [
          [1, 0.5],
          [0.4, 1],
        ],
      },
      "invalid covariance[1][0]: 0.4 (0.5, as [0][1]: symmetric)",
    ],
    [
      {
        covariance: [
          [1, 2],
          [2, -1],
        ],
      },
      "invalid covariance[1][1]: -1 (a number from 1e-100 to 1e+100)",
    ],
    [
      {
        covariance: [
          [1, 2],
          [2, 1],
        ],
      },
      "invalid covariance: not positive definite from row 1 on (least eigenvalue -1, to be above 0 by more than rounding)",
    ],
    [{ estimator: "shrink" }, 'invalid estimator: "shrink" ("unbiased" or "ml")'],
    [{ rank: 2 }, "unknown option: rank (one of dimension, mean, covariance, samples, estimator)"],
  ])("multivariate %j", (options, expected) => {
    expect(message(() => loose(multivariate)({ dimension: 2, samples: 5, ...options }))).toBe(expected);
  });
});
