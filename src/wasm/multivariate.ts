import type { Chain } from "../kernels/chain.ts";
import { trueLaw, widthOf } from "../kernels/multivariate.ts";
import type { MultivariatePlan } from "../kernels/plans.ts";
import { popcount, REACH } from "../kernels/rows.ts";
import { integerKey, type Key } from "../seed.ts";
import { f64, u8 } from "./memory.ts";
import type { Room } from "./room.ts";

export function multivariateChain(memory: Room, plan: MultivariatePlan, seed: Key): Chain {
  const { wasm } = memory;
  const { dimension, samples, less, mask, watched } = plan;
  const { mean, perDiagonal, logDet, trace } = trueLaw(plan);
  const width = widthOf(plan);
  const observables = popcount(mask);
  const streamBytes = wasm.Bytes.stream.value;
  const stateBytes = wasm.stateBytes(dimension);
  const streams = memory.reserve(width * streamBytes);
  const states = memory.reserve(width * stateBytes);
  const rows = memory.reserve(width * observables * REACH * 8);
  const flags = memory.reserve(REACH);
  const truth = memory.reserve(8 * (2 + 2 * dimension));
  const scratch = memory.reserve(wasm.multivariateBytes(dimension));
  f64(wasm, truth, 2 + 2 * dimension).set([logDet, trace, ...mean, ...perDiagonal]);
  let running = 0;
  return {
    width,
    reach: REACH,
    start(first, count) {
      const state = f64(wasm, states, (count * stateBytes) / 8);
      const stride = stateBytes / 8 / dimension;
      state.fill(0);
      for (let i = 0; i < count; ++i) {
        const { low, high } = integerKey(first + i);
        wasm.startStream(streams + i * streamBytes, seed.low, seed.high, low, high);
        for (let row = 0; row < dimension; ++row)
          state.set(
            plan.truth.subarray(row * (dimension + 1), (row + 1) * (dimension + 1)),
            (i * dimension + row) * stride,
          );
      }
      running = count;
    },
    advance(generations, recorded) {
      u8(wasm, flags, generations).set(recorded.subarray(0, generations));
      wasm.multivariate(
        streams,
        states,
        running,
        generations,
        rows,
        dimension,
        samples,
        samples - less,
        mask,
        watched,
        flags,
        truth,
        scratch,
      );
      return f64(wasm, rows, running * observables * generations);
    },
    died: () => new Uint32Array(0),
  };
}
