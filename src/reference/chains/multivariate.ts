// Twin of assembly/chains/multivariate.ts: trajectories of a Gaussian of several dimensions, one after another.
import type { Chain } from "../../kernels/chain.ts";
import { trueLaw, widthOf } from "../../kernels/multivariate.ts";
import type { MultivariatePlan } from "../../kernels/plans.ts";
import { popcount, REACH } from "../../kernels/rows.ts";
import { Stream } from "../../kernels/stream.ts";
import { integerKey, type Key } from "../../seed.ts";
import { observe, step, triangleOf } from "./multivariate-step.ts";

export function multivariateChain(plan: MultivariatePlan, seed: Key): Chain {
  const { dimension, samples, truth, less, mask, watched } = plan;
  const law = trueLaw(plan);
  const width = widthOf(plan);
  const observables = popcount(mask);
  const rows = new Float64Array(width * observables * REACH);
  const triangle = triangleOf(dimension, samples);
  const scale = 1 / Math.sqrt(samples - less);
  let running: { readonly stream: Stream; readonly state: Float64Array }[] = [];
  return {
    width,
    reach: REACH,
    start(first, count) {
      running = Array.from({ length: count }, (_, i) => ({
        stream: new Stream(seed, integerKey(first + i)),
        state: truth.slice(),
      }));
    },
    advance(generations, recorded) {
      const size = observables * generations;
      running.forEach(({ stream, state }, i) => {
        for (let g = 0; g < generations; ++g) {
          step(stream, triangle, state, dimension, scale, state);
          if (recorded[g] || watched) observe(state, law, mask, rows, i * size + g, generations);
        }
      });
      return rows.subarray(0, running.length * size);
    },
    died: () => new Uint32Array(0),
  };
}
