import { describe, expect, it } from "vitest";
import { mean, survival, variance } from "../../src/theory/poisson.ts";
import { expectDigits, expectInvalid, expectRelative, expectRow } from "./expect.ts";

const GRID = [1, 56, 111, 167, 222, 278, 333, 389, 444, 500];
const at = (rate: number) => (generation: number) => survival({ rate, samples: 10, generation });

describe("survival({ rate, samples, generation }) = 1 - exp(-n rate g_k)", () => {
  it("reproduces the table for rate 1, n = 10", () => {
    const row =
      ".999954600 .291020296 .161722650 .111293206 .085196594 .068776768 .057830857 .049766914 .043772605 .038991077";
    expectRow((i) => at(1)(GRID[i]), row);
    expectRow((i) => at(1)([10, 50, 100][i]), ".821389219 .318709641 .177515881");
  });

  it("reproduces the table for rate 10, n = 10", () => {
    const row =
      ".967912342 .828652680 .692684118 .589533489 .509614047 .448825943 .399792413 .360836719 .328147094";
    expect(at(10)(1)).toBe(1);
    expectRow((i) => at(10)(GRID[i + 1]), row);
    expectDigits(at(10)(50), ".978456194");
    expectDigits(at(10)(100), ".858330875");
  });

  it("keeps the digits of a tiny probability", () => {
    expectRelative(survival({ rate: 1e-30, samples: 10, generation: 1 }), 1e-29, 1e-15);
  });

  it("is the trivial answer at generation 0 and at rate 0", () => {
    expect(at(1e-300)(0)).toBe(1);
    expect(at(0)(0)).toBe(0);
    expect(at(0)(7)).toBe(0);
    expect(survival({ rate: 1e308, samples: Number.MAX_SAFE_INTEGER, generation: 9 })).toBe(1);
  });
});

describe("mean and variance", () => {
  it("are lambda_0 and k lambda_0 / n", () => {
    expect(mean({ rate: 3, samples: 10, generation: 5 })).toBe(3);
    expect(variance({ rate: 3, samples: 10, generation: 5 })).toBeCloseTo(1.5, 14);
    expect(variance({ rate: 3, samples: 10, generation: 0 })).toBe(0);
  });
});

describe("input", () => {
  it("is checked, with the whole story in the message", () => {
    const options = { rate: 1, samples: 10, generation: 1 };
    expectInvalid(() => survival({ ...options, rate: -1 }), "invalid rate: -1 (a finite number, 0 or above)");
    expectInvalid(
      () => survival({ ...options, rate: Number.NaN }),
      "invalid rate: NaN (a finite number, 0 or above)",
    );
    expectInvalid(
      () => mean({ ...options, samples: -3 }),
      "invalid samples: -3 (an integer from 1 to 2^53-1)",
    );
    expectInvalid(
      () => variance({ rate: 1, samples: 1 } as never),
      "invalid generation: missing (an integer from 0 to 2^53-1)",
    );
    expectInvalid(
      () => survival({ ...options, lambda: 2 } as never),
      "unknown option: lambda (one of rate, samples, generation)",
    );
    expectInvalid(
      () => survival(undefined as never),
      "invalid options: missing (an object with rate, samples, generation)",
    );
  });
});
