import { describe, expect, it } from "vitest";
import { comparisonCsv } from "../../src/report/csv.ts";
import { bars } from "../../src/report/curves.ts";
import { escapeHtml, html } from "../../src/report/html.ts";
import { comparisonTable, measuredText, rounded } from "../../src/report/table.ts";

describe("CSV", () => {
  it("holds a comparison in long format", () => {
    const text = comparisonCsv({
      quantity: "p",
      over: "generation",
      at: [0, 1],
      measured: Float64Array.of(1, 0.1 + 0.2),
      standardError: Float64Array.of(0, Number.NaN),
      theory: [{ name: "Theorem 1, twice", side: "upper", values: Float64Array.of(1, 0.5) }],
    });
    expect(text.split("\n")).toEqual([
      "generation,series,side,value,standardError,lower,upper",
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

describe("the rows of a table", () => {
  it("stand at round generations", () => {
    const all = (last: number) => Array.from({ length: last + 1 }, (_, i) => i);
    expect(rounded(all(200))).toEqual([1, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]);
    expect(rounded(all(1000), "log")).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    expect(rounded([0])).toEqual([]);
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
      ["1", "0", "≤ 0.00077"],
      ["2", "0.5000", "0.007000"],
    ]);
    expect(measuredText(comparison, 1)).toBe("0 (≤ 0.00077)");
    expect(measuredText(comparison, 2)).toBe("0.5000 ± 0.0070");
  });

  it("has a bar, except for generation 0", () => {
    const { low, high } = bars(comparison);
    expect([low[0], high[0], low[1]]).toEqual([1, 1, 0]);
    expect(high[1]).toBeCloseTo(7.677e-4, 6);
    expect(high[2]).toBeCloseTo(0.51385, 4);
  });

  it("has its interval in the file", () => {
    expect(comparisonCsv(comparison).split("\n")[2]).toMatch(/^1,simulation,measured,0,0,0,0\.00076\d+$/);
  });
});
