import { describe, expect, it } from "vitest";
import { BLOCK } from "../../src/chunks/moments.ts";
import { cellsOf } from "../../src/study/cells.ts";
import { costOf, shardsOf } from "../../src/study/units.ts";

const cell = (study: object) => {
  const base = { generations: 1000, trajectories: 1000, seed: 1, record: "log:3" };
  return cellsOf({ ...base, model: { name: "gaussian", samples: 100 }, ...study })[0];
};

describe("the shards of a cell", () => {
  it.each<[string, object, number]>([
    ["a second of work or less", {}, 1],
    ["ten times as much", { trajectories: 1_000_000 }, 16],
    ["many records, which are all kept", { trajectories: 80_000, record: "every:10" }, 20],
    ["more than can be kept", { trajectories: 1_000_000, record: "every:10" }, 16],
    ["many generations, block by block", { generations: 5_000_000, trajectories: 100 }, 4],
    ["more than a year's work", { trajectories: 1e15 }, 910],
    ["until it is over", { trajectories: 1_000_000, survival: ["std>0.1"], until: "over" }, 1],
  ])("%s", (_, study, many) => {
    const one = cell(study);
    const spans = shardsOf(one);
    expect(spans).toHaveLength(many);
    let next = 0;
    for (const { first, count } of spans) {
      expect(first).toBe(next);
      next += count;
    }
    expect(next).toBe(one.checked.experiment.trajectories);
    const size = spans[0].count / BLOCK;
    // All but the last are a power of two of blocks.
    if (many > 1) expect(Math.log2(size) % 1).toBe(0);
    for (const { count } of spans.slice(0, -1)) expect(count).toBe(spans[0].count);
  });

  it("cost what is drawn for them", () => {
    const cost = (model: object, more = {}) => costOf(cell({ model, ...more }).checked) / 1000;
    expect(cost({ name: "gaussian", samples: 70 })).toBe(1);
    expect(cost({ name: "gaussian", samples: 70, method: "samples" })).toBe(70);
    const regime = "accumulate-subsample";
    expect(cost({ name: "poisson", rate: 1, samples: 70 }, { regime })).toBe(70);
    expect(cost({ name: "categorical", zipf: { size: 50, exponent: 1 }, samples: 70 })).toBe(50);
    expect(cost({ name: "categorical", zipf: { size: 50, exponent: 1 }, samples: 7 })).toBe(7);
    expect(cost({ name: "mixture", samples: 70 })).toBe(70);
    expect(cost({ name: "regression", dimension: 3, samples: 70 })).toBe(9);
  });
});
