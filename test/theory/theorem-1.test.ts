import { describe, expect, it } from "vitest";
import { InputError } from "../../src/check/errors.ts";
import { survivalBounds } from "../../src/theory/bernoulli.ts";
import { uniqueBounds } from "../../src/theory/categorical.ts";
import { bothSides, single, turningPoint } from "../../src/theory/theorem-1.ts";

const cases = [1e-9, 1e-4, 0.001, 0.01, 0.05, 0.2, 0.5, 0.9].flatMap((p) =>
  [1, 2, 10, 100, 10_000].map((samples) => [p, samples] as const),
);
const generations = Array.from({ length: 400 }, (_, k) => k);

describe("the running minimum of the upper side of Theorem 1", () => {
  it.each(cases)("p %d, %d samples: the least bound so far", (p, samples) => {
    const bounds = bothSides(single(p), samples, generations).upper;
    let least = 1;
    for (const generation of generations) {
      least = Math.min(least, survivalBounds({ p, samples, generation }).upper);
      expect(bounds[generation]).toBeCloseTo(least, 13);
    }
  });

  it("turns where the bound is least", () => {
    for (const [p, samples] of cases) {
      const upper = (generation: number) => survivalBounds({ p, samples, generation }).upper;
      const turn = turningPoint(p, samples);
      // Where bounds are alike to the last bit any of them will do.
      const least = Math.min(...generations.slice(1).map(upper));
      expect(upper(turn)).toBeLessThanOrEqual(least + Number.EPSILON);
    }
  });
});

it("sums over symbols, and starts with all of them", () => {
  const symbols = { p: [0.5, 0.25], many: [1, 2] };
  const weights = [2, 1, 1];
  const at = [0, 1, 5, 40];
  const { lower, upper } = uniqueBounds({ weights, samples: 9, generations: at });
  expect(bothSides(symbols, 9, at).lower).toEqual(lower);
  const sharpened = bothSides(symbols, 9, at).upper;
  expect(sharpened[0]).toBe(3);
  for (const [i, bound] of sharpened.entries()) expect(bound).toBeLessThanOrEqual(upper[i]);
  const asked = { weights, samples: 9, generations: at, runningMinimum: true };
  expect(uniqueBounds(asked)).toEqual({ lower, upper: sharpened });
  expect(uniqueBounds({ weights, samples: 9, generation: 40, runningMinimum: true }).upper).toBe(
    sharpened[3],
  );
  expect(() => uniqueBounds({ ...asked, runningMinimum: 1 as never })).toThrow(
    new InputError("invalid runningMinimum: 1 (true or false)"),
  );
});

it("takes any probability and any number of samples at once", () => {
  for (const p of [5e-324, 1e-300, 1e-25, 1e-12, 1 - 2 ** -53, 1])
    for (const samples of [1, 2000, Number.MAX_SAFE_INTEGER]) {
      const bounds = bothSides(single(p), samples, [0, 1, 1000, Number.MAX_SAFE_INTEGER]).upper;
      expect([...bounds].every((bound) => bound >= 0 && bound <= 1)).toBe(true);
      // A tiny chance keeps its digits: the sides do not change places.
      const least = bothSides(single(p), samples, [1, 1000]).lower;
      expect(bounds[1]).toBeGreaterThanOrEqual(least[0]);
      expect(bounds[2]).toBeGreaterThanOrEqual(least[1]);
    }
});

it.each([
  ["Zipf", (i: number) => 1 / (i + 1), 1e6],
  ["Zipf, some of them doubtful", (i: number) => 1 / (i + 1), 1e5],
  ["evenly spread", (i: number) => 1 + i / 1000, 1e9],
])("says the same of many symbols at many generations as at each alone: %s", (_, weight, samples) => {
  const weights = Float64Array.from({ length: 3000 }, (_, i) => weight(i));
  const generations = [0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 300];
  for (const runningMinimum of [true, false]) {
    const { lower, upper } = uniqueBounds({ weights, samples, generations, runningMinimum });
    for (const [i, generation] of generations.entries()) {
      const alone = uniqueBounds({ weights, samples, generation, runningMinimum });
      expect(Math.abs(lower[i] / alone.lower - 1)).toBeLessThan(1e-12);
      expect(Math.abs(upper[i] / alone.upper - 1)).toBeLessThan(1e-12);
    }
  }
});
