import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invalid } from "../../src/check/errors.ts";
import { numeric, seedOf } from "../../src/cli/numbers.ts";
import { jsonFault } from "../../src/cli/run/json-fault.ts";
import { csv, formulaNote } from "../../src/cli/text/csv.ts";
import { chance, counted, number, plusMinus, share } from "../../src/cli/text/format.ts";
import { handful } from "../../src/cli/text/handful.ts";
import { jsonText } from "../../src/cli/text/json.ts";
import { paragraph, table } from "../../src/cli/text/table.ts";
import { printable, shorten, width } from "../../src/cli/text/width.ts";
import { asTyped } from "../../src/cli/typed.ts";
import { wilson } from "../../src/simulate/interval.ts";

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

describe("format", () => {
  it("number(x)", () => {
    const shown = [0, 5, 17000, 0.0101, 123.456789, 1e-7, 1e300, Number.NaN, null].map((x) => number(x));
    expect(shown).toEqual(["0", "5", "17,000", "0.010100", "123.46", "1.000e-7", "1.000e+300", "-", "-"]);
  });
  it("share(value, error, interval): where there is no error, the end of the interval", () => {
    expect(share(0.0814, 0.0019, wilson(0.0814, 20_000))).toBe("0.0814 ± 0.0019");
    expect(share(0, 0, wilson(0, 5000))).toBe("0 (≤ 0.00077)");
    expect(share(0, 0, wilson(0, 1e6))).toBe("0 (≤ 4e-6)");
    expect(share(1, 0, wilson(1, 5000))).toBe("1 (≥ 0.99923)");
    expect(share(1, 0, wilson(1, 1))).toBe("1 (≥ 0.21)");
    expect(share(1, 0, { lower: 1, upper: 1 })).toBe("1");
  });
  it("plusMinus(mean, error): two digits of the error", () => {
    expect(plusMinus(0.12345, 0.00123)).toBe("0.1235 ± 0.0012");
    expect(plusMinus(12345.6, 78.9)).toBe("12,346 ± 79");
    expect(plusMinus(1.234e-30, 1.2e-32)).toBe("1.234e-30 ± 1.2e-32");
    expect(plusMinus(1, 0)).toBe("1 ± 0");
    expect(plusMinus(1, Number.NaN)).toBe("1");
  });
  it("chance(p) and counted(n, thing)", () => {
    expect([0, 1, 0.25, 1e-9].map(chance)).toEqual(["0.0000", "1.0000", "0.2500", "1.0e-9"]);
    expect([counted(1, "trajectory"), counted(2000, "trajectory")]).toEqual([
      "1 trajectory",
      "2,000 trajectories",
    ]);
  });
});

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
  it("table(titles, rows) lines the columns up", () => {
    const rows = [
      ["日本", "1"],
      ["a", "1,000"],
    ];
    expect(table(["<word", "n"], rows)).toBe("word       n\n日本       1\na      1,000");
  });
  it("paragraph(items) breaks lines", () => {
    expect(paragraph(["aaa", "bbb", "ccc"], 10)).toBe("  aaa,\n  bbb, ccc");
  });
});

describe("handful(values)", () => {
  it("picks 1, 2, 5, 10, … and both ends", () => {
    const all = Array.from({ length: 101 }, (_, k) => k);
    expect(handful(all)).toEqual([0, 1, 2, 5, 10, 20, 50, 100]);
    expect(handful(all, 1)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(handful([7])).toEqual([0]);
    expect(handful([0, 3, 9])).toEqual([0, 1, 2]);
  });
});

describe("formulaNote(file, words)", () => {
  const note = (...words: string[]) =>
    formulaNote(
      "words.csv",
      words.map((word) => ({ word })),
    );
  it("warns of words that a spreadsheet may run", () => {
    expect(note("the", '=HYPERLINK("x")')).toBe(
      "words.csv: 1 word with =, +, - or @ in front, which a spreadsheet may run as a formula: " +
        "let it import the column as text",
    );
    expect(note("+1", "-cmd", "@SUM(A1)", "a")).toMatch(/^words\.csv: 3 words/);
  });
  it("is silent of others", () => {
    expect(note("the", "-", "--", "=", "a=b", "a-b", "'tis", "")).toBeUndefined();
  });
});

describe("csv(header, rows)", () => {
  it("quotes what needs it and leaves gaps for what is no number", () => {
    expect(
      [
        ...csv(
          ["a", "b"],
          [
            ['x,"y"', 1.5],
            [Number.NaN, null],
          ],
        ),
      ].join(""),
    ).toBe('a,b\n"x,""y""",1.5\n,\n');
  });
});

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

describe("table(titles, rows)", () => {
  it("may have more rows than a call takes arguments", () => {
    const rows = Array.from({ length: 300_000 }, (_, i) => [String(i)]);
    expect(table(["n"], rows).slice(-6)).toBe("299999");
  });
});

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
