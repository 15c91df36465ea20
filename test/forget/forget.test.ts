import { describe, expect, it } from "vitest";
import { straightLine } from "../../src/forget/fit.ts";
import { countTokens, forget, theory } from "../../src/index.ts";
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

describe("forget, under a regime", () => {
  // 300 words once, 60 twice and one word 80 times
  const words = [1, 2].flatMap((count, i) =>
    Array.from({ length: [300, 60][i] }, (_, j) => ` w${i}x${j}`.repeat(count)),
  );
  const corpus = countTokens(words.join(" ") + " the".repeat(80));
  const options = { generations: 100, seed: 1 };

  it("tells which words are away and for how long, where real data bring them back", async () => {
    const regime = { name: "fresh", realShare: 0.2 } as const;
    const report = await forget(corpus, { ...options, regime });
    const { presence, unique, limit, run } = report;
    expect(run.experiment).toMatchObject({ trajectories: 10, regime });
    expect(report).toMatchObject({ byCount: [], words: [], fit: null, regime });
    expect([unique.lower.length, unique.upper.length]).toEqual([0, 0]);
    expect(presence).toMatchObject({ from: 50, to: 99, law: { side: "exact" } });
    expect(presence?.byCount.map(({ count, types }) => [count, types])).toEqual([
      [1, 300],
      [2, 60],
      [80, 1],
    ]);
    for (const { theory, ...measured } of presence?.byCount.slice(0, 2) ?? []) {
      for (const name of ["absent", "meanAbsence", "meanPresence"] as const) {
        const { value, standardError } = measured[name];
        // By the exact law, in units of an error of ten trajectories: Student's t with 9 degrees of freedom is beyond 7
        // with probability 6e-5; the seed is fixed.
        expect(Math.abs(value - (theory?.[name] ?? 0))).toBeLessThan(7 * standardError);
        expect(standardError).toBeLessThan(0.05 * value);
      }
    }
    const weights = corpus.counts;
    expect(limit).toBe(theory.regimes.expectedUniqueLimit({ regime, samples: 500, weights }));
    expect(unique.expected?.[0]).toBe(361);
    expect(unique.expected?.[100]).toBeCloseTo(limit ?? 0, 6);
    expect(presence?.words).toHaveLength(361);
    expect(presence?.words[0]).toMatchObject({ word: "the", count: 80, absent: 0, meanAbsence: Number.NaN });
    expect(presence?.words.at(-1)?.absent).toBe(presence?.byCount[0].absent.value);
  });

  it("tells what is gone for good, beside the law of the regime", async () => {
    for (const regime of ["accumulate", { name: "fixed", realSamples: 100 }] as const) {
      const { presence, byCount, fit, unique } = await forget(corpus, { ...options, regime });
      expect([presence, fit]).toEqual([null, null]);
      const [{ types, censored, gone = Number.NaN }] = byCount;
      const share = 1 - censored / (types * 10);
      // Words that are not independent, but nearly; |z| beyond 4.5 has probability 7e-6, and the seed is fixed.
      expect(Math.abs(share - gone)).toBeLessThan(4.5 * Math.sqrt((gone * (1 - gone)) / (types * 10)));
      expect(unique.expected?.at(-1)).toBeGreaterThan(0);
    }
    const { byCount } = await forget(corpus, { ...options, regime: "accumulate-subsample", generations: 5 });
    expect("gone" in byCount[0]).toBe(false);
  });

  it("is today's report where the last generation's data are all there is", async () => {
    const shown = async (more: object) => {
      const { run, ...rest } = await forget(corpus, { ...options, generations: 5, ...more });
      return JSON.stringify([rest, run.experiment.trajectories]);
    };
    expect(await shown({ regime: "replace" })).toBe(await shown({}));
    expect(await shown({ regime: { name: "replace" } })).toBe(await shown({}));
  });

  it.each([
    [{ name: "fresh", realShare: 1 }, "invalid regime.realShare: 1 (a number above 0, below 1)"],
    [
      { name: "fixed", realSamples: 501 },
      "invalid regime.realSamples: 501 (an integer from 1 to 500, the samples)",
    ],
    ["fresh", "invalid regime.realShare: missing (fresh needs realShare or realSamples)"],
    [null, "invalid regime: null (one of replace, accumulate, accumulate-subsample, fresh, fixed, weighted)"],
  ])("refuses %j", async (regime, message) => {
    await expect(forget(corpus, { regime: regime as "replace" })).rejects.toThrow(message);
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
