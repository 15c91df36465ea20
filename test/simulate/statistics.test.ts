import { describe, expect, it } from "vitest";
import { recordedGenerations } from "../../src/experiment/recording.ts";
import { bernoulli, categorical, type Experiment, gaussian, poisson, simulate } from "../../src/index.ts";
import { holdsFor } from "../../src/kernels/tiles.ts";
import { parseEvent } from "../../src/models/event.ts";
import { risingTimes, TimeTo } from "../../src/simulate/time-to.ts";

describe("time to an event", () => {
  it("is Kaplan–Meier with everything censored at the last generation", () => {
    const time = new TimeTo(
      risingTimes(
        new Map([
          [2, 3],
          [1, 1],
          [5, 2],
        ]),
      ),
      10,
      8,
    );
    expect(time.censored).toBe(4);
    expect([1, 2, 4, 5, 8].map((k) => time.survival(k))).toEqual([0.9, 0.6, 0.6, 0.4, 0.4]);
    expect([0.1, 0.1001, 0.4, 0.5, 0.6, 0.61].map((q) => time.quantile(q))).toEqual([1, 2, 2, 5, 5, null]);
    expect(time.median).toBe(5);
    const sample = [1, 2, 2, 2, 5, 5, 8, 8, 8, 8];
    const mean = sample.reduce((a, b) => a + b) / 10;
    const sd = Math.sqrt(sample.reduce((a, b) => a + (b - mean) ** 2, 0) / 9);
    expect(time.mean).toBeCloseTo(mean, 12);
    expect(time.standardError).toBeCloseTo(sd / Math.sqrt(10), 12);
  });

  it("knows when nothing happened, and when all did at once", () => {
    expect(new TimeTo(risingTimes(new Map()), 3, 7)).toMatchObject({
      censored: 3,
      median: null,
      mean: 7,
      standardError: 0,
    });
    expect(new TimeTo(risingTimes(new Map([[0, 3]])), 3, 7)).toMatchObject({
      censored: 0,
      median: 0,
      mean: 0,
    });
  });
});

describe("events", () => {
  const cases: [string, number[], boolean[]][] = [
    ["x>1", [0, 1, 2], [false, false, true]],
    ["x >= 1", [0, 1, 2], [false, true, true]],
    ["x<1", [0, 1, 2], [true, false, false]],
    ["x<=1e0", [0, 1, 2], [true, true, false]],
    ["x!=1", [0, 1, 2], [true, false, true]],
    ["x != 0, 1", [0, 1, 2], [false, false, true]],
    ["x>-0.5", [-1, 0, 1], [false, true, true]],
  ];
  it.each(cases)("%s", (text, inputs, expected) => {
    const { operator, values } = parseEvent(text, ["x"], "survival");
    expect(inputs.map((x) => holdsFor({ operator, values }, x))).toEqual(expected);
  });
});

describe("recorded generations", () => {
  it("are all of them, or a thinned set that keeps the first and the last", () => {
    expect(recordedGenerations(undefined, 4)).toEqual([0, 1, 2, 3, 4]);
    expect(recordedGenerations("every:3", 10)).toEqual([0, 3, 6, 9, 10]);
    expect(recordedGenerations("every:100", 10)).toEqual([0, 10]);
    expect(recordedGenerations("log:2", 100)).toEqual([0, 1, 3, 10, 32, 100]);
    expect(recordedGenerations("log:5", 1)).toEqual([0, 1]);
    for (const last of [1000, 1001, 12345, 2147483647]) {
      const kept = recordedGenerations(undefined, last);
      expect(kept[0]).toBe(0);
      expect(kept.at(-1)).toBe(last);
      expect(kept.length).toBeLessThanOrEqual(1001);
      expect(kept.every((k, i) => i === 0 || k > kept[i - 1])).toBe(true);
    }
  });
});

describe("simulate", () => {
  it("statistics agree with the trajectories themselves", async () => {
    const model = gaussian({ samples: 6, mean: 3 });
    const run = await simulate({ model, generations: 9, trajectories: 40, seed: 8, survival: ["std>0.9"] });
    const std = run.observable("std");
    const rows = Array.from({ length: 40 }, (_, i) => std.trajectory(i));
    for (const k of [0, 1, 9]) {
      const column = rows.map((row) => row[k]).sort((a, b) => a - b);
      const mean = column.reduce((a, b) => a + b) / 40;
      const sd = Math.sqrt(column.reduce((a, b) => a + (b - mean) ** 2, 0) / 39);
      expect(std.mean[k]).toBeCloseTo(mean, 13);
      expect(std.sd[k]).toBeCloseTo(sd, 13);
      expect(std.standardError[k]).toBeCloseTo(sd / Math.sqrt(40), 13);
      expect(std.quantile(0.5)[k]).toBe(column[19]);
      expect(std.quantile(0)[k]).toBe(column[0]);
      expect(std.quantile(1)[k]).toBe(column[39]);
      expect(run.survival("std>0.9").probability[k]).toBe(column.filter((x) => x > 0.9).length / 40);
    }
    const failed = rows.map((row) => row.findIndex((x) => !(x > 0.9)));
    expect(run.timeTo("std>0.9").censored).toBe(failed.filter((k) => k < 0).length);
    const times = failed.filter((k) => k >= 0).sort((a, b) => a - b);
    expect(run.timeTo("std>0.9").median).toBe(times[19] ?? null);
  });

  it("survival and times are exact whatever is recorded", async () => {
    const experiment: Experiment = {
      model: bernoulli({ p: 0.3, samples: 30 }),
      generations: 100,
      trajectories: 500,
      seed: 2,
      survival: ["p!=0,1"],
    };
    const all = await simulate(experiment);
    const thin = await simulate({ ...experiment, record: "every:50" });
    expect(thin.generations).toEqual([0, 50, 100]);
    const { probability } = all.survival("p!=0,1");
    expect([...thin.survival("p!=0,1").probability]).toEqual([
      probability[0],
      probability[50],
      probability[100],
    ]);
    expect(thin.timeTo("p!=0,1")).toEqual(all.timeTo("p!=0,1"));
    expect(all.timeTo("p!=0,1").survival(37)).toBe(probability[37]); // 0 and 1 are absorbing
  });

  it("an event that fails at the start fails at generation 0", async () => {
    const run = await simulate({
      model: poisson({ rate: 0, samples: 5 }),
      generations: 3,
      trajectories: 4,
      seed: 1,
      survival: ["rate>0"],
    });
    expect(run.timeTo("rate>0")).toMatchObject({ median: 0, mean: 0, censored: 0 });
    expect([...run.survival("rate>0").probability]).toEqual([0, 0, 0, 0]);
  });

  it("a Gaussian of 10 samples goes through 100,000 generations without underflow", async () => {
    const run = await simulate({
      model: gaussian({ samples: 10 }),
      generations: 100_000,
      trajectories: 20,
      seed: 5,
      observables: ["std", "logStd"],
    });
    const { mean, standardError } = run.observable("logStd");
    // drift of ln std a generation: (digamma(9/2) - ln(9/2)) / 2; |z| < 4 has probability 6e-5 of failing by chance
    expect(
      Math.abs(mean[mean.length - 1] - 100_000 * -0.05760323519) / standardError[mean.length - 1],
    ).toBeLessThan(4);
    expect(run.observable("std").mean.at(-1)).toBe(0);
  });

  it("keeps each symbol's time to forget, pooled over symbols of equal weight", async () => {
    const counts = [50, 3, 0, 3, 1];
    const run = await simulate({
      model: categorical({ counts }),
      generations: 30,
      trajectories: 400,
      seed: 6,
    });
    const { groups, probability } = run.forgetting();
    expect(groups.map(({ weight, symbols }) => [weight, symbols])).toEqual([
      [50, 1],
      [3, 2],
      [1, 1],
    ]);
    expect(groups[1].time.observed).toBe(800);
    expect(groups[1].time.censored).toBe(800 - Math.round(400 * (probability[1] + probability[3])));
    expect(probability[2]).toBe(0);
    const left = run.observable("unique").mean.at(-1) ?? 0;
    expect(left).toBeCloseTo(4 - probability.reduce((a, b) => a + b), 10);
  });

  it("past the budget quantiles are those of the first trajectories", async () => {
    const experiment = { model: bernoulli({ p: 0.5, samples: 9 }), generations: 100, seed: 1 };
    const run = await simulate({ ...experiment, trajectories: 170_000 });
    const kept = Math.floor(2 ** 21 / 101);
    expect(run.keptTrajectories).toBe(kept);
    const few = await simulate({ ...experiment, trajectories: kept });
    expect(few.keptTrajectories).toBe(kept);
    const [all, first] = [run.observable("p"), few.observable("p")];
    expect(all.quantile(0.4)).toEqual(first.quantile(0.4));
    expect(all.trajectory(kept - 1)).toEqual(first.trajectory(kept - 1));
    expect(() => all.trajectory(kept)).toThrow(
      `invalid trajectory: ${kept} (an integer from 0 to ${kept - 1}: the records of more are not kept)`,
    );
    expect(all.mean[100]).toBeCloseTo(0.5, 2);
    expect(run.toJSON()).toMatchObject({ keptTrajectories: kept });
  });

  it("can be stopped at once, and reports progress up to the end", async () => {
    const experiment = {
      model: gaussian({ samples: 10 }),
      generations: 2_000_000,
      trajectories: 1000,
      seed: 1,
    };
    const controller = new AbortController();
    const reason = new Error("enough");
    // A timer is heard while the run goes on, and nothing is done afterwards.
    setTimeout(() => controller.abort(reason), 50);
    const late: number[] = [];
    const onProgress = ({ done }: { done: number }) => {
      if (controller.signal.aborted) late.push(done);
    };
    await expect(simulate(experiment, { signal: controller.signal, onProgress })).rejects.toBe(reason);
    expect(late).toEqual([]);
    await expect(simulate(experiment, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);

    const seen: number[] = [];
    await simulate(
      { ...experiment, generations: 20_000, trajectories: 300 },
      { onProgress: ({ done, total }) => seen.push(done / total) },
    );
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it("two runs at once do not disturb each other", async () => {
    const experiment = {
      model: categorical({ zipf: { size: 500, exponent: 1 }, samples: 5000 }),
      generations: 200,
      trajectories: 20,
      seed: 1,
    };
    const alone = JSON.stringify(await simulate(experiment));
    const both = await Promise.all([
      simulate(experiment),
      simulate({ ...experiment, seed: 2 }),
      simulate(experiment),
    ]);
    expect(JSON.stringify(both[0])).toBe(alone);
    expect(JSON.stringify(both[2])).toBe(alone);
  });
});
