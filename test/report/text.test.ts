import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisonCsv, csv } from "../../src/report/csv.ts";
import { bars } from "../../src/report/curves.ts";
import { figures, short, withError } from "../../src/report/format.ts";
import { escapeHtml, html } from "../../src/report/html.ts";
import { comparisonTable, handful, measuredText } from "../../src/report/table.ts";

/** A reader of RFC 4180. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("CSV", () => {
  it("gives back every number to the bit and every text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ noNaN: true }), fc.string()), { minLength: 1 }), (rows) => {
        const [, ...back] = read(csv(["number", "text"], rows));
        expect(back.map(([x]) => Number(x) + 0)).toEqual(rows.map(([x]) => x + 0));
        expect(back.map(([, text]) => text)).toEqual(rows.map(([, text]) => text));
      }),
    );
  });

  it("holds a comparison in long format", () => {
    const text = comparisonCsv({
      quantity: "p",
      over: "generation",
      at: [0, 1],
      measured: Float64Array.of(1, 0.1 + 0.2),
      standardError: Float64Array.of(0, Number.NaN),
      theory: [{ name: "Theorem 1, twice", side: "upper", values: Float64Array.of(1, 0.5) }],
    });
    expect(text.split("\r\n")).toEqual([
      "generation,series,side,value,standard_error,lower,upper",
      "0,simulation,measured,1,0,,",
      "1,simulation,measured,0.30000000000000004,,,",
      '0,"Theorem 1, twice",upper,1,,,',
      '1,"Theorem 1, twice",upper,0.5,,,',
      "",
    ]);
  });
});

describe("HTML", () => {
  it("escapes all that is put into it, once", () => {
    const name = `<script>"a" & 'b'</script>`;
    expect(escapeHtml(name)).toBe("&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
    expect(html`<p title="${name}">${[html`<b>${name}</b>`, 3]}${undefined}</p>`.text).toBe(
      `<p title="${escapeHtml(name)}"><b>${escapeHtml(name)}</b>3</p>`,
    );
  });
});

describe("numbers for the eye", () => {
  it("have four digits that matter, and true minus signs", () => {
    expect(
      [0.848856, 0.9999546, 1, 13704.2, 1234.56, -2.8801, 1.2345e-7, 0, Number.NaN].map(figures),
    ).toEqual(["0.8489", "0.999955", "1", "13,704", "1,234.6", "−2.880", "1.23e−7", "0", "–"]);
    expect([12.345, -0.04, 1234.5, Number.POSITIVE_INFINITY].map(short)).toEqual(["12.3", "0", "1,235", "∞"]);
  });

  it("have as many places as their error", () => {
    expect(withError(0.80963, 0.000447)).toBe("0.80963 ± 0.00045");
    expect(withError(-1.15, 0.0127)).toBe("−1.150 ± 0.013");
    expect(withError(1, 0)).toBe("1");
    expect(withError(0.25, Number.NaN)).toBe("0.2500");
  });

  it("stand at round generations", () => {
    const all = (last: number) => Array.from({ length: last + 1 }, (_, i) => i);
    expect(handful(all(10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(handful(all(200))).toEqual([1, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]);
    expect(handful(all(1000), "log")).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    expect(handful([0, 3])).toEqual([1]);
    expect(handful([0])).toEqual([]);
  });
});

describe("a share of all or none", () => {
  const comparison = {
    quantity: "p",
    over: "generation",
    at: [0, 1, 2],
    measured: Float64Array.of(1, 0, 0.5),
    standardError: Float64Array.of(0, 0, 0.007),
    cases: [5000, 5000, 5000],
    theory: [],
  } as const;

  it("stands in tables with the end of its interval", () => {
    expect(comparisonTable(comparison).rows).toEqual([
      ["1", "0", "≤ 0.0007677"],
      ["2", "0.5000", "0.007000"],
    ]);
    expect(measuredText(comparison, 1)).toBe("0 (≤ 0.0007677)");
    expect(measuredText(comparison, 2)).toBe("0.5000 ± 0.0070");
  });

  it("has a bar, but for generation 0", () => {
    const { low, high } = bars(comparison);
    expect([low[0], high[0], low[1]]).toEqual([1, 1, 0]);
    expect(high[1]).toBeCloseTo(7.677e-4, 6);
    expect(high[2]).toBeCloseTo(0.51385, 4);
  });

  it("has its interval in the file", () => {
    expect(comparisonCsv(comparison).split("\r\n")[2]).toMatch(/^1,simulation,measured,0,0,0,0\.00076\d+$/);
  });
});
