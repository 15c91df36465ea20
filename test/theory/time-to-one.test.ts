// The time until a single symbol is left, against chains of all symbols at once and of lines of descent.
import { describe, expect, it } from "vitest";
import { categorical, simulate } from "../../src/index.ts";
import { transitionRows } from "../../src/theory/binomial-row.ts";
import {
  expectedUnique,
  linesLeft,
  linesTime,
  timeToOne,
  timeToOneCdf,
  timeToOneDiffusion,
  timeToOneQuantile,
} from "../../src/theory/categorical.ts";
import { wrightFisher } from "../../src/theory/forgetting.ts";
import { expectInvalid, expectRelative } from "./expect.ts";

/** Pr(counts | shares) under multinomial sampling. */
function mass(counts: readonly number[], shares: readonly number[]): number {
  let ways = 1;
  let sum = 0;
  for (const count of counts) for (let i = 1; i <= count; ++i) ways *= ++sum / i;
  return counts.reduce((product, count, i) => product * shares[i] ** count, ways);
}

/** Pr(one of three symbols is left) at generations 0 to `last`, from the chain of all their counts. */
function jointLaw(weights: readonly number[], n: number, last: number) {
  const states: number[][] = [];
  for (let a = 0; a <= n; ++a) for (let b = 0; a + b <= n; ++b) states.push([a, b, n - a - b]);
  const total = weights.reduce((x, y) => x + y);
  const rows = states.map((from) =>
    states.map((to) =>
      mass(
        to,
        from.map((count) => count / n),
      ),
    ),
  );
  const alive = states.map((counts) => counts.filter((count) => count > 0).length);
  let law = states.map((to) =>
    mass(
      to,
      weights.map((weight) => weight / total),
    ),
  );
  const one = [0];
  const unique = [3];
  for (let k = 1; k <= last; ++k) {
    if (k > 1) law = states.map((_, j) => law.reduce((sum, p, i) => sum + p * rows[i][j], 0));
    one.push(law.reduce((sum, p, i) => (alive[i] === 1 ? sum + p : sum), 0));
    unique.push(law.reduce((sum, p, i) => sum + alive[i] * p, 0));
  }
  return { one, unique };
}

describe("the time to one symbol", () => {
  it.each([1, 2, 3, 7])("is that of the chain of all counts: 3 symbols, %i samples", (samples) => {
    const weights = [3, 2, 1];
    const last = 60 * samples;
    const { one, unique } = jointLaw(weights, samples, last);
    const generations = one.map((_, k) => k);
    const options = { weights, samples };
    const cdf = timeToOneCdf({ ...options, generations });
    const expected = expectedUnique({ ...options, generations });
    generations.forEach((k) => {
      expect(Math.abs(cdf[k] - one[k])).toBeLessThan(1e-12);
      expect(Math.abs(expected[k] - unique[k])).toBeLessThan(1e-12);
    });
    const chances = one.map((p, k) => p - (one[k - 1] ?? 0));
    const moment = (power: number) => chances.reduce((sum, p, k) => sum + p * k ** power, 0);
    const { mean, sd } = timeToOne(options);
    expectRelative(mean, moment(1), 1e-10);
    expect(Math.abs(sd ** 2 - (moment(2) - moment(1) ** 2))).toBeLessThan(1e-8);
    for (const q of [0.1, 0.5, 0.9]) {
      expect(timeToOneQuantile({ ...options, q })).toBe(one.findIndex((p) => p >= q - 1e-12));
    }
    expect(timeToOneCdf({ ...options, generation: 2 })).toBe(cdf[2]);
  });

  it("of two symbols is the time to absorption", () => {
    for (const samples of [50, 5000]) {
      const { mean, sd } = wrightFisher({ count: samples / 10, samples });
      const both = timeToOne({ weights: [1, 9], samples });
      expectRelative(both.mean, mean, 1e-7);
      expectRelative(both.sd, sd, 1e-7);
    }
  });

  it("comes near the diffusion, which is a few generations high", () => {
    for (const samples of [300, 3000, 300_000]) {
      const options = { weights: [400, 100, 3, 1], multiplicities: [1, 2, 30, 100], samples };
      const excess = timeToOneDiffusion(options) - timeToOne(options).mean;
      expect(excess).toBeGreaterThan(0);
      expect(excess).toBeLessThan(8);
    }
    expectRelative(timeToOneDiffusion({ weights: [1, 1], samples: 10 }), 20 * Math.LN2, 1e-15);
    const equal = (size: number) => ({ weights: [1], multiplicities: [size], samples: 50 });
    expectRelative(timeToOneDiffusion(equal(4)), -300 * Math.log(0.75), 1e-14);
    expectRelative(timeToOneDiffusion(equal(1e6)), 100 * (1 - 1 / 2e6), 1e-9);
  });

  it("is measured: 4,000 trajectories within 4 standard errors", async () => {
    const weights = [10, 5, 5, 2, 1, 1, 1];
    const samples = 200;
    const run = await simulate({
      model: categorical({ weights, samples }),
      generations: 12_000,
      trajectories: 4000,
      seed: 11,
      survival: ["unique>1"],
      observables: ["unique"],
      record: "log:3",
    });
    const time = run.timeTo("unique>1");
    const { mean, sd } = timeToOne({ weights, samples });
    expect(time.censored).toBe(0);
    expect(Math.abs(time.mean - mean) / time.standardError).toBeLessThan(4);
    expectRelative(time.standardError * Math.sqrt(4000), sd, 0.05);
    const unique = expectedUnique({ weights, samples, generations: run.generations });
    const { mean: measured, standardError } = run.observable("unique");
    unique.forEach((value, i) => {
      expect(Math.abs(measured[i] - value)).toBeLessThanOrEqual(4 * standardError[i] + 1e-3);
    });
  });

  it("has ends: one symbol, one sample, certainty", () => {
    expect(timeToOne({ weights: [0, 4], samples: 9 })).toEqual({ mean: 0, sd: 0 });
    expect(timeToOneCdf({ weights: [4], samples: 9, generations: [0, 3] })).toEqual(Float64Array.of(1, 1));
    expect(timeToOneQuantile({ weights: [4], samples: 9, q: 1 })).toBe(0);
    expect(timeToOneDiffusion({ weights: [4], samples: 9 })).toBe(0);
    expect(timeToOne({ weights: [4, 1], samples: 1 })).toEqual({ mean: 1, sd: 0 });
    expect(timeToOneQuantile({ weights: [4, 1], samples: 1, q: 1 })).toBe(1);
    expect(timeToOneQuantile({ weights: [4, 1], samples: 9, q: 1 })).toBe(Infinity);
    expect(timeToOneQuantile({ weights: [4, 1], samples: 9, q: 0 })).toBe(0);
    expectInvalid(
      () => timeToOneQuantile({ weights: [4, 1], samples: 9, q: 2 }),
      "invalid q: 2 (a number from 0 to 1)",
    );
    expectInvalid(
      () => timeToOne({ weights: [4, 1], samples: 0 }),
      "invalid samples: 0 (an integer from 1 to 2^53-1)",
    );
    expectInvalid(
      () => timeToOne({ weights: [4, 1], samples: 5, q: 1 } as never),
      "unknown option: q (one of weights, multiplicities, samples)",
    );
  });
});

describe("expectedUnique above 2000 samples", () => {
  it("is what the matrix gives, within 1e-7", () => {
    const generations = [0, 1, 2, 10, 60];
    const unique = expectedUnique({ weights: [7, 1], multiplicities: [1, 93], samples: 2500, generations });
    // Pr(alive after k - 1 more draws), by the count, through the whole matrix.
    const rows = [...transitionRows(2500, 1e-18), { first: 2500, mass: Float64Array.of(1) }];
    const mean = (u: Float64Array, { first, mass }: (typeof rows)[number]) =>
      mass.reduce((sum, w, j) => sum + w * u[first + j], 0);
    let alive = new Float64Array(2501).fill(1, 1);
    for (let k = 1; k <= 60; ++k) {
      const i = generations.indexOf(k);
      // Shares of 0.07 and 0.01 are the counts 175 and 25: their rows are the first draw.
      if (i >= 0) expectRelative(unique[i], mean(alive, rows[175]) + 93 * mean(alive, rows[25]), 1e-7);
      alive = Float64Array.from(rows, (row) => mean(alive, row));
    }
    expect(unique[0]).toBe(94);
  });

  it("ends at one symbol", () => {
    const options = { weights: [7, 1], multiplicities: [1, 93], samples: 1e6 };
    expectRelative(expectedUnique({ ...options, generation: 1e9 }), 1, 1e-7);
  });
});

describe("lines of descent", () => {
  it("end at the times of the coalescent: within a few per cent of the chain of common parents", () => {
    // From j lines to the number of their parents, each drawn from n; then the mean time to at most k lines.
    const n = 1000;
    const parents: number[][] = [[1]];
    for (let j = 1; j <= n; ++j) {
      const before = parents[j - 1];
      parents.push(
        Array.from({ length: j + 1 }, (_, m) =>
          m === 0 ? 0 : ((before[m] ?? 0) * m + before[m - 1] * (n - m + 1)) / n,
        ),
      );
    }
    for (const lines of [1, 2, 5, 20]) {
      const time: number[] = [];
      for (let j = 0; j <= n; ++j) {
        const stay = parents[j][j];
        const rest = time.reduce((sum, t, m) => sum + t * parents[j][m], 0);
        time.push(j <= lines ? 0 : (1 + rest) / (1 - stay));
      }
      expectRelative(linesTime({ samples: n, lines }), time[n], lines === 20 ? 0.05 : 0.02);
    }
  });

  it("are counted by the inverse", () => {
    expect(linesTime({ samples: 100, lines: 100 })).toBe(0);
    for (const lines of [1, 3, 10, 100]) {
      const generation = linesTime({ samples: 300, lines });
      expectRelative(linesLeft({ samples: 300, generation }), lines, 1e-14);
    }
    expect(linesLeft({ samples: 300, generation: 1e6 })).toBe(1);
    expectInvalid(() => linesTime({ samples: 10, lines: 11 }), "invalid lines: 11 (an integer from 1 to 10)");
    expectInvalid(
      () => linesLeft({ samples: 10, generation: -1 }),
      "invalid generation: -1 (an integer from 0 to 2^53-1)",
    );
  });
});
