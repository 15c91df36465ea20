// A run under any data regime depends on the experiment and the seed alone: kernels and twin, chunks, and whoever is
// beside a trajectory make no difference to a bit.
import { describe, expect, it } from "vitest";
import { taskOf } from "../../src/chunks/task.ts";
import { checkExperiment } from "../../src/experiment/experiment.ts";
import type { Regime } from "../../src/experiment/regime.ts";
import { chainOf } from "../../src/generations/chain.ts";
import {
  bernoulli,
  categorical,
  type Experiment,
  gaussian,
  type Model,
  poisson,
  type SimulateOptions,
  simulate,
} from "../../src/index.ts";
import { twin } from "../../src/reference/kernels.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { LAWS } from "../theory/regimes/laws.ts";

const GROWTHS = [undefined, "power:1.5", "geometric:1.1"];

const REGIMES = LAWS.flatMap((law) =>
  GROWTHS.map((growth) => ({ ...law, ...(growth && { growth }) }) as Regime),
);

const families: Record<string, (samples: number, method: "statistic" | "samples") => Model[]> = {
  bernoulli: (samples, method) => [bernoulli({ p: 0.3, samples, method })],
  poisson: (samples, method) => [poisson({ rate: 2, samples, method })],
  gaussian: (samples, method) =>
    (["ml", "unbiased"] as const).map((estimator) =>
      gaussian({ mean: 1, std: 2, samples, estimator, method }),
    ),
};

/** Every row of some trajectories of an experiment, as one run of its chain writes them. */
function rowsOf(
  experiment: Experiment,
  kernels: typeof twin,
  first: number,
  blocks: number[],
): Float64Array[] {
  const { plan, seed } = taskOf(checkExperiment(experiment), kernels.backend);
  const chain = chainOf(plan, seed, kernels);
  chain.start(first, 1);
  const rows = blocks.map((block) => chain.advance(block, new Uint8Array(chain.reach).fill(1)).slice());
  chain.free?.();
  return rows;
}

/** Millions of bits: `toEqual` alone would take most of the time. */
const bitsOf = (rows: Float64Array[]): string =>
  rows.map((row) => Buffer.from(row.buffer).toString("base64")).join(" ");

describe("Wasm = twin", () => {
  const wasm = wasmKernels();
  const cases = Object.keys(families).flatMap((family) =>
    REGIMES.map((regime) => [family, JSON.stringify(regime), regime] as const),
  );
  it.each(cases)("%s, %s", (family, _, regime) => {
    for (const samples of [4, 5, 50, 5000, 1e6]) {
      for (const method of ["statistic", "samples"] as const) {
        // What is kept or drawn point by point is kept few.
        const isPointwise =
          method === "samples" || (regime.name === "accumulate-subsample" && family !== "bernoulli");
        if (isPointwise && samples > 50) continue;
        for (const model of families[family](samples, method)) {
          const experiment = { model, regime, generations: 9, trajectories: 6, seed: "same" };
          for (const trajectory of [0, 5]) {
            const [kernel, reference] = [wasm, twin].map((kernels) =>
              bitsOf(rowsOf(experiment, kernels, trajectory, [1, 3, 5])),
            );
            if (kernel !== reference) expect.fail(`${JSON.stringify(model)}, trajectory ${trajectory}`);
          }
        }
      }
    }
  });
});

describe("Wasm = twin, in blocks of any length, past what is drawn at once", () => {
  const wasm = wasmKernels();
  const observed = { bernoulli: "p", poisson: "rate", gaussian: "std" };
  it.each(LAWS.map((law) => [JSON.stringify(law), law] as const))("%s", (_, regime) => {
    for (const [family, observable] of Object.entries(observed)) {
      for (const samples of [4, 50, 1e6]) {
        // What is kept point by point is kept few.
        if (regime.name === "accumulate-subsample" && samples > 50) continue;
        const [model] = families[family](samples, "statistic");
        const experiment = {
          ...{ model, regime, generations: 70, trajectories: 2, seed: "blocks" },
          observables: [observable],
        };
        const whole = rowsOf(experiment, twin, 1, [70])[0];
        const blocks = rowsOf(experiment, wasm, 1, [3, 30, 1, 36]).flatMap((row) => [...row]);
        if (bitsOf([Float64Array.from(blocks)]) !== bitsOf([whole])) expect.fail(JSON.stringify(model));
      }
    }
  });
});

describe("same seed, same bits", () => {
  const models = [
    bernoulli({ p: 0.3, samples: 20 }),
    poisson({ rate: 2, samples: 20 }),
    gaussian({ samples: 20 }),
    categorical({ counts: [9, 5, 3, 2, 1] }),
    categorical({ counts: [9, 5, 3, 2, 1], sampling: "poisson" }),
    categorical({ counts: [9, 5, 3, 2, 1], method: "samples" }),
  ];
  const cases = models.flatMap((model) =>
    LAWS.map((law) => {
      const regime = { ...law, growth: "power:0.5" } as Regime;
      return [`${JSON.stringify(model)}, ${JSON.stringify(regime)}`, { model, regime }] as const;
    }),
  );

  it.each(cases)("%s", async (_, given) => {
    const experiment = { ...given, generations: 8, trajectories: 40, seed: 3 };
    const paths = async (options: SimulateOptions, trajectories = 40) => {
      const run = await simulate({ ...experiment, trajectories }, options);
      return run.experiment.observables.map((name) =>
        Array.from({ length: trajectories }, (_, i) => [...run.observable(name).trajectory(i)]),
      );
    };
    const whole = await paths({});
    for (const chunk of [1, 7]) expect(await paths({ chunk })).toEqual(whole);
    expect(await paths({ backend: "typescript", chunk: 33 })).toEqual(whole);
    expect(await paths({}, 13)).toEqual(whole.map((rows) => rows.slice(0, 13)));
  });
});
