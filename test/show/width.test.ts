import { describe, expect, it } from "vitest";
import { printable, shorten, width } from "../../src/show/width.ts";
import fc from "../property.ts";

describe("width", () => {
  it("counts wide letters twice and marks not at all", () => {
    expect(["abc", "日本語", "عربي", "e\u0301", "한글", "😀", "ｆ"].map(width)).toEqual([
      3, 6, 4, 1, 4, 2, 2,
    ]);
  });
  it("printable(text) leaves nothing that moves the cursor", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u.test(printable(text)),
      ),
    );
  });
  it("shorten(text, columns) keeps to the columns", () => {
    expect(shorten("日本語", 5)).toBe("日本…");
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => width(shorten(text, 7)) <= 7));
  });
});
