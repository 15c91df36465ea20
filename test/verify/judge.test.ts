import { expect, test } from "vitest";
import { chance, judge } from "../../verify/judge.mjs";

/** Tables of one cell each. */
const tables = (zs: number[]) => zs.map((z, i) => ({ name: `table ${i}`, cells: [{ what: "a mean", z }] }));

/** What chance would give: quantiles of the normal law, to two digits. */
const NORMAL = [-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64];

test("what looks like chance is accepted", () => {
  expect(judge(tables(NORMAL))).toEqual([]);
});

test("a deviation beyond the limit, or one that is no number, is wrong", () => {
  expect(judge(tables([...NORMAL, 5.01]))[0]).toBe("table 10: a mean: z = 5.01, beyond 5");
  expect(judge(tables([...NORMAL, Number.NaN]))[0]).toBe("table 10: a mean: z = NaN, beyond 5");
});

test("too many tables with large deviations are wrong", () => {
  const [wrong] = judge(tables([...NORMAL, 3.1, -3.2, 3.3, -3.4]));
  expect(wrong).toBe("4 tables have a deviation above 3; 0.0 are expected");
});

test("deviations that are all small, or all rather large, are jointly wrong", () => {
  expect(judge(tables(new Array(30).fill(0.1)))[0]).toMatch(/jointly too small/);
  expect(judge(tables(new Array(30).fill(2)))[0]).toMatch(/jointly too large/);
});

test("the chance of a false alarm grows with the number of cells", () => {
  // 2 (1 - Phi(5)) = 5.733e-7 a cell, and 1e-4 for each of the two joint tests
  expect(chance(tables(NORMAL))).toBeCloseTo(2e-4 + 10 * 5.733e-7, 9);
});
