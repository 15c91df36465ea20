import { describe, expect, it } from "vitest";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import { bernoulli, categorical, gaussian, poisson, regression } from "../../src/index.ts";
import { message } from "../message.ts";

const model = bernoulli({ p: 0.5, samples: 10 });
const experiment = { model, generations: 20, trajectories: 1, seed: 1 };
const regimeOf = (regime: unknown) => checkExperiment({ ...experiment, regime }).experiment.regime;

describe("the regime of an experiment", () => {
  it("is replace unless it is said", () => {
    expect(checkExperiment(experiment).experiment.regime).toEqual({ name: "replace" });
    expect(regimeOf("replace")).toEqual({ name: "replace" });
  });

  it("may be a name alone, where that is all", () => {
    expect(regimeOf("accumulate")).toEqual({ name: "accumulate" });
  });

  it("goes through JSON", () => {
    const regime = { name: "weighted", realSamples: 3, weight: 0.5, growth: "power:1.5" };
    const { experiment: checked } = checkExperiment({ ...experiment, regime });
    expect(checkExperiment(JSON.parse(JSON.stringify(checked))).experiment.regime).toEqual(regime);
  });

  const names = "replace, accumulate, accumulate-subsample, fresh, fixed, weighted";
  const share = "(a number above 0, below 1)";
  const rules =
    '("linear", "quadratic", "power:A" with A from 0 to 100, or "geometric:R" with R from 1 to 1000000)';

  it.each<[unknown, string]>([
    ["mixed", `invalid regime: "mixed" (one of ${names})`],
    [7, `invalid regime: 7 (one of ${names})`],
    [["fresh"], `invalid regime: ["fresh"] (one of ${names})`],
    [{}, `invalid regime.name: missing (one of ${names})`],
    [{ name: "toString" }, `invalid regime.name: "toString" (one of ${names})`],
    [{ name: "fresh" }, "invalid regime.realShare: missing (fresh needs realShare or realSamples)"],
    [{ name: "fresh", realShare: 0 }, `invalid regime.realShare: 0 ${share}`],
    [{ name: "fresh", realShare: 1 }, `invalid regime.realShare: 1 ${share}`],
    [{ name: "fresh", realShare: Number.NaN }, `invalid regime.realShare: NaN ${share}`],
    [
      { name: "fresh", realShare: 0.5, realSamples: 5 },
      "invalid regime.realSamples: 5 (realShare or realSamples, not both)",
    ],
    [
      { name: "fresh", realSamples: 11 },
      "invalid regime.realSamples: 11 (an integer from 1 to 10, the samples)",
    ],
    [{ name: "fixed" }, "invalid regime.realSamples: missing (fixed needs realSamples)"],
    [{ name: "fixed", realSamples: 0 }, "invalid regime.realSamples: 0 (an integer from 1 to 2^53-1)"],
    [{ name: "fixed", realSamples: 5, weight: 1 }, "invalid regime.weight: 1 (only with weighted)"],
    [
      { name: "weighted", realSamples: 5 },
      "invalid regime.weight: missing (weighted needs realSamples and weight)",
    ],
    [
      { name: "weighted", realSamples: 10, weight: 0.5 },
      "invalid regime.realSamples: 10 (an integer from 1 to 9: 1 or more of each kind)",
    ],
    [
      { name: "weighted", realSamples: 5, weight: 1.01 },
      "invalid regime.weight: 1.01 (a number from 0 to 1)",
    ],
    [{ name: "replace", realShare: 0.1 }, "invalid regime.realShare: 0.1 (only with accumulate, fresh)"],
    [
      { name: "accumulate-subsample", realSamples: 1 },
      "invalid regime.realSamples: 1 (only with accumulate, fresh, fixed, weighted)",
    ],
    [
      { name: "accumulate", realShare: 0.1, realSamples: 1 },
      "invalid regime.realSamples: 1 (realShare or realSamples, not both)",
    ],
    [{ name: "replace", growth: "cubic" }, `invalid regime.growth: "cubic" ${rules}`],
    [{ name: "replace", growth: 2 }, `invalid regime.growth: 2 ${rules}`],
    [{ name: "replace", growth: "geometric:0.5" }, `invalid regime.growth: "geometric:0.5" ${rules}`],
    [
      { name: "replace", growth: "geometric:100" },
      'invalid regime.growth: "geometric:100" (a generation of at most 2^53-1 samples; generation 20 is past that)',
    ],
    [
      { name: "replace", shares: 1 },
      "unknown option: regime.shares (one of realShare, realSamples, weight, growth)",
    ],
  ])("%j: one line", (regime, expected) => {
    expect(message(() => regimeOf(regime))).toBe(expected);
  });

  it("asks for data of each kind where each has a variance", () => {
    const regime = { name: "weighted", realSamples: 1, weight: 0.5 };
    expect(message(() => checkExperiment({ ...experiment, model: gaussian({ samples: 10 }), regime }))).toBe(
      "invalid regime.realSamples: 1 (an integer from 2 to 8: 2 or more of each kind)",
    );
  });

  it("refuses pools that are too large", () => {
    const many = { ...experiment, model: bernoulli({ p: 0.5, samples: 2 ** 52 }), regime: "accumulate" };
    expect(message(() => checkExperiment(many))).toBe(
      `invalid generations: 20 (fewer with accumulate: all data so far of ${2 ** 52} samples each: at most 2^53-1)`,
    );
    const points = {
      ...experiment,
      model: poisson({ rate: 1, samples: 1e7 }),
      regime: "accumulate-subsample",
    };
    expect(message(() => checkExperiment(points))).toBe(
      "invalid generations: 20 (fewer: accumulate-subsample keeps every data point of a poisson model, at most 100000000)",
    );
    const rows = { ...experiment, model: regression({ dimension: 9, samples: 1e6 }) };
    expect(message(() => checkExperiment({ ...rows, regime: "accumulate-subsample" }))).toBe(
      "invalid generations: 20 (fewer: accumulate-subsample keeps every data point of a regression model, at most 10000000)",
    );
    const labelled = { ...rows, model: regression({ dimension: 9, samples: 2e7 }) };
    expect(message(() => checkExperiment({ ...labelled, regime: { name: "fresh", realShare: 0.1 } }))).toBe(
      "invalid samples: 20000000 (at most 10000000: fresh keeps every data point of a regression model)",
    );
    checkExperiment({ ...labelled, regime: { name: "fresh", realSamples: 100 } });
    expect(
      message(() => checkExperiment({ ...rows, regime: { name: "weighted", realSamples: 8, weight: 0.5 } })),
    ).toBe("invalid regime.realSamples: 8 (an integer from 9 to 999991: 9 or more of each kind)");
    // Counts are all there is to a categorical pool.
    checkExperiment({ ...points, model: categorical({ weights: [1, 2], samples: 1e12 }) });
  });
});
