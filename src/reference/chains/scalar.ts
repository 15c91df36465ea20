// Runs the models of few numbers: one trajectory after another, each with its own stream.
import { type Chain, popcount, type ScalarPlan } from "../../kernels.ts";
import { integerKey, type Key } from "../../seed.ts";
import { Stream } from "../random/stream.ts";
import { bernoulli } from "./bernoulli.ts";
import { gaussian } from "./gaussian.ts";
import { poisson } from "./poisson.ts";

export interface Trajectory {
  readonly stream: Stream;
  readonly values: [number, number, number];
}

const WIDTH = 32;
const REACH = 512;
const advancers = { bernoulli, poisson, gaussian };

export function scalarChain(plan: ScalarPlan, seed: Key): Chain {
  const width = plan.bySamples ? 1 : WIDTH;
  const observables = popcount(plan.mask);
  const rows = new Float64Array(width * observables * REACH);
  const advance = advancers[plan.kind];
  let running: Trajectory[] = [];
  return {
    width,
    reach: REACH,
    start(first, count) {
      running = Array.from({ length: count }, (_, i) => ({
        stream: new Stream(seed, integerKey(first + i)),
        values: [...plan.values],
      }));
    },
    advance(generations) {
      const size = observables * generations;
      for (let i = 0; i < running.length; ++i) advance(running[i], plan, generations, rows, i * size);
      return rows.subarray(0, running.length * size);
    },
    died: () => new Uint32Array(0),
  };
}
