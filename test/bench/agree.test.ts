// A rival that computes something else is not timed.
import { describe, expect, it } from "vitest";
import { agree } from "../../bench/commands/agree.mjs";

const document = (change: Record<string, number> = {}) => {
  const { mean, sd, median, probability, time, forgotten } = {
    mean: 3,
    sd: 2,
    median: 2.9,
    probability: 0.4,
    time: 50,
    forgotten: 20,
    ...change,
  };
  return {
    experiment: { trajectories: 10_000 },
    keptTrajectories: 10_000,
    generations: [7],
    observables: { x: { mean: [mean], standardError: [sd / 100], sd: [sd], median: [median] } },
    survival: [{ event: "x>1", probability: [probability] }],
    timeTo: [{ event: "x>1", mean: time, standardError: 0.3 }],
    forgetting: [{ mean: forgotten, standardError: 1 }],
  };
};

const compare = (change: Record<string, number>) => () => agree("a case", document(), document(change), 0);

describe("two documents of the same experiment", () => {
  it("may differ as chance has it", () => {
    expect(
      compare({ mean: 3.1, sd: 2.1, median: 2.8, probability: 0.41, time: 51, forgotten: 22 }),
    ).not.toThrow();
  });

  it.each([
    ["mean", { mean: 3.2 }],
    ["sd", { sd: 2.5 }],
    ["median", { median: 2.7 }],
    ["survival", { probability: 0.44 }],
    ["mean time to", { time: 53 }],
    ["time to forget", { forgotten: 30 }],
  ])("are refused when their %s tells another story", (what, change) => {
    expect(compare(change as Record<string, number>)).toThrow(new RegExp(`a case: ${what},`));
  });

  it("have the same generations and events, and may have medians of fewer trajectories", () => {
    const ours = document();
    expect(() => agree("a case", ours, { ...ours, generations: [8] }, 0)).toThrow(/generations/);
    expect(() => agree("a case", ours, { ...ours, survival: [] }, 0)).toThrow(/events/);
    const few = { ...ours, keptTrajectories: 2_000 };
    expect(() => agree("a case", few, document({ median: 2.7 }), 0)).not.toThrow();
    expect(() => agree("a case", few, document({ median: 2.5 }), 0)).toThrow(/median/);
  });
});
