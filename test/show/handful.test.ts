import { describe, expect, it } from "vitest";
import { handful, steps } from "../../src/show/handful.ts";

describe("handful(values)", () => {
  it("picks 1, 2, 5, 10, … and both ends", () => {
    const all = Array.from({ length: 101 }, (_, k) => k);
    expect(handful(all)).toEqual([0, 1, 2, 5, 10, 20, 50, 100]);
    expect(handful(all, 1)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(handful([7])).toEqual([0]);
    expect(handful([0, 3, 9])).toEqual([0, 1, 2]);
  });
  it("goes in even steps, and leaves out what comes before the first that counts", () => {
    const evenly = (values: readonly number[]) =>
      handful(
        values,
        values.findIndex((x) => x > 0),
        steps,
      );
    const all = (last: number) => Array.from({ length: last + 1 }, (_, i) => i);
    expect(evenly(all(10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(evenly(all(200))).toEqual([1, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]);
    expect(evenly([0, 3])).toEqual([1]);
    expect(evenly([0])).toEqual([]);
  });
});
