import {
  type Chain,
  isAbsorbing,
  type MixturePlan,
  popcount,
  type ScalarPlan,
  widthOf,
} from "../kernels/kernels.ts";
import { largestTabled } from "../reference/chains/transitions.ts";
import { STREAM_BYTES } from "../reference/random/stream.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64 } from "./memory.ts";
import type { Room } from "./room.ts";
import { layTables } from "./tables.ts";

const TRAJECTORY_BYTES = 640;
const REACH = 512;
const BURST = 256;
/** The estimators of the mixture, by their numbers in assembly/chains/mixture.ts. */
const ESTIMATORS = { ml: 0, "approximate-ml": 1, notebook: 2 };

export function scalarChain(memory: Room, plan: ScalarPlan | MixturePlan, seed: Key): Chain {
  const { wasm } = memory;
  const width = widthOf(plan);
  const observables = popcount(plan.mask);
  const trajectories = memory.reserve(width * TRAJECTORY_BYTES);
  const rows = memory.reserve(width * observables * REACH * 8);
  const scratch = memory.reserve(8 * (plan.kind === "mixture" ? plan.samples + 1 : BURST));
  const tables =
    plan.kind === "bernoulli" || plan.kind === "poisson" ? layTables(memory, largestTabled(plan)) : 0;
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
    } else {
      wasm[plan.kind](trajectories, running, generations, rows, samples, bySamples, tables);
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
        const [value] = f64(wasm, trajectories + i * TRAJECTORY_BYTES + STREAM_BYTES, 1);
        if (!isAbsorbing(plan, value)) return false;
      }
      return true;
    },
    died: () => new Uint32Array(0),
  };
}
