import { isAbsorbing } from "../kernels/absorbing.ts";
import type { Chain } from "../kernels/chain.ts";
import type { MixturePlan, ScalarPlan } from "../kernels/plans.ts";
import { popcount, REACH, widthOf } from "../kernels/rows.ts";
import { largestTabled } from "../kernels/tables.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64 } from "./memory.ts";
import type { Room } from "./room.ts";
import { layTables } from "./tables.ts";

/** The estimators of the mixture, by their numbers in assembly/chains/mixture.ts. */
const ESTIMATORS = { ml: 0, "approximate-ml": 1, notebook: 2 };

export function scalarChain(memory: Room, plan: ScalarPlan | MixturePlan, seed: Key): Chain {
  const { wasm } = memory;
  const width = widthOf(plan);
  const observables = popcount(plan.mask);
  const trajectories = memory.reserve(width * wasm.Bytes.trajectory.value);
  const rows = memory.reserve(width * observables * REACH * 8);
  const scratch = memory.reserve(plan.kind === "mixture" ? 8 * (plan.samples + 1) : wasm.Bytes.burst.value);
  const tables = plan.kind === "bernoulli" ? layTables(memory, largestTabled(plan)) : 0;
  const { samples, mask } = plan;
  const bySamples = plan.bySamples ? 1 : 0;
  let running = 0;
  const advance = (generations: number): void => {
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
    start(first, count) {
      const { low, high } = integerKey(first);
      wasm.startTrajectories(trajectories, count, seed.low, seed.high, low, high, ...plan.values);
      running = count;
    },
    advance(generations) {
      advance(generations);
      return f64(wasm, rows, running * observables * generations);
    },
    absorbed() {
      for (let i = 0; i < running; ++i) {
        if (!isAbsorbing(plan, wasm.getValue(wasm.trajectory(trajectories, i), 0))) return false;
      }
      return true;
    },
    died: () => new Uint32Array(0),
  };
}
