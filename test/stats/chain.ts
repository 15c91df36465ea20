import { kernels } from "../../src/backend.ts";
import type { ChainPlan } from "../../src/kernels/plans.ts";
import { popcount } from "../../src/kernels/rows.ts";
import { seedKey } from "../../src/seed.ts";

/**
 * Runs trajectories 0, 1, … of a seed to a generation. Gives each observable there, one array each, and hands
 * `died` on, which is only the model's where trajectories run one at a time.
 */
export function runChain(
  plan: ChainPlan,
  seed: number,
  generation: number,
  trajectories: number,
  each?: (observables: Float64Array, died: Uint32Array) => void,
): Float64Array[] {
  const observables = popcount(plan.mask);
  const out = Array.from({ length: observables }, () => new Float64Array(trajectories));
  const chain = kernels().chain(plan, seedKey(seed));
  const recorded = new Uint8Array(generation).fill(1);
  const last = new Float64Array(observables);
  for (let first = 0; first < trajectories; first += chain.width) {
    const count = Math.min(chain.width, trajectories - first);
    chain.start(first, count);
    const rows = chain.advance(generation, recorded);
    for (let i = 0; i < count; ++i) {
      for (let o = 0; o < observables; ++o) {
        last[o] = rows[(i * observables + o) * generation + generation - 1];
        out[o][first + i] = last[o];
      }
      each?.(last, chain.died());
    }
  }
  return out;
}

export function tally(values: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
