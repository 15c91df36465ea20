import type { Chain } from "../kernels/chain.ts";
import { bandwidthOf, commonWidth, widthOf } from "../kernels/densities.ts";
import type { DensitiesPlan } from "../kernels/plans.ts";
import { popcount, REACH } from "../kernels/rows.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64 } from "./memory.ts";
import type { Room } from "./room.ts";

export function densitiesChain(memory: Room, plan: DensitiesPlan, seed: Key): Chain {
  const { wasm } = memory;
  const { samples, truth, mask } = plan;
  const { dimension, centres: axes } = truth;
  const many = truth.weights.length;
  const spread = commonWidth(truth) ?? 0;
  const bandwidth = bandwidthOf(plan.bandwidth, samples, dimension);
  const width = widthOf(plan);
  const observables = popcount(mask);
  const trajectories = memory.reserve(width * wasm.Bytes.trajectory.value);
  const rows = memory.reserve(width * observables * REACH * 8);
  const points = memory.reserve(width * dimension * samples * 8);
  const scratch = memory.reserve((dimension + 1) * samples * 8);
  const centres = memory.reserve(dimension * many * 8);
  axes.forEach((axis, a) => {
    f64(wasm, centres + 8 * a * many, many).set(axis);
  });
  let running = 0;
  let isFirst = true;
  return {
    width,
    reach: REACH,
    start(first, count) {
      const { low, high } = integerKey(first);
      wasm.startTrajectories(trajectories, count, seed.low, seed.high, low, high, 0, 0, 0);
      running = count;
      isFirst = true;
    },
    advance(generations) {
      wasm.densities(
        trajectories,
        running,
        generations,
        rows,
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
      return f64(wasm, rows, running * observables * generations);
    },
    died: () => new Uint32Array(0),
  };
}
