import { describe, expect, it } from "vitest";
import type { TheoryCurve } from "../../src/laws/law.ts";
import type { Comparison } from "../../src/report/finding.ts";
import { summary, verdicts } from "../../src/report/verdict.ts";

const curve = (side: TheoryCurve["side"], values: number[], name = "Theorem"): TheoryCurve => ({
  name,
  side,
  values: Float64Array.from(values),
});

/** Shares of 10,000: a standard error is at most 0.005. */
const shares = (measured: number[], ...theory: TheoryCurve[]): Comparison => ({
  quantity: "share",
  over: "generation",
  at: measured.map((_, i) => i),
  measured: Float64Array.from(measured),
  standardError: Float64Array.from(measured, (p) => Math.sqrt((p * (1 - p)) / 10_000)),
  cases: measured.map(() => 10_000),
  theory,
});

describe("the verdict on a bound", () => {
  it("is its smallest margin in standard errors, and where it is", () => {
    const [upper, lower] = verdicts(
      shares([1, 0.5, 0.4], curve("upper", [1, 0.6, 0.45]), curve("lower", [1, 0.4, 0.38])),
    );
    expect(upper).toMatchObject({ outcome: "holds", at: 2 });
    // Ten standard errors: the signed root of the deviance is that but for its third-order term.
    expect(upper.worst).toBeCloseTo(0.05 / Math.sqrt((0.45 * 0.55) / 10_000), 1);
    expect(lower).toMatchObject({ outcome: "holds", at: 2 });
    expect(upper.text).toBe(
      "not contradicted (p > 0.99): the measurement stays 10.1 standard errors or more within it, closest at generation 2",
    );
  });

  it("is a violation on the wrong side, on either side", () => {
    const list = verdicts(shares([1, 0.5], curve("upper", [1, 0.46]), curve("lower", [1, 0.54])));
    expect(list.map(({ outcome }) => outcome)).toEqual(["violated", "violated"]);
    expect(list[0].text).toBe(
      "contradicted (p < 0.0001): the measurement is at most 8 standard errors beyond it, at generation 1",
    );
    expect(summary(list)).toContain("CONTRADICTED");
  });

  it("puts less than that down to chance", () => {
    expect(verdicts(shares([1, 0.5], curve("upper", [1, 0.49])))[0]).toMatchObject({ outcome: "holds" });
  });

  it("is silent about a bound that says nothing, and about generation 0", () => {
    const list = verdicts(
      shares([1, 0.5], curve("upper", [0.2, 1]), curve("lower", [2, 0]), curve("upper", [1, Number.NaN])),
    );
    expect(list.map(({ outcome }) => outcome)).toEqual(["silent", "silent", "silent"]);
    expect(summary(list)).toBe("3 bounds say nothing here");
  });

  it("is sensible where a share is 0 or 1 and would have no standard error", () => {
    const [near] = verdicts(shares([1, 1], curve("upper", [1, 0.99999])));
    expect(near.outcome).toBe("holds");
    expect(near.worst).toBeGreaterThan(-1);
    const [far] = verdicts(shares([1, 1], curve("upper", [1, 0.99])));
    expect(far.outcome).toBe("violated");
    expect(verdicts(shares([1, 0.01], curve("upper", [1, 1e-9])))[0].outcome).toBe("violated");
  });
});

describe("the verdict on an exact law", () => {
  it("is its largest deviation, whichever the side", () => {
    const [law] = verdicts(shares([1, 0.5, 0.4], curve("exact", [1, 0.505, 0.4])));
    expect(law).toMatchObject({ outcome: "holds", at: 1 });
    expect(law.worst).toBeCloseTo(1, 1);
    expect(law.text).toMatch(/^agrees \(p = 0\.\d+\): at most 1 standard error off, at generation 1$/);
    expect(verdicts(shares([1, 0.5], curve("exact", [1, 0.53])))[0].text).toContain("disagrees");
  });

  it("of a mean goes by the measured standard error", () => {
    const { cases: _, ...mean } = shares([7, 7.3], curve("exact", [7, 7]));
    const [law] = verdicts({ ...mean, standardError: Float64Array.of(0, 0.1) });
    expect(law.worst).toBeCloseTo(3, 9);
  });

  it("of few trajectories takes more to be refuted", () => {
    const { cases: _, ...mean } = shares([7, 7.5], curve("exact", [7, 7]));
    const verdict = (trajectories: number) =>
      verdicts({ ...mean, trajectories, standardError: Float64Array.of(0, 0.1) })[0];
    expect(verdict(10)).toMatchObject({ outcome: "holds" });
    // Student's t of 9 degrees of freedom, 5, as a normal deviate.
    expect(verdict(10).worst).toBeCloseTo(3.37, 2);
    expect(verdict(10_000).outcome).toBe("violated");
  });

  it("of a mean of few whole numbers that never vary is not refuted by that", () => {
    const { cases: _, ...mean } = shares([1, 0.3], curve("exact", [1, 0.34]));
    const verdict = (more: object) =>
      verdicts({ ...mean, trajectories: 3, standardError: Float64Array.of(0, 0), ...more })[0];
    expect(verdict({}).outcome).toBe("violated");
    expect(verdict({ step: 0.1 })).toMatchObject({ outcome: "holds" });
    // Of many trajectories it is, and of those that vary the error stays what it is.
    expect(verdict({ step: 0.1, trajectories: 1000 }).outcome).toBe("violated");
    const many = { trajectories: 1000, standardError: Float64Array.of(0, 0.02) };
    expect(verdict({ ...many, step: 1e-3 }).worst).toBeCloseTo(2, 2);
  });

  it("of a mean that never varies holds by any number of standard errors", () => {
    const { cases: _, ...mean } = shares([1, 1], curve("upper", [1, 2]));
    expect(verdicts({ ...mean, standardError: Float64Array.of(0, 0) })[0]).toMatchObject({
      outcome: "holds",
      worst: Number.POSITIVE_INFINITY,
      at: 1,
    });
  });
});
