import { describe, expect, it } from "vitest";
import { experiments } from "../../src/paper/index.ts";
import { checkExperiment } from "../../src/simulate/experiment.ts";

describe("the paper's experiments", () => {
  it("have names of their own, fit for a file and an anchor", () => {
    const names = experiments.flatMap((one) =>
      one.kind === "lifetimes" ? [one.name, one.vocabulary.name] : [one.name],
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  it("are sound, with ten times the paper's trajectories at least", () => {
    for (const one of experiments) {
      expect(one.caption.length, one.name).toBeGreaterThan(80);
      expect(one.trajectories).toBeGreaterThanOrEqual(100);
      if (!("model" in one) || one.model === undefined) continue;
      const survival = one.kind === "survival" ? [one.event] : [];
      const { model, generations, trajectories } = one;
      expect(() => checkExperiment({ model, generations, trajectories, survival, seed: 1 })).not.toThrow();
    }
  });

  it("are those of the figures", () => {
    const models = experiments.map((one) => ("model" in one ? one.model : undefined));
    const has = (part: object) => expect(models).toContainEqual(expect.objectContaining(part));
    has({ name: "gaussian", samples: 10, estimator: "unbiased" });
    has({ name: "gaussian", samples: 100 });
    has({ name: "bernoulli", p: 0.2, samples: 100 });
    has({ name: "bernoulli", p: 0.001, samples: 10_000 });
    has({ name: "bernoulli", p: 0.01, samples: 100 });
    has({ name: "poisson", rate: 1, samples: 10 });
    has({ name: "poisson", rate: 10, samples: 10 });
    has({ zipf: { size: 1000, exponent: 1, shift: 2.7 }, samples: 1000 });
    has({ zipf: { size: 1000, exponent: 2, shift: 5 }, samples: 1000 });
  });
});
