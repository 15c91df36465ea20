// The library in a page, and in a worker that the page starts, gives the bits of Node.
import { describe, expect, it } from "vitest";
import { digests } from "../../engines/experiments.mjs";
import * as lethe from "../../src/index.ts";
import { ask, browser } from "./page.ts";
import { longRun } from "./work.mjs";

const expected = browser && (await Promise.all([digests(lethe), longRun(lethe)]));

describe.skipIf(!browser).each([
  ["a page", false],
  ["a worker of the page", true],
])("in %s", (_, inWorker) => {
  it("every sampler and every model, with the kernels and with their twin", async () => {
    const { answer, complaints } = await ask("return digests(lethe);", { inWorker });
    expect(answer).toEqual(expected![0]);
    expect(complaints).toEqual([]);
  });

  it("whatever the number of workers", async () => {
    const script = `
      const runs = [];
      for (const workers of [1, 2, 3]) {
        const before = { ...count };
        const run = await longRun(lethe, { workers });
        runs.push({ ...run, started: count.started - before.started, helped: count.chunks > before.chunks });
      }
      return runs;`;
    const { answer, complaints } = await ask(script, { inWorker });
    expect(answer).toEqual([
      { ...expected![1], started: 0, helped: false },
      { ...expected![1], started: 2, helped: true },
      { ...expected![1], started: 3, helped: true },
    ]);
    expect(complaints).toEqual([]);
  });

  it("a model from a module, which workers load themselves", async () => {
    const script = `
      const model = await lethe.moduleModel(new URL("/coin.mjs", location.href), { p: 0.5, samples: 3000 });
      const experiment = { model, generations: 200, trajectories: 300, seed: 1 };
      const before = count.chunks;
      const run = await lethe.simulate(experiment, { workers: 2 });
      return { mean: [...run.observable("p").mean], helped: count.chunks > before, ...run.provenance.model };`;
    const { answer, complaints } = await ask(script, { inWorker });
    const url = new URL("../../examples/custom/bernoulli.mjs", import.meta.url);
    const model = await lethe.moduleModel(url, { p: 0.5, samples: 3000 });
    const run = await lethe.simulate({ model, generations: 200, trajectories: 300, seed: 1 });
    expect(answer).toEqual({ mean: [...run.observable("p").mean], helped: true, ...run.provenance.model });
    expect(complaints).toEqual([]);
  });

  it("errors name the option", async () => {
    const script = `
      const model = lethe.gaussian({ samples: 3 });
      const bad = { model, generations: 1, trajectories: 0 };
      return lethe.simulate(bad).catch((error) => [error instanceof lethe.InputError, error.message]);`;
    const { answer } = await ask(script, { inWorker });
    expect(answer).toEqual([true, "invalid trajectories: 0 (an integer from 1 to 2^53-1)"]);
  });
});
