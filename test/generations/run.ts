import { chainOf } from "../../src/generations/chain.ts";
import type { Kernels } from "../../src/kernels/kernels.ts";
import type { ChainPlan } from "../../src/kernels/plans.ts";
import { REPLACE, type RegimePlan } from "../../src/kernels/regime.ts";
import { popcount } from "../../src/kernels/rows.ts";
import { seedKey } from "../../src/seed.ts";

export const linear = { kind: "power", rate: 1 } as const;

export const regime = (plan: Partial<RegimePlan>): RegimePlan => ({ ...REPLACE, ...plan });

/** Every regime, and growth, for models of at least `2 * real` samples. */
export const regimesOf = (real: number): [string, RegimePlan][] => [
  ["replace", regime({})],
  ["replace, growing", regime({ growth: linear })],
  ["accumulate", regime({ name: "accumulate" })],
  ["accumulate, growing", regime({ name: "accumulate", growth: linear })],
  ["accumulate, a share real", regime({ name: "accumulate", realShare: 0.3 })],
  ["accumulate, some real, growing", regime({ name: "accumulate", realSamples: real, growth: linear })],
  ["accumulate-subsample", regime({ name: "accumulate-subsample" })],
  ["accumulate-subsample, growing", regime({ name: "accumulate-subsample", growth: linear })],
  ["fresh share", regime({ name: "fresh", realShare: 0.3 })],
  ["fresh count, growing", regime({ name: "fresh", realSamples: real, growth: linear })],
  ["fixed", regime({ name: "fixed", realSamples: real })],
  ["weighted", regime({ name: "weighted", realSamples: real, weight: 0.4 })],
];

/** rows[trajectory][observable][generation] of some trajectories. */
export function run(
  kernels: Kernels,
  plan: ChainPlan,
  generations: number,
  count = 3,
  blocks = 1,
): number[][][] {
  const chain = chainOf(plan, seedKey("generations"), kernels);
  const width = popcount(plan.mask);
  const all: number[][][] = [];
  for (let first = 0; first < count; first += chain.width) {
    const tile = Math.min(chain.width, count - first);
    chain.start(first, tile);
    const out = Array.from({ length: tile }, () => Array.from({ length: width }, () => [] as number[]));
    const size = generations / blocks;
    for (let block = 0; block < blocks; ++block) {
      const rows = chain.advance(size, new Uint8Array(chain.reach).fill(1));
      for (let r = 0; r < tile * width; ++r)
        out[Math.floor(r / width)][r % width].push(...rows.subarray(r * size, (r + 1) * size));
    }
    all.push(...out);
  }
  chain.free?.();
  return all;
}

/** The mean of some numbers, and its standard error. */
export function meanOf(values: number[]): { mean: number; error: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
