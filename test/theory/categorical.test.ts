import { describe, expect, it, vi } from "vitest";
import { expectedUniquePoisson, heterozygosity, uniqueBounds } from "../../src/theory/categorical.ts";
import { expectInvalid, expectRelative, expectRow } from "./expect.ts";

const generations = Array.from({ length: 10 }, (_, i) => i + 1);

/** p_i proportional to (i + shift)^-exponent. */
function zipf(exponent: number, shift: number): number[] {
  return Array.from({ length: 1000 }, (_, i) => (i + 1 + shift) ** -exponent);
}

/** Counts of a vocabulary of 20,000 words, as a text has them: few distinct ones. */
const words = Array.from({ length: 20_000 }, (_, i) => Math.ceil(30_000 / (i + 1)));
const tokens = words.reduce((total, count) => total + count, 0);

describe("uniqueBounds, Corollary 1", () => {
  const tables = {
    "1 2.7": {
      exact:
        ".390068410 .292593942 .239410181 .204690587 .179833892 .160980577 .146097611 .133997452 .123933822 .115411319",
      lower:
        ".389995215 .292472186 .239262609 .204525399 .179655306 .160791165 .145899105 .133791100 .123720566 .115191899",
      upper:
        ".391134396 .295029738 .243442729 .210473794 .187484054 .170589516 .157739429 .147731692 .139808157 .133465333",
    },
    "2 5": {
      exact:
        ".120996978 .095988041 .082305121 .073213841 .066568335 .061420321 .057272235 .053832954 .050918663 .048406550",
      lower:
        ".120980483 .095956223 .082264240 .073166017 .066514665 .061361496 .057208740 .053765151 .050846838 .048330937",
      upper:
        ".121260916 .096618150 .083390928 .074826574 .068768381 .064259579 .060794506 .058075092 .055911990 .054177442",
    },
  };

  for (const [name, table] of Object.entries(tables)) {
    it(`reproduces the table for the Zipf law ${name} of 1000 symbols and encloses its exact values`, () => {
      const [exponent, shift] = name.split(" ").map(Number);
      const { lower, upper } = uniqueBounds({ weights: zipf(exponent, shift), samples: 1000, generations });
      expectRow((i) => lower[i] / 1000, table.lower);
      expectRow((i) => upper[i] / 1000, table.upper);
      table.exact.split(" ").forEach((value, i) => {
        expect(lower[i]).toBeLessThan(1000 * Number(value));
        expect(upper[i]).toBeGreaterThan(1000 * Number(value));
      });
    });
  }

  it("is the same from weights, from grouped weights and one generation at a time", () => {
    const one = uniqueBounds({ weights: [3, 1, 1, 0, 1], samples: 6, generation: 4 });
    const grouped = { weights: [1, 3, 0], multiplicities: [3, 1, 9], samples: 6 };
    const many = uniqueBounds({ ...grouped, generations: Uint32Array.of(9, 4) });
    expectRelative(many.lower[1], one.lower, 1e-15);
    expectRelative(many.upper[1], one.upper, 1e-15);
    expect(expectedUniquePoisson({ ...grouped, generation: 4 })).toBe(many.lower[1]);
    expect(expectedUniquePoisson({ ...grouped, generations: [9, 4] })).toEqual(many.lower);
  });

  it("counts the symbols of positive weight at generation 0, however small", () => {
    const options = { weights: [1, 0, 5e-324, 1e300], samples: 3, generations: [0] };
    expect([...uniqueBounds(options).lower]).toEqual([3]);
    expect([...uniqueBounds(options).upper]).toEqual([3]);
  });

  it("takes a vocabulary of 20,000 words over 1000 generations", () => {
    const exponentials = vi.spyOn(Math, "expm1");
    const many = Array.from({ length: 1000 }, (_, i) => i);
    const { lower, upper } = uniqueBounds({ weights: words, samples: tokens, generations: many });
    // A term for each count that occurs, however many words have it, and at most one for the rate of a generation.
    const terms = exponentials.mock.calls.length;
    exponentials.mockRestore();
    expect(terms).toBeLessThanOrEqual(many.length * (new Set(words).size + 1));
    for (let k = 1; k < 1000; ++k) {
      expect(lower[k]).toBeLessThan(lower[k - 1]);
      expect(upper[k]).toBeGreaterThanOrEqual(lower[k]);
    }
  });
});

describe("heterozygosity", () => {
  it("is (1 - 1/n)^k (1 - sum p^2)", () => {
    const options = { weights: [1, 1, 2], samples: 10 };
    expect(heterozygosity({ ...options, generation: 0 })).toBeCloseTo(0.625, 15);
    expect(heterozygosity({ ...options, generation: 2 })).toBeCloseTo(0.625 * 0.81, 15);
    const several = heterozygosity({ ...options, generations: [0, 2] });
    expect(several[1]).toBe(heterozygosity({ ...options, generation: 2 }));
    expect(heterozygosity({ weights: [5], samples: 10, generation: 1 })).toBe(0);
  });
});

describe("input", () => {
  it("is checked, with the whole story in the message", () => {
    const options = { weights: [1, 2], samples: 10, generation: 1 };
    const message = (change: object) => {
      try {
        uniqueBounds({ ...options, ...change } as never);
      } catch (error) {
        return (error as Error).message;
      }
      return "no error";
    };
    expect(message({ weights: [1, -2] })).toBe("invalid weights[1]: -2 (a finite number, 0 or above)");
    expect(message({ weights: [1, Number.NaN] })).toBe(
      "invalid weights[1]: NaN (a finite number, 0 or above)",
    );
    expect(message({ weights: [] })).toBe("invalid weights: [] (a finite sum above 0)");
    expect(message({ weights: [0, 0] })).toBe("invalid weights: [0,0] (a finite sum above 0)");
    expect(message({ weights: 3 })).toBe("invalid weights: 3 (an array of numbers)");
    expect(message({ multiplicities: [1] })).toBe(
      "invalid multiplicities: [1] (an array as long as weights)",
    );
    expect(message({ multiplicities: [1, 0.5] })).toBe(
      "invalid multiplicities[1]: 0.5 (an integer from 0 to 2^53-1)",
    );
    expect(message({ samples: 0 })).toBe("invalid samples: 0 (an integer from 1 to 2^53-1)");
    expect(message({ generation: undefined })).toBe(
      "invalid generation: missing (an integer from 0 to 2^53-1)",
    );
    expect(message({ generations: [1] })).toBe("invalid generation: 1 (not together with generations)");
    expect(message({ probabilities: 1 })).toBe(
      "unknown option: probabilities (one of weights, multiplicities, samples, generation, generations, runningMinimum)",
    );
    expectInvalid(
      () => uniqueBounds({ weights: [1], samples: 1, generations: [0, -1] }),
      "invalid generations[1]: -1 (an integer from 0 to 2^53-1)",
    );
    expectInvalid(
      () => expectedUniquePoisson(null as never),
      "invalid options: null (an object with weights, multiplicities, samples, generation, generations)",
    );
  });
});
