import { describe, expect, it } from "vitest";
import { straightLine } from "../../src/forget/fit.ts";
import { countTokens, forget } from "../../src/index.ts";
import { quantile } from "../../src/theory/forgetting.ts";
import { wrightFisherCdf } from "../../src/theory/wright-fisher.ts";

describe("forget", () => {
  // 400 words once, 200 twice, 100 four times, 50 eight times and one word 400 times
  const words = [1, 2, 4, 8].flatMap((count, i) =>
    Array.from({ length: 400 / count }, (_, j) => ` w${i}x${j}`.repeat(count)),
  );
  const corpus = countTokens(words.join(" ") + " the".repeat(400));
  const options = { generations: 200, trajectories: 40, seed: 1 };

  it("tells how a corpus is forgotten, by how often a word occurred", async () => {
    const report = await forget(corpus, options);
    expect(report).toMatchObject({ tokens: 2000, types: 751, samples: 2000 });
    expect(report.byCount.map(({ count, types }) => [count, types])).toEqual([
      [1, 400],
      [2, 200],
      [4, 100],
      [8, 50],
      [400, 1],
    ]);
    // Among 2,000 tokens the law of Poisson sampling is good to a generation at these counts.
    for (const { count, median } of report.byCount.slice(0, 4)) {
      expect(Math.abs((median ?? 0) - quantile({ count, q: 0.5 }))).toBeLessThanOrEqual(1);
    }
    // One more or less of each median moves the slope by 0.3 at the most.
    expect(Math.abs((report.fit?.slope ?? 0) - 2.885)).toBeLessThan(0.3);
    expect(report.fit?.points).toBe(4);
    const { mean, standardError, lower, upper } = report.unique;
    for (const k of [1, 2, 5]) {
      // |z| beyond 4.5 has probability 7e-6; the seed is fixed
      expect(mean[k]).toBeGreaterThan(lower[k] - 4.5 * standardError[k]);
      expect(mean[k]).toBeLessThan(upper[k] + 4.5 * standardError[k]);
    }
    const { probability, ...the } = report.words[0];
    expect(the).toMatchObject({ word: "the", count: 400 });
    // By the exact law; |z| beyond 4.5 has probability 7e-6, and the seed is fixed.
    const p = wrightFisherCdf({ count: 400, samples: 2000, generation: 200 });
    expect(Math.abs(probability - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / 40));
    expect(report.words.at(-1)?.probability).toBeGreaterThan(0.9);
  });

  it("is the same again for the same seed, and for other chunks", async () => {
    const bits = async (chunk: number) => {
      const { run, ...rest } = await forget(corpus, { ...options, generations: 20 }, { chunk });
      return JSON.stringify([rest, run.generations]);
    };
    expect(await bits(3)).toBe(await bits(1000));
  });

  it("expects fewer draws of a word where fewer samples are taken", async () => {
    const { byCount } = await forget(corpus, { ...options, samples: 500 });
    expect(byCount[2].median).toBe(quantile({ count: 1, q: 0.5 }));
  });
});

describe("a straight line", () => {
  it("is the least squares one", () => {
    expect(
      straightLine([
        [0, 1],
        [1, 3],
        [2, 5],
      ]),
    ).toEqual({ slope: 2, intercept: 1, r2: 1, points: 3 });
    expect(
      straightLine([
        [1, 1],
        [2, 3],
        [3, 2],
      ]),
    ).toMatchObject({ slope: 0.5, intercept: 1, r2: 0.25 });
  });

  it("needs two different x", () => {
    expect(straightLine([])).toBeNull();
    expect(
      straightLine([
        [1, 2],
        [1, 3],
      ]),
    ).toBeNull();
  });

  it("refuses more different counts than their times can be kept, before it runs", async () => {
    const counts = Array.from({ length: 200_001 }, (_, i) => i + 1);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const words = counts.map(String);
    const many = {
      total,
      words: words.reverse(),
      counts: Float64Array.from(counts).reverse(),
    };
    await expect(forget(many, { generations: 3, trajectories: 1 })).rejects.toThrow(
      "invalid counts: 200001 different ones (at most 200000)",
    );
  });
});
