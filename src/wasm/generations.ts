import type { Chain } from "../kernels/chain.ts";
import { fitOf, truthOf } from "../kernels/few.ts";
import { sizeAt } from "../kernels/growth.ts";
import type { ScalarPlan } from "../kernels/plans.ts";
import { REGIMES, type RegimePlan } from "../kernels/regime.ts";
import { REACH, widthOf } from "../kernels/rows.ts";
import type { Key } from "../seed.ts";
import { f64 } from "./memory.ts";
import type { Room } from "./room.ts";
import { layStructure } from "./structure.ts";
import { layTrajectories } from "./trajectories.ts";

/** By the numbers of assembly/generations/family.ts. */
const FAMILIES = ["bernoulli", "poisson", "gaussian"] as const;

/** Lays out the Generations of assembly/generations/state.ts. */
function layGenerations(memory: Room, plan: ScalarPlan, regime: RegimePlan): number {
  const width = widthOf(plan);
  const { wasm } = memory;
  const layout = wasm.GenerationsAt;
  const [truth, model, spare] = [memory.reserve(16), memory.reserve(16), memory.reserve(16)];
  const [batch, other] = [memory.reserve(24), memory.reserve(24)];
  const numbers = {
    family: FAMILIES.indexOf(plan.kind),
    regime: REGIMES.indexOf(regime.name),
    mask: plan.mask,
    bySamples: plan.bySamples ? 1 : 0,
    scratch: memory.reserve(wasm.Bytes.burst.value),
    ahead: !plan.bySamples && regime.growth.rate === 0 ? 1 : 0,
    reals: memory.reserve(width * wasm.Bytes.ahead.value),
    steps: memory.reserve(2 * width * wasm.Bytes.ahead.value),
    real: 0,
  };
  const fractions = {
    ...fitOf(plan),
    realShare: regime.realShare,
    realSamples: regime.realSamples,
    weight: regime.weight,
  };
  const at = layStructure(memory, layout, { truth, model, spare, batch, other, ...numbers }, fractions);
  f64(wasm, truth, 2).set(truthOf(plan));
  f64(wasm, spare, 2).fill(0);
  return at;
}

export function generationsChain(memory: Room, plan: ScalarPlan, regime: RegimePlan, seed: Key): Chain {
  const { wasm } = memory;
  const width = widthOf(plan);
  const [first, second] = truthOf(plan);
  const trajectories = layTrajectories(memory, width, plan.mask, seed, [first, second, 0]);
  const sizes = memory.reserve(8 * REACH);
  const at = layGenerations(memory, plan, regime);
  let generation = 0;
  return {
    width,
    reach: REACH,
    start(from, count) {
      trajectories.start(from, count);
      generation = 0;
    },
    advance(generations) {
      const size = f64(wasm, sizes, generations);
      for (let g = 0; g < generations; ++g) size[g] = sizeAt(plan.samples, regime.growth, generation + g + 1);
      const { running, rows } = trajectories;
      wasm.generations(at, trajectories.at, running, generations, sizes, generation + 1, rows);
      generation += generations;
      return trajectories.written(generations);
    },
    died: () => new Uint32Array(0),
  };
}
