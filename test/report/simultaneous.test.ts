import { describe, expect, it } from "vitest";
import { Generator } from "../../src/index.ts";
import { correlations, simultaneous } from "../../src/report/simultaneous.ts";

/** Of a standard normal: 1.6448… is passed in 5 % of all cases, 1.9599… in 2.5 %. */
const [FIVE, TWO_AND_A_HALF] = [1.6448536269514722, 1.959963984540054];
/** Counted in chains until 100 got so far: a standard error of a tenth. Three and a half of them: α = 0.0005. */
const near = (p: number, expected: number) => expect(Math.abs(p / expected - 1)).toBeLessThan(0.35);
const all = (length: number) => new Array(length).fill(true);

describe("the probability that a chain gets as far anywhere", () => {
  it("is that of one place, where there is one", () => {
    near(simultaneous(FIVE, [0], [true], 1), 0.05);
    near(simultaneous(TWO_AND_A_HALF, [0], [true], 2), 0.05);
  });

  it("is that of one place where all say the same, or only one counts", () => {
    near(simultaneous(FIVE, [0, 1, 1, 1], all(4), 1), 0.05);
    near(simultaneous(FIVE, [0, 0.5, 0.5], [false, false, true], 1), 0.05);
  });

  it("is that of independent places where they are", () => {
    near(simultaneous(FIVE, new Float64Array(10), all(10), 1), 1 - 0.95 ** 10);
    near(simultaneous(TWO_AND_A_HALF, new Float64Array(10), all(10), 2), 1 - 0.95 ** 10);
  });

  it("is in between where they are correlated", () => {
    const p = simultaneous(FIVE, new Float64Array(10).fill(0.9), all(10), 1);
    expect(p).toBeGreaterThan(0.07);
    expect(p).toBeLessThan(0.3);
  });

  it("is the same each time, and never 0", () => {
    const once = () => simultaneous(2.5, [0, 0.8, 0.8], all(3), 1);
    expect(once()).toBe(once());
    expect(simultaneous(50, [0], [true], 1)).toBeCloseTo(1e-5, 7);
    expect(simultaneous(Number.POSITIVE_INFINITY, [0], [true], 1)).toBeCloseTo(1e-5, 7);
  });

  it("is 1 where the measurement is far on the right side", () => {
    expect(simultaneous(Number.NEGATIVE_INFINITY, [0, 0.5], all(2), 1)).toBe(1);
  });
});

describe("correlations of columns", () => {
  const rng = new Generator(3);
  const rows = Array.from({ length: 2000 }, () => {
    const [a, b, c] = rng.normal(new Float64Array(3));
    return [7, a, 0.6 * a + 0.8 * b, c];
  });

  it("are those of each with the one before; 0 where one does not vary", () => {
    const found = correlations(rows, 4);
    expect([...found.slice(0, 2)]).toEqual([0, 0]);
    // Standard errors of 0.64 / √2000 and 1 / √2000: four of them.
    expect(Math.abs(found[2] - 0.6)).toBeLessThan(0.057);
    expect(Math.abs(found[3])).toBeLessThan(0.09);
  });

  it("are not told from a few rows", () => {
    expect([...correlations(rows.slice(0, 19), 4)]).toEqual([0, 0, 0, 0]);
    expect(correlations(rows.slice(0, 20), 4)[2]).not.toBe(0);
  });
});
