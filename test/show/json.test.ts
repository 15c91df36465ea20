import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/show/json.ts";
import fc from "../property.ts";

describe("jsonText(document)", () => {
  it("is what JSON.stringify gives, a member on a line", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        const lines = Object.entries(document).map(
          ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
        );
        const whole = lines.length === 0 ? "{\n}\n" : `{\n${lines.join(",\n")}\n}\n`;
        expect([...jsonText(document)].join("")).toBe(whole);
      }),
    );
  });
  it("comes in pieces, none of which grows with a list", () => {
    const words = Array.from({ length: 10_000 }, (_, i) => ({ word: "x".repeat(100), count: i }));
    const pieces = [...jsonText({ words, inner: { words, gone: undefined } })];
    expect(JSON.parse(pieces.join(""))).toEqual({ words, inner: { words } });
    expect(pieces.reduce((most, { length }) => Math.max(most, length), 0)).toBeLessThan(100_000);
  });
});
