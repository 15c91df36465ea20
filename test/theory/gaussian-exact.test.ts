import { describe, expect, it } from "vitest";
import { drift, type Estimator, survival, variance } from "../../src/theory/gaussian.ts";
import { expectRelative, expectRow } from "./expect.ts";

function at(
  samples: number,
  generation: number,
  threshold: number,
  estimator: Estimator = "unbiased",
): number {
  return survival({ std: 1, samples, threshold, generation, estimator });
}

describe("survival({ std, samples, threshold, generation, estimator })", () => {
  it("reproduces the table for n = 10, eps = .1", () => {
    const unbiased =
      ".848856093 .504822165 .277414332 .150410330 .081562031 .044378417 .024243208 .013294579 .007315907 .004038329";
    const ml =
      ".541927065 .088783554 .011361245 1.36855805e-3 1.61729822e-4 1.8992e-5 2.2267e-6 2.6117e-7 3.0667e-8 3.6063e-9";
    expectRow((i) => at(10, 20 * (i + 1), 0.1), unbiased);
    expectRow((i) => at(10, 20 * (i + 1), 0.1, "ml"), ml);
    const grid = [1, 23, 45, 67, 89, 111, 133, 155, 177, 200];
    const row =
      ".999999984 .794998942 .435966718 .224012156 .114165684 .058331442 .029943152 .015443841 .007999994 .004038329";
    expectRow((i) => at(10, grid[i], 0.1), row);
  });

  it("reproduces the table for n = 100, eps = .1", () => {
    const grid = [100, 200, 500, 1000, 1500, 2000, 2500];
    const unbiased = ".993819382 .898863842 .442870466 .110385016 .027616670 .007050972 .001829673";
    expectRow((i) => at(100, grid[i], 0.1), unbiased);
    expectRow(
      (i) => at(100, grid[i], 0.1, "ml"),
      ".964486511 .611316399 .042718185 2.73000539e-4 1.63700e-6",
    );
  });

  it("is the chi-square law after one generation, in both tails", () => {
    // mpmath, mp.dps = 40: gammainc((n-1)/2, d eps^2 / 2, inf, regularized=True), d the divisor.
    const table: [number, number, Estimator, number][] = [
      [10, 0.1, "unbiased", 0.9999999839815791],
      [2, 0.5, "unbiased", 0.6170750774519738],
      [2, 8, "unbiased", 1.2441921148543568e-15],
      [2, 1e-6, "unbiased", 0.9999992021154392],
      [2, 20, "ml", 5.395865611607901e-176],
      [10, 3, "unbiased", 1.0226482300616196e-13],
    ];
    for (const [samples, threshold, estimator, value] of table) {
      expectRelative(at(samples, 1, threshold, estimator), value, 1e-12);
    }
    // n = 3 is exponential: Pr(Sigma_1 > eps) = exp(-eps^2).
    for (const eps of [1e-9, 0.01, 0.5, 0.749, 0.75, 2, 5, 25]) {
      expectRelative(at(3, 1, eps), Math.exp(-eps * eps), 1e-12);
    }
  });

  it("is a Bessel function, or an integral over one chi-square, after two generations", () => {
    // mpmath, mp.dps = 25: quad of the density of one chi-square times the tail of the other.
    const table: [number, number, Estimator, number][] = [
      [3, 0.5, "unbiased", 0.6019072301972346],
      [10, 4, "unbiased", 9.852871026129338e-9],
      [10, 2.5, "ml", 4.27028584303661e-5],
      [2, 6, "unbiased", 0.0007396079973606559],
      [10, 0.05, "unbiased", 1 - 5.387491638256869e-9],
      [2, 1e-4, "unbiased", 1 - 0.0006573908863420156],
    ];
    for (const [samples, threshold, estimator, value] of table) {
      expectRelative(at(samples, 2, threshold, estimator), value, 1e-12);
    }
  });

  it("agrees with the same integral in 30 digits, for large and small n and k", () => {
    // mpmath, mp.dps = 30: quad of exp(K(s) - s x)/s along the saddle line, K from loggamma.
    const table: [number, number, number, Estimator, number][] = [
      [1e6, 1e6, 0.1, "unbiased", 0.9946020314663747],
      [1e6, 1e6, 0.5, "ml", 0.332160163770348],
      [2, 1000, 1e-280, "unbiased", 0.609948068495752],
      [10, 1000, 1e-3, "ml", 2.906962153964163e-42],
      [1e9, 3, 1.0001, "unbiased", 0.004912576348312688],
      [100, 20, 0.3, "ml", 0.9990031007027816],
      [7, 12, 2.5, "unbiased", 0.02951680583862789],
      [50, 10, 0.2, "unbiased", 0.999995852388258],
    ];
    // The threshold 1.0001 is a double 1e-16 away from the decimal, which costs it 1e-12.
    for (const [n, k, eps, estimator, value] of table) expectRelative(at(n, k, eps, estimator), value, 2e-12);
  });

  it("does not jump where the integral changes sides, at the mean of the walk", () => {
    for (const samples of [2, 5, 100, 1e8]) {
      for (const generation of [1, 2, 10, 300]) {
        const median = Math.exp((generation * drift({ samples })) / 2);
        const left = at(samples, generation, median * (1 - 1e-13));
        const right = at(samples, generation, median * (1 + 1e-13));
        // The true difference: 2e-13 in ln Sigma times the density, about 1/sd.
        const slope = 2 / Math.sqrt(generation * variance({ samples }));
        expect(Math.abs(left - right)).toBeLessThan(1e-12 + 5e-13 * slope);
      }
    }
  });

  it("depends on threshold / std only", () => {
    const one = survival({ std: 1, samples: 10, threshold: 0.1, generation: 20 });
    expectRelative(survival({ std: 1e200, samples: 10, threshold: 1e199, generation: 20 }), one, 1e-12);
    expectRelative(survival({ std: 1e-300, samples: 10, threshold: 1e-301, generation: 20 }), one, 1e-12);
  });

  it("is a probability at every extreme", () => {
    const largest = Number.MAX_SAFE_INTEGER;
    for (const samples of [2, 3, 1e6, largest]) {
      for (const generation of [1, 2, 1e6, largest]) {
        for (const threshold of [5e-324, 1e-300, 0.5, 1, 1 + 2e-8, 2, 1e300]) {
          for (const estimator of ["unbiased", "ml"] as const) {
            const value = at(samples, generation, threshold, estimator);
            if (!(value >= 0 && value <= 1)) expect.fail(`${samples} ${generation} ${threshold}: ${value}`);
          }
        }
      }
    }
    expect(at(2, largest, 1e-300)).toBe(0);
    expect(at(largest, 1, 1e-300)).toBe(1);
    expect(at(largest, 1, 1e300)).toBe(0);
  });
});
