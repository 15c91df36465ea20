import { describe, expect, it } from "vitest";
import { type Growth, sizes } from "../../../src/theory/regimes/index.ts";
import { expectInvalid } from "../expect.ts";

describe("sizes(samples, growth, generations)", () => {
  it.each<[Growth | undefined, number[]]>([
    [undefined, [7, 7, 7, 7, 7]],
    ["linear", [7, 14, 21, 28, 35]],
    ["quadratic", [7, 28, 63, 112, 175]],
    ["power:0", [7, 7, 7, 7, 7]],
    ["power:1", [7, 14, 21, 28, 35]],
    ["power:0.5", [7, 10, 12, 14, 16]],
    ["power:3", [7, 56, 189, 448, 875]],
    ["geometric:1", [7, 7, 7, 7, 7]],
    ["geometric:2", [7, 14, 28, 56, 112]],
    ["geometric:1.5", [7, 11, 16, 24, 35]],
  ])("%s", (growth, expected) => {
    expect([...sizes(7, growth, 5)]).toEqual(expected);
  });

  it("checks what it is given", () => {
    const allowed =
      '"linear", "quadratic", "power:A" with A from 0 to 100, or "geometric:R" with R from 1 to 1000000';
    for (const growth of ["geometric:0.5", "power:-1", "power:101", "power:", "power:1e1", "geometric:1 "]) {
      expectInvalid(() => sizes(7, growth as Growth, 5), `invalid growth: "${growth}" (${allowed})`);
    }
    expectInvalid(() => sizes(7, 2 as never, 5), `invalid growth: 2 (${allowed})`);
    expectInvalid(() => sizes(0, undefined, 5), "invalid samples: 0 (an integer from 1 to 2^53-1)");
    expectInvalid(
      () => sizes(7, "geometric:1000000", 9),
      'invalid growth: "geometric:1000000" (no generation of more than 2^53-1 samples, as generation 4 would be)',
    );
    expect(sizes(1, "power:100", 1)).toEqual(Float64Array.of(1));
  });
});
