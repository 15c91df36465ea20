import { describe, expect, it } from "vitest";
import { addPresence, countPresence, emptyPresence } from "../../src/chunks/presence.ts";
import { comesBack } from "../../src/experiment/coming-back.ts";
import type { Regime } from "../../src/experiment/regime.ts";
import { categorical, type Experiment, gaussian, type Run, simulate, theory } from "../../src/index.ts";
import { message } from "../message.ts";

const FRESH = { name: "fresh", realShare: 0.1 } as const;
const model = categorical({ counts: [1, 1, 1, 2, 2, 5, 20] });
const experiment = { model, regime: FRESH, generations: 60, trajectories: 40, seed: 1 } satisfies Experiment;
const presence = (run: Run) => run.toJSON().presence;

describe("presence", () => {
  it("is what the generations of a trajectory say", async () => {
    // Its observables tell how many symbols there are; the counted generations are 30, …, 59.
    const run = await simulate({ ...experiment, trajectories: 1 });
    const unique = run.observable("unique").mean;
    const { from, to, groups = [] } = run.presence() ?? {};
    expect([from, to]).toEqual([30, 59]);
    const sum = (of: (g: (typeof groups)[number]) => number) => groups.reduce((all, g) => all + of(g), 0);
    const absent = unique.subarray(30, 60).reduce((all, left) => all + 7 - left, 0);
    expect(sum((g) => g.absent.value * 30 * g.symbols)).toBeCloseTo(absent, 9);
    expect(sum((g) => g.open)).toBe(7 - unique[60]);
    // What is lost, less what comes back, is the difference of the two ends.
    const there = (g: (typeof groups)[number]) => (1 - g.absent.value) * 30 * g.symbols;
    const lost = sum((g) => (g.meanPresence.value > 0 ? there(g) / g.meanPresence.value : 0));
    expect(lost - sum((g) => g.absences)).toBeCloseTo(unique[30] - unique[60], 9);
    for (const g of groups) {
      if (g.absences > 0)
        expect(g.meanAbsence.value).toBeCloseTo((g.absent.value * 30 * g.symbols) / g.absences, 12);
    }
  });

  it("counts no generation twice, however short the run", async () => {
    const run = await simulate({ ...experiment, generations: 1 });
    const { from, to, groups = [] } = run.presence() ?? {};
    expect([from, to]).toEqual([0, 0]);
    for (const { absent, absences, meanAbsence } of groups) {
      expect([absent.value, absences, meanAbsence.value]).toEqual([0, 0, Number.NaN]);
    }
    expect(groups.some(({ open }) => open > 0)).toBe(true);
    expect(groups.find(({ open }) => open > 0)?.meanPresence.value).toBeGreaterThanOrEqual(1);
  });

  it("is the same on both backends, with one worker and with two, and in chunks of any size", async () => {
    const runs = await Promise.all([
      simulate(experiment),
      simulate(experiment, { backend: "typescript" }),
      simulate(experiment, { chunk: 7 }),
      simulate(experiment, { workers: 2, chunk: 3 }),
    ]);
    const [first, ...others] = runs.map((run) => JSON.stringify(presence(run)));
    expect(JSON.parse(first).groups).toHaveLength(4);
    for (const other of others) expect(other).toBe(first);
  });

  it("adds up in any order", () => {
    const groupOf = Int32Array.of(0, 1, 1, -1);
    const one = (a: number) => ({
      absent: Uint32Array.of(a, 2, 3, 9),
      ended: Uint32Array.of(1, a, 1, 9),
      lost: Uint32Array.of(a, 1, 2, 9),
      open: Uint8Array.of(0, 1, 1, 1),
    });
    const counted = (...list: number[]) => {
      const tally = emptyPresence(2);
      for (const a of list) countPresence(tally, groupOf, one(a));
      return tally;
    };
    const all = counted(4, 7, 11);
    const merged = counted(11);
    addPresence(merged, counted(7, 4));
    expect(merged).toEqual(all);
    expect([...all.sums.absent]).toEqual([22, 15]);
    expect([...all.sums.open]).toEqual([0, 6]);
    expect(all.squares.absentAndEnded.low[0]).toBe(5 ** 2 + 8 ** 2 + 12 ** 2);
  });

  it("has the law of its regime beside it, exactly where that is known", async () => {
    const run = await simulate(experiment);
    const { law, groups = [] } = run.presence() ?? {};
    expect(law).toEqual({ name: "exact chain", side: "exact" });
    expect(groups[0].theory).toEqual(
      theory.regimes.comingAndGoing({ regime: FRESH, samples: 32, p: 20 / 32 }),
    );
    const poisson = categorical({ counts: [1, 5, 20], sampling: "poisson" });
    const other = (await simulate({ ...experiment, model: poisson })).presence();
    expect(other?.law).toEqual({ name: "vocabulary law", side: "exact" });
    const known = theory.regimes.comingAndGoingPoisson({ regime: FRESH, samples: 26, count: 5 });
    expect(other?.groups[1].theory?.absent).toBeCloseTo(known.absent, 12);
  });

  it("has no law where generations grow, or are fitted in another way", async () => {
    const growing = await simulate({ ...experiment, regime: { ...FRESH, growth: "linear" } });
    const smoothed = categorical({ counts: [1, 2, 5], estimator: "add" });
    for (const run of [growing, await simulate({ ...experiment, model: smoothed })]) {
      const { law, groups = [] } = run.presence() ?? {};
      expect([law, groups[0].theory]).toEqual([null, null]);
    }
  });

  it("is there where nothing is lost for good, and null elsewhere", async () => {
    const regimes: Regime[] = [
      { name: "replace" },
      { name: "accumulate" },
      { name: "accumulate-subsample" },
      { name: "fixed", realSamples: 3 },
      { name: "weighted", realSamples: 3, weight: 0 },
      { name: "weighted", realSamples: 3, weight: 0.5 },
      { name: "fresh", realSamples: 3 },
      FRESH,
    ];
    for (const regime of regimes) {
      const none = theory.regimes.permanentLoss({ regime: regime as theory.regimes.RegimeLaw, samples: 32 });
      expect(comesBack(regime)).toBe(none === "none");
      const run = await simulate({ ...experiment, regime, generations: 4, trajectories: 2 });
      expect(run.presence() !== null).toBe(none === "none");
      expect(presence(run) === null).toBe(none !== "none");
    }
    const numbers = await simulate({
      model: gaussian({ samples: 5 }),
      generations: 2,
      trajectories: 2,
      seed: 1,
    });
    expect(message(() => numbers.presence())).toBe('invalid model: "gaussian" (categorical)');
    expect(presence(numbers)).toBeUndefined();
  });
});
