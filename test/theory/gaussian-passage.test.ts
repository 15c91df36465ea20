import { describe, expect, it } from "vitest";
import { gaussian, simulate } from "../../src/index.ts";
import {
  drift,
  type Estimator,
  firstPassage,
  firstPassageApproximation,
  survival,
} from "../../src/theory/gaussian.ts";
import { passageGrid } from "../../src/theory/passage-grid.ts";
import { stepLaw } from "../../src/theory/passage-step.ts";
import { expectDigits, expectInvalid, expectRelative } from "./expect.ts";

type Case = [samples: number, estimator: Estimator, threshold: number];

describe("firstPassage({ std, samples, threshold, estimator, generations })", () => {
  // scipy: the integral equation on a thousand Gauss–Legendre nodes, without interpolation.
  const reference: [...Case, mean: number, sd: number, cdf: number[]][] = [
    [
      10,
      "unbiased",
      0.1,
      43.0941658934367,
      28.293621361064684,
      [1.60184209e-8, 1.40361222e-6, 0.000646037836, 0.185112991665],
    ],
    [
      10,
      "ml",
      0.1,
      22.61309001588196,
      10.663859767214547,
      [2.56303254e-8, 3.16681951e-6, 0.00220504395, 0.500654928818],
    ],
    [
      2,
      "unbiased",
      0.1,
      5.246754542844122,
      3.686071770850994,
      [0.079655674554, 0.225303397296, 0.637277691717, 0.994888453053],
    ],
    [
      3,
      "ml",
      0.5,
      2.6026787079266294,
      1.8305019718976168,
      [0.312710721209, 0.60444776992, 0.928526550977, 0.999959286774],
    ],
    [100, "unbiased", 0.1, 463.1797246837855, 303.25876314343185, [0, 0, 1.12e-13, 1.628e-11]],
    [100, "ml", 0.1, 232.68284438879314, 107.88955393238196, [0, 0, 1.26e-13, 1.1074e-10]],
  ];

  it.each(reference)(
    "agrees with a direct solution for n = %i, %s, eps = %f",
    (samples, estimator, threshold, mean, sd, cdf) => {
      const law = firstPassage({ std: 1, samples, estimator, threshold, generations: [1, 2, 5, 20] });
      expectRelative(law.mean, mean, 3e-8);
      expectRelative(law.sd, sd, 3e-8);
      cdf.forEach((value, i) => {
        expect(Math.abs(law.cdf[i] - value)).toBeLessThan(1e-8);
      });
    },
  );

  it("agrees with simulated means", () => {
    // 2e5 trajectories each, another program: mean and standard error.
    const simulated: [...Case, mean: number, error: number][] = [
      [10, "unbiased", 0.1, 43.15, 0.063],
      [10, "ml", 0.1, 22.592, 0.024],
      [100, "unbiased", 0.1, 463.54, 0.68],
      [100, "ml", 0.1, 232.63, 0.24],
    ];
    for (const [samples, estimator, threshold, mean, error] of simulated) {
      const law = firstPassage({ std: 1, samples, estimator, threshold });
      expect(Math.abs(law.mean - mean)).toBeLessThan(3 * error);
    }
  });

  it.each(["unbiased", "ml"] as const)("agrees with our own simulation, %s", async (estimator) => {
    const trajectories = 20_000;
    const run = await simulate({
      model: gaussian({ samples: 10, estimator }),
      generations: 600,
      trajectories,
      seed: 2788,
      survival: ["std>0.1"],
    });
    const time = run.timeTo("std>0.1");
    expect(time.censored).toBe(0);
    const generations = Array.from({ length: 600 }, (_, i) => i);
    const law = firstPassage({ std: 1, samples: 10, threshold: 0.1, estimator, generations });
    // Standard error sd / sqrt(R): 0.20 and 0.075. Four of them: alpha = 6e-5.
    expect(Math.abs(time.mean - law.mean)).toBeLessThan((4 * law.sd) / Math.sqrt(trajectories));
    // Kolmogorov and Smirnov: 2.23 / sqrt(R) has alpha = 1e-4.
    let distance = 0;
    for (const k of generations) distance = Math.max(distance, Math.abs(1 - time.survival(k) - law.cdf[k]));
    expect(distance).toBeLessThan(2.23 / Math.sqrt(trajectories));
    expect(Math.abs((time.median ?? 0) - law.median)).toBeLessThanOrEqual(1);
  });

  it("does not change when the grid is made finer, for any samples and threshold", () => {
    const cases: Case[] = [
      [2, "ml", 0.9],
      [5, "unbiased", 1e-20],
      [30, "ml", 1e-300],
      [1000, "unbiased", 0.999],
      [1e6, "ml", 0.1],
      [1e12, "unbiased", 0.5],
    ];
    for (const [samples, estimator, threshold] of cases) {
      const law = firstPassage({ std: 1, samples, estimator, threshold });
      const shift = estimator === "ml" ? Math.log1p(-1 / samples) : 0;
      const height = threshold > 0.5 ? -2 * Math.log1p(threshold - 1) : -2 * Math.log(threshold);
      const { chain, start } = passageGrid(stepLaw({ a: (samples - 1) / 2, shift, steps: 1 }), height, 0.1);
      const times = chain.solve(new Float64Array(chain.size).fill(1));
      expectRelative(law.mean, 1 + start.reduce((sum, w, i) => sum + w * times[i], 0), 1e-7);
    }
  });

  it("approaches an inverse Gaussian law with Siegmund's correction for large samples", () => {
    // Mean overshoot 0.5826 standard deviations of a step, here sqrt(2/n); Wald: mean = (x + overshoot) / |drift|.
    const samples = 1e6;
    const { mean } = firstPassage({ std: 1, samples, threshold: 0.1 });
    const overshoot = -mean * drift({ samples }) - 2 * Math.log(10);
    expectRelative(overshoot / Math.sqrt(2 / samples), 0.5826, 0.002);
  });

  it("passes no earlier than the std is below, and exactly then at the first generation", () => {
    for (const [samples, estimator, threshold] of [
      [10, "unbiased", 0.5],
      [2, "ml", 0.3],
      [1000, "unbiased", 0.7],
    ] as Case[]) {
      const { cdf } = firstPassage({ std: 1, samples, estimator, threshold, generations: [1, 3, 9] });
      const below = (generation: number) =>
        1 - survival({ std: 1, samples, estimator, threshold, generation });
      expect(Math.abs(cdf[0] - below(1))).toBeLessThan(1e-8);
      expect(cdf[1]).toBeGreaterThan(below(3) - 1e-12);
      expect(cdf[2]).toBeGreaterThan(below(9) - 1e-12);
    }
  });

  it("has quantiles, in any unit, in any order of the generations", () => {
    const options = { std: 7, samples: 10, threshold: 0.7 };
    const law = firstPassage({ ...options, generations: [200, 0, 20] });
    expect(law.cdf[1]).toBe(0);
    expect(law.cdf[2]).toBeLessThan(law.cdf[0]);
    for (const q of [0.001, 0.25, 0.5, 0.99]) {
      const k = law.quantile(q);
      const { cdf } = firstPassage({ ...options, generations: [k - 1, k] });
      expect(cdf[0]).toBeLessThan(q);
      expect(cdf[1]).toBeGreaterThanOrEqual(q);
    }
    expect(law.median).toBe(law.quantile(0.5));
    expect(law.quantile(0)).toBe(0);
    expect(law.quantile(1)).toBe(Infinity);
  });

  it("has a median past 2^60 generations too", () => {
    const law = firstPassage({ std: 1, samples: 2 ** 53 - 1, threshold: 1e-40 });
    // An inverse Gaussian law of shape 2 ln(std / threshold) / 2 over its mean; the next term is of the order of 1e-4.
    const shape = Math.log(1e40);
    expect(Math.abs(law.median / law.mean - (1 - 1 / (2 * shape)))).toBeLessThan(1 / shape ** 2);
    expect(law.median).toBeGreaterThan(2 ** 60);
  });

  it("is over at once where the std is not above the threshold", () => {
    const law = firstPassage({ std: 1, samples: 10, threshold: 1, generations: [0, 9] });
    expect(law).toMatchObject({ mean: 0, sd: 0, median: 0, cdf: Float64Array.of(1, 1) });
    expect(law.quantile(0.9)).toBe(0);
    expect(firstPassageApproximation({ std: 1, samples: 10, threshold: 2 })).toBe(0);
  });

  it("checks its input", () => {
    const options = { std: 1, samples: 10, threshold: 0.1 };
    expectInvalid(
      () => firstPassage({ ...options, threshold: 0 }),
      "invalid threshold: 0 (a finite number above 0)",
    );
    expectInvalid(() => firstPassage({ ...options, std: -1 }), "invalid std: -1 (a finite number above 0)");
    expectInvalid(
      () => firstPassage({ ...options, samples: 1 }),
      "invalid samples: 1 (an integer from 2 to 2^53-1)",
    );
    expectInvalid(
      () => firstPassage({ ...options, generations: [0.5] }),
      "invalid generations[0]: 0.5 (an integer from 0 to 2^53-1)",
    );
    expectInvalid(
      () => firstPassage({ ...options, estimator: "x" as never }),
      'invalid estimator: "x" ("unbiased" or "ml")',
    );
    expectInvalid(
      () => firstPassage({ ...options, generation: 1 } as never),
      "unknown option: generation (one of std, samples, threshold, estimator, generations)",
    );
    expectInvalid(() => firstPassage(options).quantile(-1), "invalid q: -1 (a number from 0 to 1)");
  });
});

describe("firstPassageApproximation, without the overshoot", () => {
  it("has the tabulated values", () => {
    const row: [...Case, string][] = [
      [10, "unbiased", 0.1, "39.97"],
      [10, "ml", 0.1, "20.88"],
      [100, "unbiased", 0.1, "454.4"],
      [100, "ml", 0.1, "228.1"],
    ];
    for (const [samples, estimator, threshold, value] of row) {
      expectDigits(firstPassageApproximation({ std: 1, samples, estimator, threshold }), value);
    }
  });
});
