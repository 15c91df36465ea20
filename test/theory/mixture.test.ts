import { describe, expect, it } from "vitest";
import { survivalBound } from "../../src/theory/mixture.ts";
import { expectInvalid, expectRelative } from "./expect.ts";

const at = (generation: number, threshold = 0.1) => ({ std: 1, samples: 10, threshold, generation });

describe("survivalBound", () => {
  it("is Theorem 4, at most 1", () => {
    expectRelative(survivalBound(at(100)), 10 * Math.exp(-2.5), 1e-14);
    expectRelative(
      survivalBound({ std: 3, samples: 7, threshold: 0.5, generation: 80 }),
      6 * Math.exp(-80 / 28),
      1e-14,
    );
    expect(survivalBound(at(92))).toBe(1);
    expect(survivalBound(at(93))).toBeLessThan(1);
  });

  it("knows the trivial answers", () => {
    expect(survivalBound(at(50, 0))).toBe(1);
    expect(survivalBound(at(0, 0.999))).toBe(1);
    expect(survivalBound(at(0, 1))).toBe(0);
  });

  it("checks its input", () => {
    expectInvalid(
      () => survivalBound({ ...at(1), samples: 1 }),
      "invalid samples: 1 (an integer from 2 to 2^53-1)",
    );
    expectInvalid(() => survivalBound({ ...at(1), std: 0 }), "invalid std: 0 (a finite number above 0)");
    expectInvalid(() => survivalBound(at(1, Number.NaN)), "invalid threshold: NaN (a finite number)");
    expectInvalid(() => survivalBound(at(-1)), "invalid generation: -1 (an integer from 0 to 2^53-1)");
    expectInvalid(
      () => survivalBound({ ...at(1), eta: 2 } as never),
      "unknown option: eta (one of std, samples, threshold, generation)",
    );
  });
});
