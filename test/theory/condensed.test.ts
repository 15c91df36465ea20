import { describe, expect, it } from "vitest";
import { Generator } from "../../src/index.ts";
import { condensed } from "../../src/theory/condensed.ts";
import { groupSymbols, type Symbols } from "../../src/theory/symbols.ts";
import { expectRelative } from "./expect.ts";

/** Sums over symbols of a function of their shares. */
const summed = ({ p, many }: Symbols, f: (p: number) => number): number =>
  many.reduce((sum, m, i) => sum + m * f(p[i]), 0);

describe("symbols", () => {
  it("are grouped by weight, in any order, and without those of weight 0", () => {
    const expected = { many: [1, 4, 2], p: [1 / 15, 2 / 15, 3 / 15], types: 7, total: 15 };
    for (const given of [
      groupSymbols("weights", [3, 2, 0, 2, 1, 2, 2, 3], undefined),
      groupSymbols("weights", [1, 2, 2, 2, 2, 3, 3], undefined),
      groupSymbols("counts", [3, 0, 1, 2, 5], [2, 9, 1, 4, 0]),
      groupSymbols("counts", [3, 2, 1], [2, 4, 1]),
    ]) {
      const { p, many, types, total } = given;
      expect({ p: [...p], many: [...many], types, total }).toEqual(expected);
    }
  });

  it("do not change the list they were given in", () => {
    const weights = Float64Array.of(3, 1, 2);
    groupSymbols("weights", weights, undefined);
    expect([...weights]).toEqual([3, 1, 2]);
  });

  it("have a rest with its digits, beside a share near 1", () => {
    const { rest } = groupSymbols("weights", [1, 1e-20, 3e-20], undefined);
    expectRelative(rest[2], 4e-20, 1e-15);
  });
});

describe("condensed symbols", () => {
  const rng = new Generator(5);
  const laws = {
    even: Float64Array.from({ length: 20_000 }, () => rng.uniform()),
    Zipf: Float64Array.from({ length: 20_000 }, (_, i) => 1 / (i + 1)),
    clustered: Float64Array.from({ length: 20_000 }, (_, i) => 1 + (i % 7 === 0 ? 0.003 : 0) + i * 1e-9),
    "some equal": Float64Array.from({ length: 20_000 }, (_, i) => Math.ceil(30_000 / (i + 1))),
    "too rare for numbers": Float64Array.of(5e-324, 1e-323, 2e-323, 1e-300, 1e20, 1e20),
  };

  it.each(Object.entries(laws))("%s: are few and leave sums as they were", (_, weights) => {
    const all = groupSymbols("weights", weights, undefined);
    const few = condensed(all);
    expect(few.p.length).toBeLessThanOrEqual(6000);
    expect(few.types).toBe(all.types);
    for (const many of [1, 30, 1e3, 1e5, 1e7]) {
      const alive = (p: number) => -Math.expm1(-p * many);
      expectRelative(summed(few, alive), summed(all, alive), 1e-12);
    }
    expectRelative(
      summed(few, (p) => p),
      1,
      1e-13,
    );
    expect(few.many.every((m) => m > 0) && few.p.every((p) => p >= 0)).toBe(true);
  });
});
