import { describe, expect, it } from "vitest";
import { categorical, simulate } from "../../src/index.ts";
import { exact } from "../../src/theory/bernoulli.ts";
import {
  allAlive,
  allAlivePoisson,
  expectedUnique,
  firstLossTime,
  uniqueBounds,
} from "../../src/theory/categorical.ts";
import { expectDigits, expectRelative, expectRow } from "./expect.ts";

const zipf = (exponent: number, shift: number): number[] =>
  Array.from({ length: 1000 }, (_, i) => (i + 1 + shift) ** -exponent);
const generations = Array.from({ length: 10 }, (_, i) => i + 1);

describe("expectedUnique({ weights, samples, generations })", () => {
  it("reproduces the exact column for Zipf laws of 1000 symbols", () => {
    const rows: [number, number, string][] = [
      [
        1,
        2.7,
        ".390068410 .292593942 .239410181 .204690587 .179833892 .160980577 .146097611 .133997452 .123933822 .115411319",
      ],
      [
        2,
        5,
        ".120996978 .095988041 .082305121 .073213841 .066568335 .061420321 .057272235 .053832954 .050918663 .048406550",
      ],
    ];
    for (const [exponent, shift, row] of rows) {
      const unique = expectedUnique({ weights: zipf(exponent, shift), samples: 1000, generations });
      expectRow((i) => unique[i] / 1000, row);
    }
  });

  it("is the sum of Bernoulli chains, between the bounds, in any order", () => {
    const options = { weights: [1, 3, 0], multiplicities: [4, 2, 9], samples: 37 };
    const asked = [30, 0, 7, 7];
    const unique = expectedUnique({ ...options, generations: asked });
    asked.forEach((k, i) => {
      const chain = (p: number) => exact({ p, samples: 37, generations: 30 }).survival[k];
      expectRelative(unique[i], 4 * chain(0.1) + 2 * chain(0.3), 1e-12);
      const { lower, upper } = uniqueBounds({ ...options, generation: k });
      expect(unique[i]).toBeGreaterThanOrEqual(lower);
      expect(unique[i]).toBeLessThanOrEqual(upper);
    });
    expect(expectedUnique({ ...options, generation: 7 })).toBe(unique[2]);
  });

  it("ends at one symbol", () => {
    expectRelative(expectedUnique({ weights: [1, 2, 3], samples: 6, generation: 10_000_000 }), 1, 1e-12);
    expect(expectedUnique({ weights: [2], samples: 6, generation: 5 })).toBe(1);
    expect(expectedUnique({ weights: [1, 5e-324], samples: 6, generation: 0 })).toBe(2);
  });
});

describe("first loss of any symbol", () => {
  const five = { weights: [0.4, 0.3, 0.2, 0.07, 0.03], samples: 200 };

  it("is some per cent above the simulated mean; under Poisson sampling the law is nearer", async () => {
    const run = await simulate({
      model: categorical(five),
      generations: 2000,
      trajectories: 10_000,
      seed: 3,
      survival: ["unique>4.5"],
    });
    const { mean, standardError, censored } = run.timeTo("unique>4.5");
    expect(censored).toBe(0);
    // 18.5 with a standard error of 0.17: the bounds are 4 of them, 3.7 %, beside 7.4 % and 1 %.
    expect(standardError).toBeLessThan(0.18);
    const law = firstLossTime(five);
    expectDigits(law, "19.83");
    expect(law / mean).toBeGreaterThan(1.03);
    expect(law / mean).toBeLessThan(1.12);
    const long = Array.from({ length: 10_000 }, (_, k) => k);
    const poisson = allAlivePoisson({ ...five, generations: long }).reduce((sum, p) => sum + p, 0);
    expect(Math.abs(poisson / mean - 1)).toBeLessThan(0.047);
  });

  it("has the mean that its survival sums to", () => {
    // Euler and Maclaurin: the integral from 0 is the sum over k = 0, 1, ... less a half, except for the flat start.
    const long = Array.from({ length: 200_000 }, (_, k) => k);
    const sum = allAlive({ ...five, generations: long }).reduce((total, p) => total + p, 0) - 0.5;
    expectRelative(firstLossTime(five), sum, 1e-6);
  });

  it("is the product of the symbols", () => {
    const options = { weights: [1, 1, 2], samples: 8, generation: 10 };
    expectRelative(allAlive(options), (1 - Math.exp(-0.4)) ** 2 * (1 - Math.exp(-0.8)), 1e-14);
    expect(allAlive({ ...options, generation: 0 })).toBe(1);
    expectRelative(
      allAlivePoisson({ ...options, generation: 1 }),
      (1 - Math.exp(-2)) ** 2 * (1 - Math.exp(-4)),
      1e-14,
    );
    expect(firstLossTime({ weights: [3, 0], samples: 8 })).toBe(Infinity);
  });
});
