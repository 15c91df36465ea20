// Every chain must give the same bits in Wasm and in the twin, whatever blocks it is advanced in.
import { describe, expect, it } from "vitest";
import type { CategoricalPlan, ChainPlan, Kernels, MixturePlan, ScalarPlan } from "../../src/kernels.ts";
import { popcount } from "../../src/kernels.ts";
import { twin } from "../../src/reference/kernels.ts";
import { seedKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";

const GENERATIONS = 60;

/** All rows of some trajectories, [trajectory][observable][generation], and the deaths of the last one. */
function run(kernels: Kernels, plan: ChainPlan, blocks: number[], first = 0, count = 3) {
  const chain = kernels.chain(plan, seedKey("chains"));
  const width = popcount(plan.mask);
  const out = Array.from({ length: count * width }, () => [] as number[]);
  let died: number[] = [];
  for (let t = 0; t < count; t += chain.width) {
    const tile = Math.min(chain.width, count - t);
    chain.start(first + t, tile);
    for (const block of blocks) {
      const rows = chain.advance(block, new Uint8Array(chain.reach).fill(1));
      for (let r = 0; r < tile * width; ++r)
        out[t * width + r].push(...rows.subarray(r * block, (r + 1) * block));
    }
    died = [...chain.died()];
  }
  return { rows: out, died };
}

const scalar = (plan: Partial<ScalarPlan> & Pick<ScalarPlan, "kind" | "samples" | "values">): ScalarPlan => ({
  divisor: plan.samples,
  mask: plan.kind === "gaussian" ? 7 : 1,
  bySamples: false,
  ...plan,
});

const categorical = (plan: Partial<CategoricalPlan> & Pick<CategoricalPlan, "weights">): CategoricalPlan => ({
  kind: "categorical",
  samples: 500,
  bySamples: false,
  byPoisson: false,
  mask: 15,
  watched: 15,
  ...plan,
});

const mixture = (plan: Partial<MixturePlan> & Pick<MixturePlan, "estimator">): MixturePlan => ({
  kind: "mixture",
  samples: 10,
  bySamples: true,
  values: [1, 1, 0],
  parameter: plan.estimator === "notebook" ? 1 : 0.04,
  mask: 3,
  ...plan,
});

const mixtures = (["ml", "approximate-ml", "notebook"] as const).flatMap(
  (estimator): [string, ChainPlan][] => [
    [`mixture, ${estimator}`, mixture({ estimator })],
    [`mixture, ${estimator}, separated`, mixture({ estimator, values: [1, 0.01, 0] })],
    [`mixture, ${estimator}, from mean 0`, mixture({ estimator, values: [0, 1, 0], parameter: 0 })],
    [`mixture, ${estimator}, overlapping`, mixture({ estimator, samples: 400, values: [0.2, 1, 0] })],
    [`mixture, ${estimator}, to a tiny std`, mixture({ estimator, samples: 2, values: [1, 1e-290, 0] })],
    [`mixture, ${estimator}, huge and tiny`, mixture({ estimator, samples: 3, values: [1e100, 1e-100, 0] })],
    [`mixture, ${estimator}, std only`, mixture({ estimator, samples: 7, mask: 2 })],
  ],
);

const zipf = Float64Array.from({ length: 300 }, (_, i) => 1 / (i + 1));
const gaps = Float64Array.from({ length: 40 }, (_, i) => (i % 3 === 1 ? 0 : i * 1e-9 + (i === 7 ? 1e9 : 0)));

const plans: [string, ChainPlan][] = [
  ["bernoulli", scalar({ kind: "bernoulli", samples: 100, values: [0.2, 0.8, 0] })],
  ["bernoulli of one sample", scalar({ kind: "bernoulli", samples: 1, values: [0.5, 0.5, 0] })],
  ["bernoulli of 2^53-1 samples", scalar({ kind: "bernoulli", samples: 2 ** 53 - 1, values: [0.3, 0.7, 0] })],
  ["bernoulli at p = 0 and 1", scalar({ kind: "bernoulli", samples: 10, values: [1, 0, 0] })],
  [
    "bernoulli by samples",
    scalar({ kind: "bernoulli", samples: 99, values: [0.6, 0.4, 0], bySamples: true }),
  ],
  ["poisson", scalar({ kind: "poisson", samples: 10, values: [10, 0, 0] })],
  ["poisson of a large mean", scalar({ kind: "poisson", samples: 1000, values: [1e9, 0, 0] })],
  ["poisson by samples", scalar({ kind: "poisson", samples: 7, values: [20, 0, 0], bySamples: true })],
  ["gaussian", scalar({ kind: "gaussian", samples: 10, values: [1, 2, 0], divisor: 9 })],
  ["gaussian of two samples", scalar({ kind: "gaussian", samples: 2, values: [0, 1, 0], divisor: 2 })],
  ["gaussian near underflow", scalar({ kind: "gaussian", samples: 2, values: [0, 1e-76, -3] })],
  ["gaussian near overflow", scalar({ kind: "gaussian", samples: 3, values: [0, 1e77, 0], divisor: 2 })],
  ["gaussian of 2^53-1 samples", scalar({ kind: "gaussian", samples: 2 ** 53 - 1, values: [0, 1, 0] })],
  ["gaussian, std only", scalar({ kind: "gaussian", samples: 10, values: [0, 1, 0], mask: 2 })],
  ["gaussian by samples", scalar({ kind: "gaussian", samples: 700, values: [0, 1, 0], bySamples: true })],
  ["gaussian by two samples", scalar({ kind: "gaussian", samples: 2, values: [0, 1, 0], bySamples: true })],
  ...mixtures,
  ["categorical", categorical({ weights: zipf })],
  ["categorical, poisson", categorical({ weights: zipf, byPoisson: true, samples: 50 })],
  ["categorical with gaps", categorical({ weights: gaps, samples: 2 ** 53 - 1 })],
  ["categorical of one symbol", categorical({ weights: Float64Array.of(3) })],
  ["categorical by samples", categorical({ weights: zipf, bySamples: true })],
  [
    "categorical by samples, poisson",
    categorical({ weights: gaps, bySamples: true, byPoisson: true, samples: 40 }),
  ],
  ["categorical, entropy and tv", categorical({ weights: zipf, mask: 10, watched: 10 })],
];

describe("Wasm = twin", () => {
  const wasm = wasmKernels();
  it.each(plans)("%s", (_, plan) => {
    const whole = run(wasm, plan, [GENERATIONS]);
    expect(run(twin, plan, [GENERATIONS])).toEqual(whole);
    const pieces = [1, 2, 30, 20, GENERATIONS - 53];
    expect(run(wasm, plan, pieces)).toEqual(whole);
    expect(run(twin, plan, pieces)).toEqual(whole);
    for (const value of whole.rows.flat()) if (!Number.isFinite(value)) expect.fail(`${value} in the rows`);
  });

  it.each(plans)("%s: a trajectory does not depend on those beside it", (_, plan) => {
    const width = popcount(plan.mask);
    const many = run(wasm, plan, [GENERATIONS], 0, 40);
    expect(run(wasm, plan, [GENERATIONS], 39, 1).rows).toEqual(many.rows.slice(39 * width));
  });

  it("what is watched is written at every generation, the rest where it is recorded", () => {
    const recorded = Uint8Array.from({ length: 512 }, (_, g) => (g % 7 === 0 ? 1 : 0));
    const everything = run(wasm, categorical({ weights: zipf }), [GENERATIONS], 0, 1).rows;
    for (const kernels of [wasm, twin]) {
      const chain = kernels.chain(categorical({ weights: zipf, mask: 15, watched: 5 }), seedKey("chains"));
      chain.start(0, 1);
      const rows = chain.advance(GENERATIONS, recorded);
      for (let g = 0; g < GENERATIONS; ++g) {
        for (let o = 0; o < 4; ++o) {
          if (o === 0 || o === 2 || recorded[g]) expect(rows[o * GENERATIONS + g]).toBe(everything[o][g]);
        }
      }
    }
  });
});
