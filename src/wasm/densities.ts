import type { Chain } from "../kernels/chain.ts";
import { bandwidthOf, commonWidth, widthOf } from "../kernels/densities.ts";
import type { DensitiesPlan } from "../kernels/plans.ts";
import { REACH } from "../kernels/rows.ts";
import type { Key } from "../seed.ts";
import { f64 } from "./memory.ts";
import type { Room } from "./room.ts";
import { layTrajectories } from "./trajectories.ts";

export function densitiesChain(memory: Room, plan: DensitiesPlan, seed: Key): Chain {
  const { wasm } = memory;
  const { samples, truth, mask } = plan;
  const { dimension, centres: axes } = truth;
  const many = truth.weights.length;
  const spread = commonWidth(truth) ?? 0;
  const bandwidth = bandwidthOf(plan.bandwidth, samples, dimension);
  const width = widthOf(plan);
  const trajectories = layTrajectories(memory, width, mask, seed);
  const points = memory.reserve(width * dimension * samples * 8);
  const scratch = memory.reserve((dimension + 1) * samples * 8);
  const centres = memory.reserve(dimension * many * 8);
  axes.forEach((axis, a) => {
    f64(wasm, centres + 8 * a * many, many).set(axis);
  });
  let isFirst = true;
  return {
    width,
    reach: REACH,
    start(first, count) {
      trajectories.start(first, count);
      isFirst = true;
    },
    advance(generations) {
      wasm.densities(
        trajectories.at,
        trajectories.running,
        generations,
        trajectories.rows,
        samples,
        dimension,
        bandwidth,
        isFirst ? 1 : 0,
        centres,
        many,
        spread,
        mask,
        points,
        scratch,
      );
      isFirst = false;
      return trajectories.written(generations);
    },
    died: () => new Uint32Array(0),
  };
}
