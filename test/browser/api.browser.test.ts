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

  it("errors name the option", async () => {
    const script = `
      const model = lethe.gaussian({ samples: 3 });
      const bad = { model, generations: 1, trajectories: 0 };
      return lethe.simulate(bad).catch((error) => [error instanceof lethe.InputError, error.message]);`;
    const { answer } = await ask(script, { inWorker });
    expect(answer).toEqual([true, "invalid trajectories: 0 (an integer from 1 to 2^53-1)"]);
  });
});
