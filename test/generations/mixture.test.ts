import { describe, expect, it } from "vitest";
import { mixture as mixturePoints } from "../../src/generations/families/mixture.ts";
import { mixtureMoments } from "../../src/generations/families/mixture-moments.ts";
import { loop } from "../../src/generations/loop.ts";
import { kappaOf } from "../../src/kernels/mixture.ts";
import type { MixturePlan } from "../../src/kernels/plans.ts";
import { twin } from "../../src/reference/kernels.ts";
import { seedKey } from "../../src/seed.ts";
import { wasmKernels } from "../../src/wasm/kernels.ts";
import { meanOf, regime, regimesOf, run } from "./run.ts";

const wasm = wasmKernels();
const KEY = seedKey("moments");
const estimators = ["ml", "approximate-ml", "notebook"] as const;

const mixture = (plan: Partial<MixturePlan> & Pick<MixturePlan, "estimator">): MixturePlan => ({
  kind: "mixture",
  samples: 10,
  bySamples: true,
  values: [1, 1, 0],
  parameter: plan.estimator === "notebook" ? (plan.values?.[0] ?? 1) : kappaOf(plan.samples ?? 10, 2),
  eta: 2,
  mask: 3,
  ...plan,
});

describe("a mixture", () => {
  it.each(estimators)("has the same bits on both backends under any regime: %s", (estimator) => {
    for (const [, regime] of regimesOf(3)) {
      const plan = mixture({ estimator, regime });
      const rows = run(twin, plan, 12);
      expect(run(wasm, plan, 12, 3, 4)).toEqual(rows);
      expect(rows.flat(2).every((x) => Number.isFinite(x) && x >= 0)).toBe(true);
    }
  });

  // The same draws go to the same estimator: only Algorithm 1, which has its moments in other units, rounds otherwise.
  it.each(estimators)("replaced by the loop is what the kernel makes of it: %s", (estimator) => {
    for (const values of [
      [1, 1, 0],
      [1, 1e-20, 0],
      [0, 3, 0],
      [1e100, 1e-100, 0],
    ] as const) {
      const plan = mixture({ estimator, samples: 7, values });
      const own = run(twin, { ...plan, regime: regime({}) }, 40).flat(2);
      const fused = run(twin, plan, 40).flat(2);
      if (estimator === "approximate-ml")
        own.forEach((x, i) => {
          expect(Math.abs(x - fused[i])).toBeLessThanOrEqual(1e-9 * fused[i]);
        });
      else expect(own).toEqual(fused);
    }
  });

  it("needs no points for Algorithm 1: moments give the same fits", () => {
    for (const [name, regime] of regimesOf(3)) {
      if (name.startsWith("accumulate-subsample")) continue;
      const plan = mixture({ estimator: "approximate-ml", values: [2, 1, 0] });
      const asked = { ...plan, watched: 3, width: 1 };
      const moments = { thin() {}, ...mixtureMoments(plan) };
      const chains = [loop(mixturePoints(plan), regime, asked, KEY), loop(moments, regime, asked, KEY)];
      const [points, fits] = chains.map((chain) => {
        chain.start(0, 1);
        return [...chain.advance(20, new Uint8Array(chain.reach).fill(1))];
      });
      fits.forEach((x, i) => {
        expect(Math.abs(x - points[i])).toBeLessThanOrEqual(1e-9);
      });
    }
  });

  it("keeps to its scale under any regime, up to the ends of what a number can be", () => {
    for (const estimator of estimators)
      for (const [, regime] of regimesOf(3)) {
        const rows = (scale: number) =>
          run(twin, mixture({ estimator, values: [scale, scale, 0], regime }), 12).flat(2);
        const one = rows(1);
        for (const scale of [2 ** -330, 2 ** 330])
          rows(scale).forEach((x, i) => {
            expect(Math.abs(x / scale - one[i])).toBeLessThanOrEqual(1e-7 * Math.max(1, one[i]));
          });
      }
  });

  // Far apart, |Y| is one Gaussian, and so is the fit by ml: E var_k = prod (1 - 1/(n j^2)) under accumulate,
  // x + y = 1 and 1/(n (1 - b^2) + b) with n_r of n fresh (here in the 30th generation, within 1e-4 of it).
  it.each([
    ["accumulate", regime({ name: "accumulate" }), 5, 0.858877256],
    ["accumulate-subsample", regime({ name: "accumulate-subsample" }), 5, 0.779331212],
    ["fresh", regime({ name: "fresh", realSamples: 5 }), 30, 0.875],
    ["fixed", regime({ name: "fixed", realSamples: 5 }), 30, fixedVariance(5, 5)],
  ])(
    "has a Gaussian's mean variance where its halves are far apart: %s",
    (_, regime, generations, expected) => {
      const plan = mixture({ estimator: "ml", values: [1000, 1, 0], regime });
      const variances = run(twin, plan, generations, 4000).map(([, std]) => (std.at(-1) as number) ** 2);
      const { mean, error } = meanOf(variances);
      // Two-sided at alpha = 0.001 for each of four.
      expect(Math.abs(mean - expected) / error).toBeLessThan(3.29);
    },
  );
});

/** E v under a set of n_r that is used again and n_s new points: the recursion of its second moments, at its limit. */
function fixedVariance(real: number, synthetic: number): number {
  const n = real + synthetic;
  const b = synthetic / n;
  let [v, d] = [1, 0];
  for (let k = 0; k < 200; ++k) {
    const gap = d + v / synthetic;
    v = (real - 1 + (synthetic - 1) * v + ((real * synthetic) / n) * gap) / n;
    d = b * b * gap;
  }
  return v;
}
