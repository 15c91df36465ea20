import type { Chain } from "../kernels/chain.ts";
import type { RegressionPlan } from "../kernels/plans.ts";
import { popcount, REACH, widthOf } from "../kernels/rows.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64 } from "./memory.ts";
import type { Room } from "./room.ts";

export function regressionChain(memory: Room, plan: RegressionPlan, seed: Key): Chain {
  const { wasm } = memory;
  const { samples, dimension, noise, fresh, mask, regime } = plan;
  const width = widthOf(plan);
  const observables = popcount(mask);
  const trajectories = memory.reserve(width * wasm.Bytes.trajectory.value);
  const rows = memory.reserve(width * REACH * 8);
  const lists = memory.reserve(width * 3 * dimension * 8);
  const normals = memory.reserve(wasm.Bytes.normals.value);
  const accumulates = regime === undefined ? 0 : 1;
  let running = 0;
  return {
    width,
    reach: REACH,
    start(first, count) {
      const { low, high } = integerKey(first);
      wasm.startTrajectories(trajectories, count, seed.low, seed.high, low, high, 0, 0, 0);
      running = count;
    },
    advance(generations) {
      wasm.regression(
        trajectories,
        running,
        generations,
        rows,
        samples,
        dimension,
        noise,
        fresh ? 1 : 0,
        accumulates,
        lists,
        normals,
      );
      return f64(wasm, rows, running * observables * generations);
    },
    died: () => new Uint32Array(0),
  };
}
