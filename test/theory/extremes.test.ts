// Values at the ends of the range. The references are of exact fractions, or of 60 digits (mpmath 1.3).

import { describe, expect, it } from "vitest";
import { theory } from "../../src/index.ts";
import { expectInvalid, expectRelative } from "./expect.ts";

const { bernoulli, categorical, forgetting, gaussian, mixture } = theory;

describe("one symbol that is nearly all there is", () => {
  it.each([
    [[1, 1e-15], 1.4579999999999973e-15, 7.10775527898213e-13],
    [[1, 1e-17], 1.458e-17, 8.028789316179755e-15],
    [[3, 1e-30, 2e-30], 1.458e-30, 1.4015510557964276e-27],
  ])("leaves the others their digits: %j", (weights, diversity, time) => {
    expectRelative(categorical.heterozygosity({ weights, samples: 10, generation: 3 }), diversity, 1e-14);
    expectRelative(categorical.timeToOneDiffusion({ weights, samples: 10 }), time, 1e-14);
  });

  it("has a time to one whose standard deviation is next to nothing", () => {
    const sd = (weights: number[]) => categorical.timeToOne({ weights, samples: 3 }).sd;
    expectRelative(sd([1, 1e-15]), 2.1213203435596385e-7, 1e-13);
    expectRelative(sd([1, 1e-17]), 2.1213203435596425e-8, 1e-13);
  });
});

describe("rare symbols", () => {
  it("have times whose standard deviations do not cancel", () => {
    expectRelative(bernoulli.absorptionTime({ p: 1e-20, samples: 4 }).sd, 1.0028496851881867e-9, 1e-13);
    const { sd, sdGivenLoss } = forgetting.wrightFisher({ count: 1e-30, samples: 4 });
    expectRelative(sd, 5.014248425940934e-15, 1e-12);
    expectRelative(sdGivenLoss, 3.667607345194625e-15, 1e-12);
  });

  it("may be the zeros: the bound is that of the mirror", () => {
    const { lower } = bernoulli.coexistenceBounds({ p: 1 - 2 ** -53, samples: 1e12, generation: 1000 });
    expectRelative(lower, 2.2135796994197953e-7, 1e-14);
  });
});

describe("the mean time to the first loss", () => {
  it.each([
    [1e3, 2.74336509107825],
    [1e6, 1.3998765547227],
    [1e12, 0.710416810546238],
  ])("of %d equal symbols is right to 1e-10", (many, time) => {
    const options = { weights: [1], multiplicities: [many], samples: 10 * many };
    expectRelative(categorical.firstLossTime(options), time, 1e-10);
  });

  it("ends where a symbol is too rare for its share to be a number", () => {
    expect(categorical.firstLossTime({ weights: [1e-300, 1e300], samples: 10 })).toBe(0);
    expect(categorical.firstLossTime({ weights: [5e-324, 1], samples: 10 })).toBeGreaterThan(0);
  });
});

describe("numbers near the largest", () => {
  const ml = { samples: 10, estimator: "ml" } as const;

  it("do not overflow on the way to a variance", () => {
    const at = (std: number, generation: number) => gaussian.expectedVariance({ ...ml, std, generation });
    expectRelative(at(1e200, 8000), 8.711150452182428e33, 1e-12);
    expectRelative(at(1e300, 20_000), 7.0825359e-316, 1e-7); // a denormal number has few digits
    expect(at(1e200, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it("nor to a squared error", () => {
    expect(gaussian.expectedSquaredError({ ...ml, std: 1e300, generation: 0 })).toBe(0);
    expect(gaussian.expectedSquaredError({ ...ml, std: 1e-300, generation: 1e9 })).toBe(0);
    const longest = { std: 1e-160, samples: 2, generation: Number.MAX_SAFE_INTEGER };
    expectRelative(gaussian.expectedSquaredError(longest), 4.5035996273704954e-305, 1e-14);
  });

  it("leave the asymptotic median a number or infinite", () => {
    expectRelative(forgetting.medianAsymptotic({ count: 1e300 }), 2.885390081777927e300, 1e-15);
    expect(forgetting.medianAsymptotic({ count: Number.MAX_VALUE })).toBe(Number.POSITIVE_INFINITY);
  });

  it("keep the digits of a quotient", () => {
    const far = { std: 1e300, samples: 10 };
    expectRelative(
      mixture.survivalBound({ ...far, threshold: 3e300 * 0.9, generation: 40 }),
      0.13625164487831196,
      1e-14,
    );
    expectRelative(
      gaussian.survivalBound({ ...far, threshold: 1.1e299, generation: 100 }),
      0.699893113279504,
      1e-14,
    );
  });

  it("keep the digits of a difference of counts", () => {
    const samples = Number.MAX_SAFE_INTEGER;
    expectRelative(categorical.linesTime({ samples, lines: samples - 1 }), 2.2204460492503136e-16, 1e-15);
  });
});

describe("many generations", () => {
  it("of the exact Bernoulli chain shrink by 1 - 1/n once the slowest mode is left", () => {
    const { survival, coexistence } = bernoulli.exact({ p: 0.3, samples: 20, generations: 400 });
    const { coexistence: early } = bernoulli.exact({ p: 0.3, samples: 20, generations: 240 });
    expectRelative(coexistence[400], early[240] * 0.95 ** 160, 1e-12);
    expect(survival[400]).toBeCloseTo(0.3, 8);
    // Exact, from the eigenvalues: the next one decays as 0.95 * 0.9, so 240 generations leave 1e-11 of it.
    expectRelative(coexistence[400] / coexistence[300], 0.95 ** 100, 1e-10);
  });

  it("are refused where they would take minutes", () => {
    expectInvalid(
      () => bernoulli.exact({ p: 0.3, samples: 2000, generations: 10_000 }),
      "invalid generations: 10000 (at most 1118 for 2000 samples)",
    );
  });

  it("cost no more once all is absorbed", () => {
    const law = (generation: number) => forgetting.wrightFisherCdf({ count: 1, samples: 1, generation });
    expect(law(2 ** 52)).toBe(0);
    const half = { count: 0.5, samples: 1, generations: [1e7, 2 ** 52] };
    expect([...forgetting.wrightFisherCdf(half)]).toEqual([0.5, 0.5]);
    const weights = [3, 2, 1];
    const chain = { weights, samples: 60, generation: 2 ** 52 };
    expect(categorical.timeToOneCdf(chain)).toBeCloseTo(1, 12);
    // By the matrix for few generations, by its powers for many.
    expectRelative(categorical.expectedUnique(chain), 1, 1e-10);
  });
});
