// The arithmetic of the benchmark's report, on times made up for it.
import { describe, expect, it } from "vitest";
import { geometricMean, median } from "../../bench/statistics.mjs";
import { summarise } from "../../bench/summary.mjs";
import { judge, withoutCase } from "../../bench/targets.mjs";

const run = (wasm: number[], numpy: number[], twin: number[]) => ({
  cases: [{ name: "uniform fill", unit: "number", note: undefined, times: { Wasm: wasm, twin, numpy } }],
});

it("takes medians and geometric means", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(geometricMean([2, 8])).toBeCloseTo(4, 12);
});

describe("a single run", () => {
  it("takes ratios within a round, and the spread over rounds", () => {
    // The machine is half as fast in the second round, for both.
    const [{ contestants }] = summarise([run([1, 2, 1], [3, 6, 4], [5, 10, 5])]);
    expect(contestants.map(({ name }: { name: string }) => name)).toEqual(["Wasm", "twin", "numpy"]);
    expect(contestants[2].ns).toEqual({ median: 4, least: 3, most: 6 });
    expect(contestants[2].ratio).toEqual({ median: 3, least: 3, most: 4 });
  });
});

describe("several runs", () => {
  it("take the median and range of the runs' medians", () => {
    const runs = [3, 5, 4].map((numpy) => run([1, 1, 1], [numpy, numpy, 100], [2, 2, 2]));
    expect(summarise(runs)[0].contestants[2].ratio).toEqual({ median: 4, least: 3, most: 5 });
  });
});

describe("the verdict", () => {
  const verdict = (numpy: number, twin: number) =>
    judge(summarise([run([1], [numpy], [twin])])).map(({ reached }) => reached);

  it("says what was reached, and what was missed", () => {
    // Two and a half times as fast as numpy; every kernel above its twin; a geometric mean of three or more.
    expect(verdict(3, 3.1)).toEqual([true, true, true]);
    expect(verdict(2.4, 2.9)).toEqual([false, true, false]);
    expect(verdict(3, 0.9)).toEqual([true, false, false]);
  });

  it("leaves out what was not measured", () => {
    expect(judge([])).toEqual([]);
  });

  it("knows the targets that no case is there for", () => {
    const all = withoutCase([]);
    expect(all).toContain("run bernoulli");
    expect(withoutCase(all.map((of: string) => ({ name: `${of} and more` })))).toEqual([]);
    expect(withoutCase([{ name: "uniform fills" }])).not.toContain("uniform fill");
  });
});
