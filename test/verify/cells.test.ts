import { expect, test } from "vitest";
import { law, share } from "../../verify/cell.mjs";
import { read } from "../../verify/rows.mjs";

test("the law of values: shares between edges, and means of powers", () => {
  const values = [0, 1, 2, 3].flatMap((x) => new Array(25).fill(x));
  const cells = law("x: ", values, {
    about: 1,
    unit: 2,
    moments: [
      [0.25, 0.5],
      [0.5, 2],
    ],
    edges: [1, 3],
    shares: [0.25, 0.5, 0.25],
  });
  const standardError = Math.sqrt((0.25 * 0.75) / 100);
  expect(cells).toEqual([
    { what: "x: … to 1", measured: 0.25, expected: 0.25, standardError, z: 0 },
    { what: "x: 1 to 3", measured: 0.5, expected: 0.5, standardError: 0.05, z: 0 },
    { what: "x: 3 to …", measured: 0.25, expected: 0.25, standardError, z: 0 },
    { what: "x: mean of z", measured: 0.25, expected: 0.25, standardError: 0.05, z: 0 },
    { what: "x: mean of z^2", measured: 0.375, expected: 0.5, standardError: 0.2, z: -0.625 },
  ]);
});

test("a share of too few cases says nothing", () => {
  expect(share("x", 0, 0.009, 1000)).toEqual([]);
  expect(share("x", 1, 0.991, 1000)).toEqual([]);
  expect(share("x", 0.02, 0.01, 1000)[0].z).toBeCloseTo(0.01 / Math.sqrt((0.01 * 0.99) / 1000), 9);
});

test("the error of what is expected counts", () => {
  const [{ standardError }] = share("x", 0.5, 0.5, 10_000, 0.012);
  expect(standardError).toBeCloseTo(0.013, 9);
});

test("a row of no known kind is an error", () => {
  expect(() => read({}, { mode: "std" })).toThrow("unknown kind of row: mode");
});
