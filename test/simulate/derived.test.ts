import { describe, expect, it } from "vitest";
import type { Regime } from "../../src/experiment/regime.ts";
import { bernoulli, categorical, gaussian, type Model, mixture, poisson, simulate } from "../../src/index.ts";
import { definitionOf, observablesOf } from "../../src/models/model.ts";

const models: Model[] = [
  bernoulli({ p: 0.3, samples: 40 }),
  poisson({ rate: 2, samples: 30 }),
  gaussian({ mean: 1, std: 2, samples: 20 }),
  mixture({ samples: 20, estimator: "approximate-ml" }),
  categorical({ counts: [12, 5, 3, 1, 0, 1, 8] }),
  categorical({ counts: [2, 1], sampling: "poisson" }),
];
const regimes: Regime[] = [
  { name: "replace" },
  { name: "accumulate" },
  { name: "accumulate", realSamples: 2 },
  { name: "replace", growth: "linear" },
  { name: "accumulate-subsample" },
  { name: "fresh", realShare: 0.3 },
  { name: "fixed", realSamples: 2 },
  { name: "weighted", realSamples: 2, weight: 0.4 },
];
const setups = models.flatMap((model) => regimes.map((regime) => ({ model, regime })));

describe.each(setups)("%j", ({ model, regime }) => {
  const { observables, derived = [] } = definitionOf(model);
  const event = `${derived[0]}<0.01`;
  const base = { model, regime, generations: 9, trajectories: 7, seed: 3, record: "every:2" };

  it("has the same bits on both backends, in any chunks, and leaves the others alone", async () => {
    const all = { ...base, observables: observablesOf(definitionOf(model)), survival: [event] };
    const [one, ...others] = await Promise.all([
      simulate(all),
      simulate(all, { backend: "typescript" }),
      simulate(all, { chunk: 2 }),
    ]);
    const shown = ({ provenance: _, ...rest }: ReturnType<typeof one.toJSON>) => rest;
    for (const other of others) expect(shown(other.toJSON())).toEqual(shown(one.toJSON()));
    const natural = await simulate({ ...base, observables: [...observables] });
    for (const name of observables) {
      expect(natural.observable(name).trajectory(3)).toEqual(one.observable(name).trajectory(3));
    }
    const alone = await simulate({ ...base, observables: derived.slice(-1) });
    const last = derived[derived.length - 1];
    expect(alone.observable(last).trajectory(3)).toEqual(one.observable(last).trajectory(3));
  });

  it("watches events at every generation", async () => {
    const every = await simulate({ ...base, record: "all", observables: [derived[0]] });
    const watched = await simulate({ ...base, observables: [], survival: [event] });
    const failed = Array.from({ length: 7 }, (_, t) => {
      const at = every
        .observable(derived[0])
        .trajectory(t)
        .findIndex((x) => !(x < 0.01));
      return at < 0 ? 9 : at;
    });
    expect(watched.timeTo(event).mean).toBeCloseTo(failed.reduce((a, b) => a + b) / 7, 12);
  });
});

/** Standard errors between what was measured and what theory says; the worst of some hundred: 1 in 10^5 is beyond. */
const LIMIT = 5;

describe.each(setups.filter(({ model }) => model.name !== "mixture"))("laws: %j", ({ model, regime }) => {
  it("are where 2,000 trajectories are", async () => {
    const { derived = [] } = definitionOf(model);
    const run = await simulate({
      model,
      regime,
      generations: 6,
      trajectories: 2000,
      seed: 5,
      observables: derived,
    });
    let laws = 0;
    for (const name of derived) {
      const { mean, standardError, theory } = run.observable(name);
      for (const { side, values } of theory) {
        if (side !== "exact") continue;
        laws += 1;
        expect(values[0], name).toBeCloseTo(mean[0], 12);
        for (let i = 1; i < values.length; ++i) {
          expect(Math.abs(mean[i] - values[i]), name).toBeLessThan(LIMIT * standardError[i] + 1e-12);
        }
      }
    }
    if (!("sampling" in model && model.sampling === "poisson")) expect(laws).toBeGreaterThan(0);
  });
});

describe("reference numbers", () => {
  it("a Gaussian's mass beyond four standard deviations: n = 10, k = 5, of another simulation", async () => {
    const measured = await Promise.all(
      (["ml", "unbiased"] as const).map(async (estimator) => {
        const model = gaussian({ samples: 10, estimator });
        const asked = { model, generations: 5, trajectories: 50_000, seed: 1, record: "every:5" };
        const { mean, standardError } = (
          await simulate({ ...asked, observables: ["hallucinated"] })
        ).observable("hallucinated");
        expect(mean[0]).toBeCloseTo(6.334248366623996e-5, 16);
        return [mean[1], standardError[1]];
      }),
    );
    const known = [
      [0.002971, 26e-6],
      [0.008856, 50e-6],
    ];
    known.forEach(([value, error], i) => {
      const [mean, own] = measured[i];
      expect(Math.abs(mean - value) / Math.hypot(own, error)).toBeLessThan(3.5);
    });
  });

  it("a mixture's overlap: approximate ML, n = 100, mean 2, of another simulation", async () => {
    const model = mixture({ mean: 2, samples: 100, estimator: "approximate-ml" });
    const asked = { model, generations: 10, trajectories: 2000, seed: 1, record: "all" };
    const { mean, standardError } = (await simulate({ ...asked, observables: ["overlap"] })).observable(
      "overlap",
    );
    expect(mean[0]).toBeCloseTo(0.02275013194817921, 14);
    for (const [k, value] of [
      [1, 0.018619],
      [10, 0.005992],
    ]) {
      expect(Math.abs(mean[k] - value) / Math.hypot(standardError[k], 5e-5)).toBeLessThan(3.5);
    }
  });
});

describe("laws of a model's own observables", () => {
  it.each([
    [bernoulli({ p: 0.3, samples: 20 }), "l2>0"],
    [bernoulli({ p: 0.3, samples: 20 }), "variance!=0"],
    [poisson({ rate: 2, samples: 20 }), "l2>0"],
    [gaussian({ samples: 20 }), "variance>0.1"],
    [gaussian({ samples: 20 }), "kl>0.1"],
  ] as [Model, string][])("do not speak of derived ones: %j %s", async (model, event) => {
    for (const regime of regimes) {
      const run = await simulate({
        model,
        regime,
        generations: 3,
        trajectories: 2,
        seed: 1,
        survival: [event],
      });
      expect(run.survival(event).theory).toEqual([]);
      expect(run.timeTo(event).theory).toEqual([]);
    }
  });
});

describe("names", () => {
  it("are those of the model", async () => {
    const model = bernoulli({ p: 0.5, samples: 5 });
    const rest = { generations: 1, trajectories: 1 };
    await expect(simulate({ model, ...rest, observables: ["w2" as "p"] })).rejects.toThrow(
      "one of p, l2, kl, variance",
    );
    await expect(simulate({ model, ...rest, survival: ["w2>1" as "p>1"] })).rejects.toThrow(
      "p, l2, kl, variance",
    );
  });
});
