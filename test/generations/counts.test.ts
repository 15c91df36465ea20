import { describe, expect, it } from "vitest";
import { categorical } from "../../src/generations/families/categorical.ts";
import type { CategoricalPlan } from "../../src/kernels/plans.ts";
import { Stream } from "../../src/kernels/stream.ts";
import { drawCounts } from "../../src/random/counts.ts";
import { twin } from "../../src/reference/kernels.ts";
import { integerKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { regimesOf, run } from "./run.ts";

const wasm = wasmKernels();
const stream = (number: number) => new Stream(integerKey(7), integerKey(number));

describe("Poisson counts of many means", () => {
  it("have the same bits on both backends", () => {
    const means = Float64Array.from({ length: 5000 }, (_, i) =>
      i % 7 === 0 ? i : 40 * ((i * 0.618034) % 1),
    );
    means.set([0, 1e-300, 1e-12, 1e-6, 1, 31.999, 32, 32.5, 33, 1e15]);
    const counts = [twin, wasm].map((kernels) => {
      const out = new Float64Array(means.length);
      const from = stream(1);
      kernels.fillPoissonOf(from, 0.7, means, out);
      return [...out, ...from.bytes];
    });
    expect(counts[1]).toEqual(counts[0]);
  });

  // Pearson's statistic; the upper 0.1 % of chi-square is near m + 3.29 sqrt(2 m) + 3.
  it.each([0.3, 1, 2.75, 9.5, 32.9])("are Poisson: mean %f", (mean) => {
    const draws = 200_000;
    const out = new Float64Array(draws);
    twin.fillPoissonOf(stream(2), mean / 4, new Float64Array(draws).fill(4), out);
    const seen = new Float64Array(200);
    for (const count of out) seen[count] += 1;
    let [probability, rest, restSeen, statistic, cells] = [Math.exp(-mean), draws, draws, 0, -1];
    for (let k = 0; k < 200; ++k) {
      const expected = draws * probability;
      probability *= mean / (k + 1);
      if (expected < 10) continue;
      statistic += (seen[k] - expected) ** 2 / expected;
      rest -= expected;
      restSeen -= seen[k];
      cells += 1;
    }
    if (rest > 5) {
      statistic += (restSeen - rest) ** 2 / rest;
      cells += 1;
    }
    expect(statistic).toBeLessThan(cells + 3.29 * Math.sqrt(2 * cells) + 3);
  });
});

describe("multinomial counts by Poisson ones", () => {
  it("have the same bits on both backends, and none of a weight of 0", () => {
    for (const size of [1, 15, 16, 17, 5003]) {
      const weights = Float64Array.from({ length: size }, (_, i) => (i % 3 === 1 ? 0 : 1 / (i + 0.7)));
      const counts = [twin, wasm].map((kernels) => {
        const out = new Float64Array(size);
        const from = stream(5);
        for (const n of [64, 1e4, 1e6]) kernels.multinomialOf(from, n, weights, out);
        return [...out, ...from.bytes];
      });
      expect(counts[1]).toEqual(counts[0]);
      expect(counts[0].slice(0, size).reduce((a, b) => a + b)).toBe(1e6);
      expect(counts[0].slice(0, size).filter((count, i) => i % 3 === 1 && count > 0)).toEqual([]);
    }
  });

  const weights = Float64Array.from({ length: 40 }, (_, i) => 1 / (i + 1.5));
  const total = weights.reduce((a, b) => a + b);
  const n = 400;

  it("sum to n, and have its means and covariances", () => {
    const counts = new Float64Array(40);
    const runs = 40_000;
    const from = stream(3);
    const all: [number, number, number][] = [];
    for (let i = 0; i < runs; ++i) {
      drawCounts(twin, from, n, weights, counts);
      expect(counts.reduce((a, b) => a + b)).toBe(n);
      const [a, b] = [counts[0] - (n * weights[0]) / total, counts[30] - (n * weights[30]) / total];
      all.push([a, b * b, a * b]);
    }
    const [p, q] = [weights[0] / total, weights[30] / total];
    [0, n * q * (1 - q), -n * p * q].forEach((expected, which) => {
      const values = all.map((row) => row[which]);
      const mean = values.reduce((a, b) => a + b) / runs;
      const error = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0)) / runs;
      // Two-sided at alpha = 0.001 for each of three.
      expect(Math.abs(mean - expected) / error).toBeLessThan(3.29);
    });
  });

  it.each([false, true])(
    "each data point real with a chance: the same law as two batches; by Poisson: %s",
    (byPoisson) => {
      const plan: CategoricalPlan = {
        ...{ kind: "categorical", samples: n, weights, byPoisson, bySamples: false, splitting: false },
        ...{ mask: 1, watched: 1 },
      };
      const family = categorical(plan, twin);
      const [truth, fitted] = [family.parameters(), family.parameters()];
      const [tally, spare] = [family.statistic(), family.statistic()];
      const from = stream(4);
      family.draw(from, truth, n, tally);
      family.fit(tally, fitted);
      const phat = tally.counts.map((count) => count / n);
      const runs = 20_000;
      const rows: number[][] = [];
      for (let i = 0; i < runs; ++i) {
        family.drawMixed?.(from, truth, 0.3, fitted, n, tally, spare);
        rows.push([tally.counts[0], tally.counts[20]]);
      }
      [0, 20].forEach((symbol, which) => {
        const p = (0.3 * weights[symbol]) / total + 0.7 * phat[symbol];
        const values = rows.map((row) => row[which] - n * p);
        const mean = values.reduce((a, b) => a + b) / runs;
        const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / runs;
        expect(Math.abs(mean) / Math.sqrt(variance / runs)).toBeLessThan(3.29);
        const gap = weights[symbol] / total - phat[symbol];
        const expected = byPoisson ? n * p + n * 0.3 * 0.7 * gap * gap : n * p * (1 - p);
        // A variance of counts so close to normal has the relative error sqrt(2 / runs), and as much again at most.
        expect(Math.abs(variance / expected - 1) / Math.sqrt(2.2 / runs)).toBeLessThan(3.29);
      });
    },
  );

  it("a fit that has no weight leaves no symbol behind", () => {
    const plan: CategoricalPlan = {
      ...{ kind: "categorical", samples: n, weights, byPoisson: false, bySamples: false, splitting: false },
      ...{ mask: 1, watched: 1 },
    };
    const family = categorical(plan, twin);
    const fits = [3, 5].map((many) => {
      const [fitted, tally] = [family.parameters(), family.statistic()];
      family.draw(stream(many), family.parameters(), many, tally);
      family.fit(tally, fitted);
      return fitted;
    });
    const symbolsOf = ({ symbols, living }: (typeof fits)[number]) => [...symbols.subarray(0, living)].sort();
    const [real, fitted] = fits;
    const all = family.parameters();
    family.copy(all, fitted);
    family.average(real, 0.5, all);
    expect(symbolsOf(all)).toEqual([...new Set([...symbolsOf(real), ...symbolsOf(fitted)])].sort());
    expect(all.total).toBeCloseTo(1, 12);
    const own = symbolsOf(fitted);
    family.average(real, 0, fitted);
    expect(symbolsOf(fitted)).toEqual(own);
    family.average(real, 1, fitted);
    expect(symbolsOf(fitted)).toEqual(symbolsOf(real));
  });

  it.each(regimesOf(150))("a categorical model has the same bits on both backends: %s", (_, regime) => {
    const wide = Float64Array.from({ length: 900 }, (_, i) => (i % 5 === 3 ? 0 : 1 / (i + 2.7)));
    for (const samples of [300, 20_000])
      for (const byPoisson of [false, true])
        for (const bySamples of [false, true]) {
          if (bySamples && samples > 300) continue;
          const plan: CategoricalPlan = {
            ...{ kind: "categorical", weights: wide, splitting: false, mask: 15, watched: 15 },
            ...{ samples, byPoisson, bySamples, regime },
          };
          const rows = run(twin, plan, 6, 2);
          expect(run(wasm, plan, 6, 2, 3)).toEqual(rows);
          expect(rows.flat(2).every(Number.isFinite)).toBe(true);
        }
  });
});
