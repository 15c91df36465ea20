import { describe, expect, it } from "vitest";
import {
  categorical,
  custom,
  type Experiment,
  empirical,
  gaussian,
  kde,
  mixture,
  multivariate,
  ngram,
  regression,
  simulate,
} from "../../src/index.ts";
import { definitionObservables } from "../../src/simulate/definitions.ts";
import { meansOver, pairedTest } from "../../src/simulate/paired-test.ts";

async function verdicts(experiment: Experiment): Promise<string[]> {
  const observables = definitionObservables(experiment.model.name);
  const run = await simulate({ ...experiment, observables });
  return run.definitions().map(({ verdict }) => verdict);
}

const [Y, N, U, X] = ["yes", "no", "not decided", "not for this model"];
const base = { trajectories: 400, seed: 1 };

describe("the eight definitions", () => {
  it("a Gaussian, replaced: the risk diverges; half of the variance is still there after n / 2 generations", async () => {
    const model = gaussian({ samples: 100 });
    expect(await verdicts({ ...base, model, generations: 50 })).toEqual([Y, Y, Y, U, N, X, X, Y]);
    expect((await verdicts({ ...base, model, generations: 300 }))[4]).toBe(Y);
  });

  it("a Gaussian, accumulated: it rises, and has a bound", async () => {
    const model = gaussian({ samples: 100 });
    const regime = "accumulate";
    expect(await verdicts({ ...base, model, regime, generations: 50 })).toEqual([N, Y, N, U, N, X, X, Y]);
  });

  it("a categorical model, replaced and accumulated: only the first loses tails for ever", async () => {
    const model = categorical({ zipf: { size: 100, exponent: 1 }, samples: 100 });
    expect(await verdicts({ ...base, model, generations: 300 })).toEqual([N, Y, N, U, Y, X, Y, N]);
    const regime = "accumulate";
    expect(await verdicts({ ...base, model, regime, generations: 30 })).toEqual([N, Y, N, U, N, X, N, N]);
  });

  it("a mixture: its components part, as sigma goes to 0 first", async () => {
    const model = mixture({ mean: 2, samples: 100, estimator: "approximate-ml" });
    expect(await verdicts({ ...base, model, generations: 10 })).toEqual([X, X, X, X, N, N, X, X]);
  });

  it("several dimensions, coefficients and densities: risks rise, and only some have no bound", async () => {
    const generations = 40;
    const clouds = multivariate({ dimension: 3, samples: 100 });
    expect(await verdicts({ ...base, model: clouds, generations })).toEqual([Y, Y, Y, U, N, X, X, X]);
    // Of so few points no fit has a divergence.
    const flat = multivariate({ dimension: 3, samples: 3 });
    expect((await verdicts({ ...base, model: flat, generations })).slice(0, 5)).toEqual([U, U, U, U, Y]);
    const line = regression({ dimension: 3, samples: 30 });
    expect(await verdicts({ ...base, model: line, generations })).toEqual([Y, Y, Y, U, X, X, X, X]);
    const points = kde({ samples: 20, bandwidth: 0.1 });
    expect(await verdicts({ ...base, model: points, generations })).toEqual([N, Y, N, U, Y, X, X, X]);
    const law = empirical({ samples: 20 });
    expect(await verdicts({ ...base, model: law, generations })).toEqual([Y, Y, N, U, Y, X, X, X]);
    const none = kde({ samples: 5, points: [1, 2] });
    expect((await verdicts({ ...base, model: none, generations })).slice(0, 3)).toEqual([U, U, N]);
  });

  it("models without such observables", async () => {
    const text = ngram({ tokens: ["a", "b", "a"], order: 1 });
    const own = custom({
      name: "toString",
      observables: ["x"],
      start: () => 0,
      generation: (x: number) => x,
      observe: (x: number) => ({ x }),
    });
    for (const model of [text, own]) {
      const run = await simulate({ ...base, model, generations: 2, trajectories: 2 } as Experiment);
      expect(run.definitions().map(({ verdict }) => verdict)).toEqual(Array(8).fill(X));
    }
  });

  it("says what is missing", async () => {
    const model = gaussian({ samples: 10 });
    const none = await simulate({ ...base, model, generations: 4 });
    expect(none.definitions()[0]).toMatchObject({ verdict: U, note: "klForward was not recorded" });
    const thin = await simulate({
      ...base,
      model,
      generations: 4,
      record: "every:2",
      observables: ["klForward"],
    });
    expect(thin.definitions()[0]).toMatchObject({ verdict: U, note: "generation 1 was not recorded" });
    const one = await simulate({
      ...base,
      model,
      generations: 4,
      trajectories: 1,
      observables: ["klForward"],
    });
    expect(one.definitions()[0]).toMatchObject({ verdict: U, z: null });
  });
});

describe("the test of an excess", () => {
  it("is one-sided either way, at alpha = 0.01", () => {
    // Mean m, standard error 1 / sqrt(99): z = m sqrt(99).
    const around = (mean: number) => Float64Array.from({ length: 100 }, (_, i) => mean + (i % 2 ? 1 : -1));
    expect(pairedTest(around(0.234)).z).toBeCloseTo(0.234 * Math.sqrt(99), 12);
    const verdict = (mean: number) => pairedTest(around(mean)).verdict;
    expect([0.234, 0.233, -0.233, -0.234].map(verdict)).toEqual([Y, U, U, N]);
  });

  it("takes what is equal in all trajectories as certain, and infinite risk as risen", () => {
    expect(pairedTest(Float64Array.of(0, 0, 0))).toEqual({ z: null, verdict: N });
    expect(pairedTest(Float64Array.of(2, 2))).toEqual({ z: null, verdict: Y });
    expect(pairedTest(Float64Array.of(1, Number.POSITIVE_INFINITY))).toEqual({ z: null, verdict: Y });
    expect(pairedTest(Float64Array.of(1, Number.NaN))).toEqual({ z: null, verdict: U });
    expect(meansOver(Float64Array.of(0.1, 0.1, 0.1))).toEqual({ mean: 0.1, standardError: 0 });
  });
});
