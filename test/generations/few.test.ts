// Models of few numbers: WebAssembly runs the whole loop, and the twin is the loop itself.
import { describe, expect, it } from "vitest";
import type { ScalarPlan } from "../../src/kernels/plans.ts";
import { twin } from "../../src/reference/kernels.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { regimesOf, run } from "./run.ts";

const values = { bernoulli: [0.3, 0.7, 0], poisson: [60, 0, 0], gaussian: [1, 2, 0] } as const;

describe.each(["bernoulli", "poisson", "gaussian"] as const)("%s", (kind) => {
  it.each(regimesOf(2))("has the same bits on both backends: %s", (_, regime) => {
    for (const samples of [4, 20])
      for (const bySamples of [false, true]) {
        const plan: ScalarPlan = {
          ...{ kind, samples, bySamples, values: values[kind], regime },
          ...{ divisor: samples, mask: kind === "gaussian" ? 7 : 1 },
        };
        const rows = run(twin, plan, 12, 40);
        expect(run(wasmKernels(), plan, 12, 40, 3)).toEqual(rows);
      }
  });
});
