import { describe, expect, it } from "vitest";
import { bernoulli, categorical, poisson, simulate } from "../../src/index.ts";
import { wilson, wilsonError } from "../../src/theory/interval.ts";

// 1.96^2 with its digits
const Z2 = 1.959963984540054 ** 2;

/** Pr(X = x), X ~ Binomial(n, p). */
function binomial(n: number, p: number): number[] {
  const mass = [(1 - p) ** n];
  for (let x = 0; x < n; ++x) mass.push((mass[x] * (n - x) * p) / ((x + 1) * (1 - p)));
  return mass;
}

describe("the 95 % interval of a share", () => {
  it("is made of the probabilities that are 1.96 of their standard errors away", () => {
    for (const [hits, n] of [
      [1, 5],
      [30, 100],
      [4999, 5000],
    ]) {
      const { lower, upper } = wilson(hits / n, n);
      for (const p of [lower, upper]) expect((hits / n - p) ** 2 / ((p * (1 - p)) / n)).toBeCloseTo(Z2, 8);
      expect((upper - lower) / 2).toBeCloseTo(Math.sqrt(Z2) * wilsonError(hits / n, n), 14);
    }
  });

  it("has one end where the share is 0 or 1", () => {
    expect(wilson(0, 5000)).toEqual({ lower: 0, upper: expect.closeTo(Z2 / (5000 + Z2), 15) });
    expect(wilson(1, 5000)).toEqual({ lower: expect.closeTo(5000 / (5000 + Z2), 15), upper: 1 });
    expect(wilson(1, 1)).toEqual({ lower: expect.closeTo(1 / (1 + Z2), 15), upper: 1 });
  });

  it("holds the probability about as often as it says, by the exact law", () => {
    for (const p of [0.003, 0.02, 0.3, 0.5, 0.7]) {
      const n = 400;
      const covered = binomial(n, p).reduce((sum, mass, hits) => {
        const { lower, upper } = wilson(hits / n, n);
        return lower <= p && p <= upper ? sum + mass : sum;
      }, 0);
      expect(covered).toBeGreaterThan(0.92);
      expect(covered).toBeLessThan(0.99);
    }
  });
});

describe("a run", () => {
  it("tells of a survival what it cannot rule out, and nothing of generation 0", async () => {
    const experiment = { generations: 400, trajectories: 5000, seed: 1 };
    const run = await simulate({
      ...experiment,
      model: bernoulli({ p: 0.5, samples: 10 }),
      survival: ["p!=0,1"],
    });
    const { probability, standardError, lower, upper } = run.survival("p!=0,1");
    expect([probability[400], standardError[400], lower[400]]).toEqual([0, 0, 0]);
    expect(upper[400]).toBeCloseTo(Z2 / (5000 + Z2), 15);
    expect([probability[0], lower[0], upper[0]]).toEqual([1, 1, 1]);
    expect([lower[10], upper[10]]).toEqual(Object.values(wilson(probability[10], 5000)));
    const { survival } = run.toJSON();
    expect([survival[0].lower[400], survival[0].upper[400]]).toEqual([0, upper[400]]);
  });

  it("of an event that never held is sure of generation 0 alone", async () => {
    const model = poisson({ rate: 0, samples: 5 });
    const run = await simulate({ model, generations: 2, trajectories: 4, seed: 1, survival: ["rate>0"] });
    expect([...run.survival("rate>0").upper]).toEqual([0, Z2 / (4 + Z2), Z2 / (4 + Z2)]);
  });

  it("tells the same of every symbol, but of one that was never there", async () => {
    const model = categorical({ counts: [90, 1, 0] });
    const run = await simulate({ model, generations: 5, trajectories: 20, seed: 1 });
    const { probability, lower, upper } = run.forgetting();
    expect(probability[0]).toBe(0);
    expect([lower[0], lower[2], upper[2]]).toEqual([0, 0, 0]);
    expect(upper[0]).toBeCloseTo(Z2 / (20 + Z2), 15);
    expect([lower[1], upper[1]]).toEqual(Object.values(wilson(probability[1], 20)));
  });
});
