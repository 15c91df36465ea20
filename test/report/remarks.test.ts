import { describe, expect, it } from "vitest";
import type { TheoryCurve } from "../../src/laws/law.ts";
import type { Comparison } from "../../src/report/finding.ts";
import { atLast, halfGone, speaking } from "../../src/report/remarks.ts";

const curve = (name: string, side: TheoryCurve["side"], values: number[]): TheoryCurve => ({
  name,
  side,
  values: Float64Array.from(values),
});

const compared = (measured: number[], ...theory: TheoryCurve[]): Comparison => ({
  quantity: "share",
  over: "generation",
  at: [0, 5, 10, 15],
  measured: Float64Array.from(measured),
  standardError: Float64Array.from(measured, () => 0.01),
  theory,
});

describe("what is written of a curve", () => {
  const law = curve("exact law", "exact", [1, 0.49, 0.3, 0.1]);

  it("is from where on less than half are left, if they ever are", () => {
    expect(halfGone(compared([1, 0.5, 0.4, 0.2], law))).toEqual([
      "Less than half are left from generation 10 on, by the curve “exact law” from 5 on.",
    ]);
    expect(halfGone(compared([1, 0.9, 0.8, 0.2]))).toEqual([
      "Less than half are left from generation 15 on.",
    ]);
    expect(halfGone(compared([1, 0.9, 0.8, 0.7], law))).toEqual([]);
  });

  it("is from where on an upper bound says something", () => {
    const bounds = [curve("A", "upper", [1, 1, 0.9, 0.8]), curve("B", "upper", [1, 1, 1, 1])];
    expect(speaking(compared([1, 0.5, 0.4, 0.2], law, ...bounds))).toEqual([
      "Upper bounds are below 1: A from generation 10 on; B nowhere.",
    ]);
    expect(speaking(compared([1, 0.5, 0.4, 0.2], law))).toEqual([]);
  });

  it("is what there is in the end, and between which bounds", () => {
    const bounds = [curve("A", "lower", [1, 0.4, 0.3, 0.1]), curve("A", "upper", [1, 1, 0.9, 0.8])];
    expect(atLast(compared([1, 0.5, 0.4, 0.2], ...bounds))).toBe(
      "0.200 ± 0.010 at generation 15; A puts it between 0.1000 and 0.8000.",
    );
    expect(atLast(compared([1, 0.5, 0.4, 0.2], law), "order 2")).toBe(
      "order 2: 0.200 ± 0.010 at generation 15.",
    );
  });
});
