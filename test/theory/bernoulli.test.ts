import { describe, expect, it } from "vitest";
import {
  absorptionTimeDiffusion,
  coexistenceBounds,
  exact,
  heterozygosity,
  lossTimeDiffusion,
  seddikBounds,
  survivalBounds,
} from "../../src/theory/bernoulli.ts";
import { expectInvalid, expectRelative, expectRow } from "./expect.ts";

const GENERATIONS = [1, 2, 5, 10, 25, 50];

describe("survivalBounds({ p, samples, generation }), Theorem 1", () => {
  it("reproduces the table and encloses the tabulated exact values for p = .001, n = 10000", () => {
    const at = (i: number) => survivalBounds({ p: 0.001, samples: 10000, generation: GENERATIONS[i] });
    const chain = "0.999954827 0.998207360 0.955941664 0.821553259 0.524911304 0.319022146".split(" ");
    expectRow((i) => at(i).lower, "0.999954600 0.998202225 0.955878015 0.821389219 0.524636281 0.318709641");
    expectRow((i) => at(i).upper, "0.999956098 0.998266945 0.957863505 0.832105866 0.574549471 0.441341905");
    chain.forEach((value, i) => {
      expect(at(i).lower).toBeLessThanOrEqual(Number(value));
      expect(at(i).upper).toBeGreaterThanOrEqual(Number(value));
    });
  });

  it("reproduces the table for p = .01, n = 100", () => {
    const at = (i: number) => survivalBounds({ p: 0.01, samples: 100, generation: GENERATIONS[i] });
    expectRow((i) => at(i).lower, "0.632120559 0.468536395 0.268076816 0.158235188 0.071669534 0.037649615");
    expectRow((i) => at(i).upper, "0.654193325 0.516368119 0.399822989 0.436017576 0.795767298 1");
  });

  it("keeps the digits of a tiny probability", () => {
    const { lower, upper } = survivalBounds({ p: 1e-40, samples: 5, generation: 1 });
    expectRelative(lower, 5e-40, 1e-15);
    expect(upper).toBeGreaterThanOrEqual(lower);
  });
});

describe("the bounds hold against the exact chain", () => {
  it("on a grid of n, p and k", () => {
    // What rounding may add to either side.
    const slack = 1e-13;
    for (const samples of [1, 2, 3, 10, 50, 200]) {
      for (const p of [0, 1e-6, 0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.99, 1]) {
        const { survival, coexistence } = exact({ p, samples, generations: 200 });
        for (let generation = 0; generation <= 200; ++generation) {
          const options = { p, samples, generation };
          const pairs = [
            [survivalBounds(options), survival],
            [coexistenceBounds(options), coexistence],
            [seddikBounds(options), coexistence],
          ] as const;
          for (const [{ lower, upper }, value] of pairs) {
            if (
              lower > value[generation] + slack ||
              upper < value[generation] - slack ||
              lower < 0 ||
              upper > 1
            )
              expect.fail(`${JSON.stringify(options)}: ${lower} ${value[generation]} ${upper}`);
          }
        }
      }
    }
  });
});

describe("corner cases", () => {
  it("are exact at generation 0", () => {
    for (const bounds of [survivalBounds, coexistenceBounds, seddikBounds]) {
      expect(bounds({ p: 1e-300, samples: 1, generation: 0 })).toEqual({ lower: 1, upper: 1 });
      expect(bounds({ p: 0, samples: 7, generation: 0 })).toEqual({ lower: 0, upper: 0 });
    }
    expect(survivalBounds({ p: 1, samples: 7, generation: 0 })).toEqual({ lower: 1, upper: 1 });
    expect(coexistenceBounds({ p: 1, samples: 7, generation: 0 })).toEqual({ lower: 0, upper: 0 });
  });

  it("hold for p = 0, p = 1 and the largest integers", () => {
    const largest = Number.MAX_SAFE_INTEGER;
    expect(survivalBounds({ p: 0, samples: 7, generation: 3 })).toEqual({ lower: 0, upper: 0 });
    expect(survivalBounds({ p: 1, samples: 1, generation: 1 }).upper).toBe(1);
    expect(seddikBounds({ p: 0.5, samples: 1, generation: 1 })).toEqual({ lower: 0, upper: 0 });
    for (const bounds of [survivalBounds, coexistenceBounds, seddikBounds]) {
      const { lower, upper } = bounds({ p: 0.5, samples: largest, generation: largest });
      expect(lower).toBeGreaterThan(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(upper);
    }
  });
});

describe("heterozygosity", () => {
  it("is 2 p (1-p) (1-1/n)^k", () => {
    expect(heterozygosity({ p: 0.2, samples: 10, generation: 0 })).toBeCloseTo(0.32, 15);
    expect(heterozygosity({ p: 0.2, samples: 10, generation: 3 })).toBeCloseTo(0.32 * 0.729, 14);
    expect(heterozygosity({ p: 0.2, samples: 1, generation: 3 })).toBe(0);
  });
});

describe("diffusion times", () => {
  it("are 0 at the ends, where loss from p = 1 has the limit 2n", () => {
    expect(absorptionTimeDiffusion({ p: 0, samples: 9 })).toBe(0);
    expect(absorptionTimeDiffusion({ p: 1, samples: 9 })).toBe(0);
    expect(lossTimeDiffusion({ p: 0, samples: 9 })).toBe(0);
    expect(lossTimeDiffusion({ p: 1, samples: 9 })).toBe(18);
    expectRelative(lossTimeDiffusion({ p: 1 - 1e-12, samples: 9 }), 18, 1e-3);
  });
});

describe("input", () => {
  it("is checked, with the whole story in the message", () => {
    const options = { p: 0.5, samples: 10, generation: 1 };
    expectInvalid(
      () => survivalBounds({ ...options, samples: -3 }),
      "invalid samples: -3 (an integer from 1 to 2^53-1)",
    );
    expectInvalid(() => coexistenceBounds({ ...options, p: 1.5 }), "invalid p: 1.5 (a number from 0 to 1)");
    expectInvalid(() => seddikBounds({ ...options, p: Number.NaN }), "invalid p: NaN (a number from 0 to 1)");
    expectInvalid(
      () => heterozygosity({ ...options, p: "1" as never }),
      'invalid p: "1" (a number from 0 to 1)',
    );
    expectInvalid(
      () => survivalBounds({ ...options, generation: 2 ** 53 }),
      "invalid generation: 9007199254740992 (an integer from 0 to 2^53-1)",
    );
    expectInvalid(
      () => lossTimeDiffusion({ ...options } as never),
      "unknown option: generation (one of p, samples)",
    );
  });
});
