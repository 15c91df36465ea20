import { expect, it } from "vitest";
import { ranked } from "../../src/chunks/select.ts";
import { Generator } from "../../src/index.ts";
import fc from "../property.ts";

const lattice = fc.integer({ min: -20, max: 20 }).map((k) => k / 7);
const any = fc.double();
const negativeNaN = new Float64Array(Uint32Array.of(0, 0xfff8_0000).buffer)[0];

it.each([
  ["any numbers", any],
  ["few different ones", lattice],
  ["both", fc.oneof(any, lattice, fc.constantFrom(negativeNaN, -0, 0, Number.POSITIVE_INFINITY))],
])("is what a sort finds: %s", (_, number) => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 300 }), (numbers) => {
      const values = Float64Array.from(numbers);
      const given = values.slice();
      const sorted = values.slice().sort();
      for (const [rank, expected] of sorted.entries()) {
        expect(Object.is(ranked(values, rank), expected)).toBe(true);
      }
      expect(values).toEqual(given);
    }),
  );
});

it.each([
  ["different", (x: Float64Array) => x],
  ["rising", (x: Float64Array) => x.sort()],
  ["falling", (x: Float64Array) => x.sort().reverse()],
  ["a few multiples", (x: Float64Array) => x.map((z) => Math.round(4 * z) / 4)],
  ["equal", (x: Float64Array) => x.fill(3)],
])("of many numbers too: %s", (_, made) => {
  const values = made(new Generator(5).normal(new Float64Array(20_000)));
  const sorted = values.slice().sort();
  for (const rank of [0, 1, 700, 9_999, 10_000, 15_000, 19_999]) {
    expect(ranked(values, rank)).toBe(sorted[rank]);
  }
});
