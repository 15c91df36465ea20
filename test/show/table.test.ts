import { describe, expect, it } from "vitest";
import { paragraph, table, wrapped } from "../../src/show/table.ts";

describe("table(titles, rows)", () => {
  it("table(titles, rows) lines the columns up", () => {
    const rows = [
      ["日本", "1"],
      ["a", "1,000"],
    ];
    expect(table(["<word", "n"], rows)).toBe("word       n\n日本       1\na      1,000");
  });
  it("paragraph(items) breaks lines", () => {
    const long = "a".repeat(70);
    expect(paragraph([long, "bbb", "ccccc"])).toBe(`  ${long}, bbb,\n  ccccc`);
    expect(wrapped(`${long} bbb ${long} c`)).toBe(`${long} bbb\n${long} c`);
  });
  it("may have more rows than a call takes arguments", () => {
    const rows = Array.from({ length: 300_000 }, (_, i) => [String(i)]);
    expect(table(["n"], rows).slice(-6)).toBe("299999");
  });
  it("goes on in another table where a terminal has not the room, theory beside what it is of", () => {
    const wide = (text: string) => text.padEnd(24, "x");
    const titles = ["k", "a", wide("= of a"), wide("b"), wide("≥ of b")];
    expect(table(titles, [["0", "1", "2", "3", "4"]])).toBe(
      [
        "k   a   = of axxxxxxxxxxxxxxxxxx",
        "0   1                          2",
        "",
        "k   bxxxxxxxxxxxxxxxxxxxxxxx   ≥ of bxxxxxxxxxxxxxxxxxx",
        "0                          3                          4",
      ].join("\n"),
    );
  });
  it("cuts a group that is too wide by itself", () => {
    const titles = ["k", ...["p", "≥ a", "≤ a", "= c"].map((title) => title.padEnd(30, "x"))];
    const parts = table(titles, [["0", "1", "2", "3", "4"]]).split("\n\n");
    expect(parts.map((part) => part.split("\n")[0].replaceAll("x", ""))).toEqual([
      "k   p   ≥ a",
      "k   ≤ a   = c",
    ]);
  });
});
