import { describe, expect, it } from "vitest";
import { invalid } from "../../src/check/errors.ts";
import { numeric, seedOf } from "../../src/cli/numbers.ts";
import { asTyped } from "../../src/cli/typed.ts";

describe("numeric(text)", () => {
  it("reads decimal numbers", () => {
    const read = ["5", "-3", "+2", "1e3", "1.5", ".5", "5.", "-0", "NaN", "-Infinity"].map(numeric);
    expect(read).toEqual([5, -3, 2, 1000, 1.5, 0.5, 5, -0, Number.NaN, Number.NEGATIVE_INFINITY]);
  });
  it("hands on all else", () => {
    for (const text of ["", " 5", "5 ", "0x10", "1_000", "1,000", "abc", "--1", "1e", "e5", "½", "٣"]) {
      expect(numeric(text)).toBe(text);
    }
  });
  it("takes a seed that looks like a number for one, and only as it would be written", () => {
    expect(["0", "42", "9007199254740991", "whale", "0x1", "1_000"].map(seedOf)).toEqual([
      0,
      42,
      9007199254740991,
      "whale",
      "0x1",
      "1_000",
    ]);
    const allowed =
      "an integer from 0 to 2^53-1, in digits only, or a string that does not look like a number";
    for (const text of ["-1", "1.5", "1e3", "007", "+5", "5.", "-0", "NaN", "12345678901234567890"]) {
      expect(() => seedOf(text)).toThrow(`invalid seed: ${text} (${allowed})`);
    }
  });
  it("is shown as it was typed where a double rounds it", () => {
    const shown = (text: string) => asTyped(invalid("x", numeric(text), "less").message);
    for (const text of ["12345678901234567890", "-0.12345678901234567891", "9007199254740993", "1e5000"]) {
      expect(shown(text)).toBe(`invalid x: ${text === "1e5000" ? "Infinity" : text} (less)`);
    }
    expect(shown("1.50")).toBe("invalid x: 1.5 (less)");
    expect(shown("100000000000000000000000")).toBe("invalid x: 1e+23 (less)");
  });
});
