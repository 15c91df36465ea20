import { describe, expect, it } from "vitest";
import * as gaussian from "../../src/theory/gaussian.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "./expect.ts";

const TENS = [20, 40, 60, 80, 100, 120, 140, 160, 180, 200];
const ten = (generation: number) => ({ std: 1, samples: 10, threshold: 0.1, generation });

describe("upper bounds on Pr(Sigma_k > eps), n = 10, eps = .1", () => {
  it("survivalBound reproduces Theorem 3", () => {
    const row = "1 1 1 1 .769882 .461009 .276054 .165302 .0989838 .0592719";
    expectRow((i) => gaussian.survivalBound(ten(TENS[i])), row);
  });

  it("momentBound reproduces the curve of s = 0.7", () => {
    const row = "1 1 1 .651182 .390956 .234722 .140922 .0846068 .0507961 .0304969";
    expectRow((i) => gaussian.momentBound({ ...ten(TENS[i]), s: 0.7 }), row);
  });

  it("bertrandBound reproduces its row and is momentBound at s = 1", () => {
    const row = "1 1 1 1 .625278 .359160 .206302 .118500 .0680662 .0390973";
    expectRow((i) => gaussian.bertrandBound(ten(TENS[i])), row);
    expect(gaussian.bertrandBound(ten(140))).toBe(gaussian.momentBound({ ...ten(140), s: 1 }));
  });

  it("bestMomentBound has the tabulated s and is the smallest", () => {
    const table: [number, string][] = [
      [60, ".32"],
      [100, ".576"],
      [140, ".690"],
      [200, ".776"],
    ];
    for (const [k, s] of table) {
      const best = gaussian.bestMomentBound(ten(k));
      expectDigits(best.s, s);
      expectRelative(best.value, gaussian.momentBound({ ...ten(k), s: best.s }), 1e-14);
      for (const factor of [0.99, 1.01]) {
        expect(gaussian.momentBound({ ...ten(k), s: factor * best.s })).toBeGreaterThan(best.value);
      }
    }
    expect(gaussian.bestMomentBound(ten(20))).toEqual({ value: 1, s: 0 });
  });
});

describe("bounds hold against the exact law, in their order", () => {
  it("on a grid of n, k, eps and estimators", () => {
    for (const estimator of ["unbiased", "ml"] as const) {
      for (const samples of [2, 3, 10, 100, 1e6, 1e12]) {
        for (const share of [0, 0.01, 0.3, 1, 3, 20]) {
          const generation = Math.max(1, Math.round(share * samples));
          for (const threshold of [1e-200, 1e-3, 0.1, 0.9, 1, 1.1, 5, 1e200]) {
            const options = { std: 1, samples, threshold, generation, estimator };
            const chain = [
              gaussian.survival(options),
              gaussian.bestMomentBound(options).value,
              gaussian.bertrandBound(options),
              gaussian.survivalBound(options),
            ];
            const ordered = chain.every((value, i) => i === 0 || value >= chain[i - 1] * (1 - 1e-9));
            if (!ordered || !chain.every((value) => value >= 0 && value <= 1)) {
              expect.fail(`${JSON.stringify(options)}: ${chain.join(" ")}`);
            }
          }
        }
      }
    }
  });
});

describe("the walk of ln Sigma^2", () => {
  it("has the tabulated drift and variance", () => {
    const table: [number, string, string, string][] = [
      [10, "-0.115206470", "-0.220566986", "0.248725103"],
      [100, "-0.010135019", "-0.020185355", "0.020407455"],
      [2, "-1.270362845", "-1.963510026", "4.934802201"],
    ];
    for (const [samples, unbiased, ml, variance] of table) {
      expectDigits(gaussian.drift({ samples }), unbiased);
      expectDigits(gaussian.drift({ samples, estimator: "ml" }), ml);
      expectDigits(gaussian.variance({ samples }), variance);
    }
  });

  it("keeps its digits for huge samples", () => {
    expectRelative(gaussian.drift({ samples: 1e12 }), -1e-12, 1e-11);
    expectRelative(gaussian.drift({ samples: 1e12, estimator: "ml" }), -2e-12, 1e-11);
    expectRelative(gaussian.variance({ samples: 1e12 }), 2e-12, 1e-11);
  });

  it("is nearly normal after many generations: cltSurvival is near survival around the median", () => {
    for (const generation of [300, 460, 700]) {
      const options = { std: 1, samples: 100, threshold: 0.1, generation };
      expect(Math.abs(gaussian.cltSurvival(options) - gaussian.survival(options))).toBeLessThan(0.01);
    }
  });
});

describe("moments", () => {
  const options = { std: 2, samples: 10, generation: 3 };

  it("are constant and growing for the unbiased variance", () => {
    expect(gaussian.expectedVariance(options)).toBe(4);
    expect(gaussian.expectedSquaredError(options)).toBeCloseTo(1.2, 14);
  });

  it("add up to the variance for maximum likelihood", () => {
    const ml = { ...options, estimator: "ml" } as const;
    expect(gaussian.expectedVariance(ml)).toBeCloseTo(4 * 0.9 ** 3, 14);
    expect(gaussian.expectedSquaredError(ml)).toBeCloseTo(4 - 4 * 0.9 ** 3, 14);
    expect(gaussian.expectedSquaredError({ ...ml, generation: 0 })).toBe(0);
  });
});

describe("trivial answers", () => {
  const all = [
    gaussian.survival,
    gaussian.survivalBound,
    gaussian.bertrandBound,
    gaussian.cltSurvival,
    (options: gaussian.SurvivalOptions) => gaussian.momentBound({ ...options, s: 0.7 }),
    (options: gaussian.SurvivalOptions) => gaussian.bestMomentBound(options).value,
  ];

  it("are 1 for a threshold of 0 or below, and the indicator at generation 0", () => {
    for (const f of all) {
      expect(f({ ...ten(50), threshold: 0 })).toBe(1);
      expect(f({ ...ten(50), threshold: -3 })).toBe(1);
      expect(f({ ...ten(0), threshold: 0.999 })).toBe(1);
      expect(f({ ...ten(0), threshold: 1 })).toBe(0);
    }
  });
});

describe("input", () => {
  it("is checked, with the whole story in the message", () => {
    const { survival, momentBound, drift, expectedVariance } = gaussian;
    expectInvalid(
      () => survival({ ...ten(1), samples: 1 }),
      "invalid samples: 1 (an integer from 2 to 2^53-1)",
    );
    expectInvalid(() => survival({ ...ten(1), std: 0 }), "invalid std: 0 (a finite number above 0)");
    expectInvalid(
      () => survival({ ...ten(1), threshold: Number.NaN }),
      "invalid threshold: NaN (a finite number)",
    );
    expectInvalid(() => survival({ ...ten(-1) }), "invalid generation: -1 (an integer from 0 to 2^53-1)");
    expectInvalid(
      () => survival({ ...ten(1), estimator: "ML" as never }),
      'invalid estimator: "ML" ("unbiased" or "ml")',
    );
    expectInvalid(() => momentBound({ ...ten(1), s: 0 }), "invalid s: 0 (a finite number above 0)");
    expectInvalid(
      () => drift({ samples: 10, std: 1 } as never),
      "unknown option: std (one of samples, estimator)",
    );
    expectInvalid(
      () => expectedVariance(ten(1) as never),
      "unknown option: threshold (one of std, generation, samples, estimator)",
    );
  });
});
