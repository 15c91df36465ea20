import { describe, expect, it } from "vitest";
import { darkHex, darkRules, hex } from "../../src/plot/index.ts";
import { thin } from "../../src/plot/thin.ts";
import { logTicks } from "../../src/plot/ticks.ts";

describe("ticks of a logarithmic axis", () => {
  it("are powers of ten, thinned when there are many", () => {
    expect(logTicks(0.002, 1)).toEqual({ values: [0.01, 0.1, 1], labels: ["0.01", "0.1", "1"] });
    expect(logTicks(1e-9, 2).labels).toEqual(["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"]);
    expect(logTicks(1, 1000).labels).toEqual(["1", "10", "100", "1,000"]);
  });

  it("are finer where fewer than three powers fit", () => {
    expect(logTicks(0.04, 1).values).toEqual([0.05, 0.1, 0.2, 0.5, 1]);
    expect(logTicks(0.33, 1).values).toEqual([0.4, 0.5, 0.6, 0.8, 1]);
  });
});

describe("thin", () => {
  it("keeps the first and the last and even steps", () => {
    const all = Array.from({ length: 201 }, (_, i) => i);
    expect(thin(all, 5, "linear")).toEqual([0, 50, 100, 150, 200]);
    expect(thin([0, 1, 2], 5, "linear")).toEqual([0, 1, 2]);
    const log = thin(all, 9, "log");
    expect(log[0]).toBe(1);
    expect(log.at(-1)).toBe(200);
    expect(log.length).toBeLessThan(12);
    expect(thin([], 5, "linear")).toEqual([]);
  });
});

describe("colours", () => {
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const x = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
      return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  it("stand out on light and on dark pages", () => {
    for (const colour of ["ink", "soft", "blue", "vermillion", "green", "purple", "amber"] as const) {
      expect(contrast(hex(colour), hex("paper")), colour).toBeGreaterThan(3);
      expect(contrast(darkHex(colour), darkHex("paper")), colour).toBeGreaterThan(4.5);
    }
  });

  it("are all dyed on a dark page", () => {
    expect(darkRules("figure")).toContain(`figure [stroke="${hex("blue")}"]{stroke:${darkHex("blue")}}`);
  });
});
