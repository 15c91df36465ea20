// Lists longer than what a call of the engine takes, or a table of it holds.
import { describe, expect, it } from "vitest";
import { bernoulli, categorical, simulate } from "../../src/index.ts";
import { meanTheory } from "../../src/laws/index.ts";

describe("theory beside many recorded generations", () => {
  it("of an event", async () => {
    const model = bernoulli({ p: 0.5, samples: 3 });
    const generations = 150_000;
    const experiment = {
      model,
      generations,
      trajectories: 1,
      seed: 1,
      record: "all",
      survival: ["p!=0,1"] as const,
    };
    const { theory } = (await simulate(experiment)).survival("p!=0,1");
    expect(theory.length).toBeGreaterThan(0);
    for (const { values } of theory) expect(values).toHaveLength(generations + 1);
  });

  it("of an observable, in no more than a look at each", () => {
    const model = categorical({ counts: [1, 1], samples: 2 });
    const generations = Array.from({ length: 150_000 }, (_, k) => k);
    const [{ values }] = meanTheory({ model, regime: { name: "replace" } }, "heterozygosity", generations);
    expect([values[0], values[1], values.length]).toEqual([0.5, 0.25, generations.length]);
    expect(meanTheory({ model, regime: { name: "replace" } }, "unique", generations)[0].values).toHaveLength(
      generations.length,
    );
  });
});
