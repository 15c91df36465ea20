// Names of events and observables are checked twice: by TypeScript, where the model is a certain one, which `npm run
// check` shows here, and when they are used.
import { describe, expect, it } from "vitest";
import { bernoulli, type Experiment, type GaussianModel, gaussian, simulate } from "../../src/index.ts";

const sizes = { generations: 2, trajectories: 2, seed: 1 };
const model = gaussian({ samples: 10 });

describe("names that a model does not have", () => {
  it("are refused in events", async () => {
    // @ts-expect-error: sdt is misspelt
    const run = simulate({ ...sizes, model, survival: ["sdt>0.1"] });
    await expect(run).rejects.toThrow(
      'invalid survival[0]: "sdt>0.1" (an event on one of mean, std, logStd, variance, l2, kl, klForward, w2, hallucinated)',
    );
    // @ts-expect-error: p is of another model
    await expect(simulate({ ...sizes, model, survival: ["p!=0"] })).rejects.toThrow("invalid survival[0]");
    // @ts-expect-error: no operator
    await expect(simulate({ ...sizes, model, survival: ["std=1"] })).rejects.toThrow("invalid survival[0]");
  });

  it("are refused among observables", async () => {
    // @ts-expect-error: p is of another model
    const run = simulate({ ...sizes, model, observables: ["p"] });
    await expect(run).rejects.toThrow(
      'invalid observables[0]: "p" (one of mean, std, logStd, variance, l2, kl, klForward, w2, hallucinated)',
    );
  });

  it("are refused in an experiment of a certain model", () => {
    // @ts-expect-error: sdt is misspelt
    const experiment: Experiment<GaussianModel> = { ...sizes, model, survival: ["sdt>0.1"] };
    expect(experiment.model).toBe(model);
  });
});

describe("names that a model has", () => {
  it("are taken, with spaces or without", async () => {
    const survival = ["std>0.1", "mean != 1,2", "logStd<=-1e3"] as const;
    const run = await simulate({ ...sizes, model, survival, observables: ["logStd"] });
    expect(run.experiment.survival).toEqual(["std>0.1", "mean!=1,2", "logStd<=-1e3"]);
  });

  it("may be of either model", async () => {
    const either = [model, bernoulli({ p: 0.5, samples: 9 })][sizes.seed];
    await simulate({ ...sizes, model: either, survival: ["p!=0"] });
    // @ts-expect-error: rate is of neither
    await expect(simulate({ ...sizes, model: either, survival: ["rate>1"] })).rejects.toThrow(
      "invalid survival",
    );
  });

  it("may be put together, in an experiment of any model", async () => {
    const survival: string[] = [1, 2].map((x) => `std>${x / 10}`);
    // @ts-expect-error: TypeScript does not know what is in them
    await simulate({ ...sizes, model, survival });
    const experiment: Experiment = { ...sizes, model, survival };
    expect((await simulate(experiment)).experiment.survival).toEqual(survival);
    const read = JSON.parse(JSON.stringify(experiment)) as Experiment;
    expect((await simulate(read)).experiment.survival).toEqual(survival);
  });
});
