// Twin of assembly/chains/categorical.ts.
import { absorbingSize } from "../../kernels/absorbing.ts";
import type { Chain } from "../../kernels/chain.ts";
import type { CategoricalPlan } from "../../kernels/plans.ts";
import { popcount, REACH } from "../../kernels/rows.ts";
import { Stream } from "../../kernels/stream.ts";
import { scatter } from "../../kernels/vocabulary.ts";
import { integerKey, type Key } from "../../seed.ts";
import { poisson } from "../random/poisson.ts";
import { TRIES } from "../random/uniform.ts";
import { makeExact } from "./categorical/exact-total.ts";
import { keepLiving } from "./categorical/keep.ts";
import { observe, TOTAL_VARIATION } from "./categorical/observe.ts";
import { countEach, countWeights } from "./categorical/poisson.ts";
import { countSamples } from "./categorical/samples.ts";
import { split } from "./categorical/splitting.ts";
import { type Vocabulary, vocabulary } from "./categorical/vocabulary.ts";

const PAYS = 2.5;

function draw(v: Vocabulary, stream: Stream, plan: CategoricalPlan): number {
  const { samples: n, byPoisson, bySamples, splitting } = plan;
  const whole = v.generation > 0 || v.whole;
  if (bySamples) {
    const draws = byPoisson ? poisson(stream, v.generation > 0 ? v.total : n) : n;
    countSamples(v, stream, draws);
    return draws;
  }
  if (byPoisson) return whole ? countEach(v, stream) : countWeights(v, stream, n / v.total);
  if (!splitting && whole && v.positions.length > 0 && v.living * PAYS >= Math.sqrt(n)) {
    for (let tries = TRIES; tries > 0; --tries) {
      const total = countEach(v, stream);
      if (Math.abs(total - n) > v.positions.length) continue;
      if (total !== n) makeExact(v, stream, n, total);
      return n;
    }
  }
  split(v, stream, n);
  return n;
}

function step(v: Vocabulary, stream: Stream, plan: CategoricalPlan): void {
  const total = draw(v, stream, plan);
  v.generation += 1;
  keepLiving(v);
  v.total = total;
}

export function categoricalChain(plan: CategoricalPlan, seed: Key): Chain {
  const { mask, watched } = plan;
  const rows = new Float64Array(popcount(mask) * REACH);
  const v = vocabulary(plan.weights, plan.samples);
  let stream: Stream;
  return {
    width: 1,
    reach: REACH,
    start(first) {
      stream = new Stream(seed, integerKey(first));
      v.reset();
    },
    advance(generations, recorded) {
      for (let g = 0; g < generations; ++g) {
        step(v, stream, plan);
        const wanted = recorded[g] ? mask : watched;
        if (wanted === mask) {
          observe(v, mask, rows, g, generations);
          continue;
        }
        let out = g;
        for (let bit = 1; bit <= TOTAL_VARIATION; bit <<= 1) {
          if (wanted & bit) observe(v, bit, rows, out, generations);
          if (mask & bit) out += generations;
        }
      }
      return rows.subarray(0, popcount(mask) * generations);
    },
    absorbed: () => v.living <= absorbingSize(plan),
    living: () => v.living,
    counts: (out) => scatter(v.counts, v.symbols, v.living, out),
    died: () => v.died,
  };
}
