import { isAbsorbing } from "../kernels/absorbing.ts";
import type { Chain } from "../kernels/chain.ts";
import type { MixturePlan, ScalarPlan } from "../kernels/plans.ts";
import { REACH, widthOf } from "../kernels/rows.ts";
import { largestTabled } from "../kernels/tables.ts";
import type { Key } from "../seed.ts";
import type { Room } from "./room.ts";
import { layTables } from "./tables.ts";
import { layTrajectories } from "./trajectories.ts";

/** The estimators of the mixture, by their numbers in assembly/chains/mixture.ts. */
const ESTIMATORS = { ml: 0, "approximate-ml": 1, notebook: 2 };

export function scalarChain(memory: Room, plan: ScalarPlan | MixturePlan, seed: Key): Chain {
  const { wasm } = memory;
  const width = widthOf(plan);
  const laid = layTrajectories(memory, width, plan.mask, seed, plan.values);
  const { at: trajectories, rows } = laid;
  const scratch = memory.reserve(plan.kind === "mixture" ? 8 * (plan.samples + 1) : wasm.Bytes.burst.value);
  const tables = plan.kind === "bernoulli" ? layTables(memory, largestTabled(plan)) : 0;
  const { samples, mask } = plan;
  const bySamples = plan.bySamples ? 1 : 0;
  const advance = (generations: number): void => {
    const { running } = laid;
    if (plan.kind === "gaussian") {
      wasm.gaussian(
        trajectories,
        running,
        generations,
        rows,
        samples,
        plan.divisor,
        mask,
        bySamples,
        scratch,
      );
    } else if (plan.kind === "mixture") {
      const estimator = ESTIMATORS[plan.estimator];
      wasm.mixture(
        trajectories,
        running,
        generations,
        rows,
        samples,
        estimator,
        plan.parameter,
        mask,
        scratch,
      );
    } else if (plan.kind === "poisson") {
      wasm.poisson(trajectories, running, generations, rows, samples, bySamples);
    } else {
      wasm.bernoulli(trajectories, running, generations, rows, samples, bySamples, tables);
    }
  };
  return {
    width,
    reach: REACH,
    start: laid.start,
    advance(generations) {
      advance(generations);
      return laid.written(generations);
    },
    absorbed() {
      for (let i = 0; i < laid.running; ++i) {
        if (!isAbsorbing(plan, wasm.getValue(wasm.trajectory(trajectories, i), 0))) return false;
      }
      return true;
    },
    died: () => new Uint32Array(0),
  };
}
