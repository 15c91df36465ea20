import type { Chain } from "../kernels/chain.ts";
import type { RegressionPlan } from "../kernels/plans.ts";
import { REACH, widthOf } from "../kernels/rows.ts";
import type { Key } from "../seed.ts";
import type { Room } from "./room.ts";
import { layTrajectories } from "./trajectories.ts";

export function regressionChain(memory: Room, plan: RegressionPlan, seed: Key): Chain {
  const { wasm } = memory;
  const { samples, dimension, noise, fresh, mask, regime } = plan;
  const width = widthOf(plan);
  const trajectories = layTrajectories(memory, width, mask, seed);
  const lists = memory.reserve(width * 3 * dimension * 8);
  const normals = memory.reserve(wasm.Bytes.normals.value);
  const accumulates = regime === undefined ? 0 : 1;
  return {
    width,
    reach: REACH,
    start: trajectories.start,
    advance(generations) {
      wasm.regression(
        trajectories.at,
        trajectories.running,
        generations,
        trajectories.rows,
        samples,
        dimension,
        noise,
        fresh ? 1 : 0,
        accumulates,
        lists,
        normals,
      );
      return trajectories.written(generations);
    },
    died: () => new Uint32Array(0),
  };
}
