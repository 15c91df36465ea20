import { describe, expect, it } from "vitest";
import { csv, csvText, formulaNote } from "../../src/show/csv.ts";
import fc from "../property.ts";

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
  it("gives back every finite number to the bit and every text", () => {
    const rows = fc.array(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string()));
    fc.assert(
      fc.property(rows, (rows) => {
        const [, ...back] = read(csvText(["number", "text"], rows));
        expect(back.map(([x]) => Number(x) + 0)).toEqual(rows.map(([x]) => x + 0));
        expect(back.map(([, text]) => text)).toEqual(rows.map(([, text]) => text));
      }),
    );
  });
});

/** A reader of RFC 4180, whose lines end by \n. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\n)/g)) {
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}
