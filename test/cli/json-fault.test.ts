import { describe, expect, it } from "vitest";
import { jsonFault } from "../../src/cli/run/json-fault.ts";
import fc from "../property.ts";

describe("jsonFault(text)", () => {
  it("finds the line and the column", () => {
    const at = (text: string) => Object.values(jsonFault(text)).join(":");
    expect(at("")).toBe("1:1");
    expect(at('{"a": 1,\n  b: 2}')).toBe("2:3");
    expect(at('{"a": [1, 2,]}')).toBe("1:13");
    expect(at('{"a": 1}}')).toBe("1:9");
    expect(at('{"a": 01}')).toBe("1:7");
    expect(at('{"a" 1}')).toBe("1:6");
  });
  it("takes what JSON.stringify writes to its end", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const lines = text.split("\n");
        const end = { line: lines.length, column: lines[lines.length - 1].length + 1 };
        expect(jsonFault(text)).toEqual(end);
      }),
    );
  });
});
