// Weights matter up to a factor, and a power of two leaves their digits alone: the numbers drawn must be the same.
import { describe, expect, it } from "vitest";
import { categorical, Generator, simulate } from "../../src/index.ts";
import { inRange } from "../../src/random/check.ts";

const WEIGHTS = [1, 2, 0, 3, 7, 1000];
/** Into the numbers below the normal ones, to where n / total overflows, and to where the sum does. */
const FACTORS: [string, number][] = [
  ["2^-1074", 5e-324],
  ["2^-1000", 2 ** -1000],
  ["2^-400", 2 ** -400],
  ["2^400", 2 ** 400],
  ["2^1014", 2 ** 1014],
];
const MAX = Number.MAX_VALUE;

describe.each(FACTORS)("weights times %s", (_, factor) => {
  const scaled = WEIGHTS.map((weight) => weight * factor);

  it("give the same multinomial counts", () => {
    for (const n of [1, 20, 5000, 2 ** 53 - 1]) {
      expect(new Generator(n).multinomial(n, scaled)).toEqual(new Generator(n).multinomial(n, WEIGHTS));
    }
  });

  it.each([
    ["multinomial", "statistic"],
    ["multinomial", "binomial-splitting"],
    ["multinomial", "samples"],
    ["poisson", "statistic"],
    ["poisson", "samples"],
  ] as const)("give the same %s chain, by %s", async (sampling, method) => {
    const run = async (weights: number[]) => {
      const model = categorical({ weights, samples: 1500, sampling, method });
      const result = await simulate({ model, generations: 8, trajectories: 3, seed: 1, record: "all" });
      return ["unique", "entropy", "heterozygosity", "tv"].flatMap((name) =>
        [0, 1, 2].map((i) => [...result.observable(name).trajectory(i)]),
      );
    };
    expect(await run(scaled)).toEqual(await run(WEIGHTS));
  });
});

describe("weights of one vector may be of any size", () => {
  it.each([
    [[MAX, 9e291, 9e291, 9e291, 9e291]],
    [[MAX, MAX, MAX]],
    [[5e-324, MAX, 5e-324]],
    [[MAX, 1, 5e-324]],
    [[5e-324, 1, 1e-310]],
  ])("%j", async (weights) => {
    for (const n of [1, 1000, 2 ** 53 - 1]) {
      const counts = new Generator(1).multinomial(n, weights);
      expect(counts.reduce((a, b) => a + b)).toBe(n);
    }
    for (const method of ["statistic", "binomial-splitting", "samples"] as const) {
      const model = categorical({ weights, samples: 1000, method });
      const run = await simulate({ model, generations: 2, trajectories: 2, seed: 1, record: "all" });
      // Symbols of a weight above 0 are there at the beginning, however small their share; it is never drawn here.
      expect(run.observable("unique").mean[0]).toBe(weights.length);
      expect(run.observable("unique").mean[1]).toBe(weights.filter((weight) => weight > 1e300).length || 1);
    }
  });

  it("1e-300 and 2e-300 are two symbols after a generation of 10^9 draws", async () => {
    const model = categorical({ weights: [1e-300, 2e-300], samples: 1e9, sampling: "poisson" });
    const run = await simulate({ model, generations: 1, trajectories: 100, seed: 1 });
    expect(run.observable("unique").mean[1]).toBe(2);
  });

  it("ordinary weights are taken as they are", () => {
    const weights = Float64Array.of(1, 1e-300, 1e149);
    expect(inRange(weights)).toBe(weights);
    expect(inRange(Float64Array.of(5e-324, 0))).toEqual(Float64Array.of(2 ** -474, 0));
    expect(inRange(Float64Array.of(2 ** 1000, 2 ** -1000))).toEqual(Float64Array.of(2 ** 400, 5e-324));
  });
});
