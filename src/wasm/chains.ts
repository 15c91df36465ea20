import {
  type CategoricalPlan,
  type Chain,
  type MixturePlan,
  popcount,
  type ScalarPlan,
  widthOf,
} from "../kernels.ts";
import { largestTabled } from "../reference/chains/transitions.ts";
import { beginnings } from "../reference/chains/vocabulary.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64, reserve, u8, u32 } from "./memory.ts";
import { type Exports, instantiate } from "./module.ts";

const TRAJECTORY_BYTES = 640;
const STREAM_BYTES = 592;
const REACH = 512;
const BURST = 256;
const TABLE_BYTES = 8 * 512;
/** The estimators of the mixture, by their numbers in assembly/chains/mixture.ts. */
const ESTIMATORS = { ml: 0, "approximate-ml": 1, notebook: 2 };

/** Room for the tables of assembly/chains/transitions.ts. Memory that is never written to costs nothing. */
function layTables(wasm: Exports, plan: ScalarPlan): number {
  const tables = largestTabled(plan) + 1;
  const heads = 16 * (tables + 1);
  const at = reserve(wasm, heads + TABLE_BYTES * tables);
  u8(wasm, at, heads).fill(0);
  return at;
}

export function scalarChain(plan: ScalarPlan | MixturePlan, seed: Key): Chain {
  const wasm = instantiate();
  const width = widthOf(plan);
  const observables = popcount(plan.mask);
  const trajectories = reserve(wasm, width * TRAJECTORY_BYTES);
  const rows = reserve(wasm, width * observables * REACH * 8);
  const scratch = reserve(wasm, 8 * (plan.kind === "mixture" ? plan.samples : BURST));
  const tables = plan.kind === "bernoulli" || plan.kind === "poisson" ? layTables(wasm, plan) : 0;
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
    died: () => new Uint32Array(0),
  };
}

/** Lays out the Vocabulary of assembly/chains/categorical.ts: nine addresses and integers, then three doubles. */
function layVocabulary(wasm: Exports, weights: Float64Array, samples: number) {
  const begin = beginnings(weights);
  const size = begin.counts.length;
  const at = reserve(wasm, 64);
  const stream = reserve(wasm, STREAM_BYTES);
  const counts = reserve(wasm, 8 * size);
  const symbols = reserve(wasm, 4 * size);
  const start = reserve(wasm, 8 * weights.length);
  const suffix = reserve(wasm, 8 * (size + 1));
  const tally = reserve(wasm, 8 * size);
  const died = reserve(wasm, 4 * weights.length);
  f64(wasm, start, weights.length).set(begin.start);
  f64(wasm, suffix, size + 1).set(begin.suffix);
  const reset = (): void => {
    f64(wasm, counts, size).set(begin.counts);
    u32(wasm, symbols, size).set(begin.symbols);
    u32(wasm, died, weights.length).fill(0);
    u32(wasm, at, 9).set([stream, counts, symbols, start, suffix, tally, died, size, 0]);
    f64(wasm, at + 40, 3).set([samples, begin.total, 0]);
  };
  return { at, stream, died, reset };
}

export function categoricalChain(plan: CategoricalPlan, seed: Key): Chain {
  const wasm = instantiate();
  const { mask, watched } = plan;
  const observables = popcount(mask);
  const vocabulary = layVocabulary(wasm, plan.weights, plan.samples);
  const rows = reserve(wasm, observables * REACH * 8);
  const flags = reserve(wasm, REACH);
  const byPoisson = plan.byPoisson ? 1 : 0;
  const bySamples = plan.bySamples ? 1 : 0;
  return {
    width: 1,
    reach: REACH,
    start(first) {
      const { low, high } = integerKey(first);
      wasm.startStream(vocabulary.stream, seed.low, seed.high, low, high);
      vocabulary.reset();
    },
    advance(generations, recorded) {
      u8(wasm, flags, generations).set(recorded.subarray(0, generations));
      wasm.categorical(vocabulary.at, generations, rows, mask, watched, flags, byPoisson, bySamples);
      return f64(wasm, rows, observables * generations);
    },
    died: () => u32(wasm, vocabulary.died, plan.weights.length),
  };
}
