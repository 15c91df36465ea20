// Runs the models of few numbers: one trajectory after another, each with its own stream.

import { isAbsorbing } from "../../kernels/absorbing.ts";
import type { Chain } from "../../kernels/chain.ts";
import type { MixturePlan, ScalarPlan } from "../../kernels/plans.ts";
import { popcount, REACH, widthOf } from "../../kernels/rows.ts";
import { Stream } from "../../kernels/stream.ts";
import { largestTabled } from "../../kernels/tables.ts";
import { integerKey, type Key } from "../../seed.ts";
import { bernoulli } from "./bernoulli.ts";
import { gaussian } from "./gaussian.ts";
import { mixture } from "./mixture.ts";
import { newSample } from "./mixture-sample.ts";
import { poisson } from "./poisson.ts";
import type { Trajectory } from "./trajectory.ts";
import { Transitions } from "./transitions.ts";

type Advance = (trajectory: Trajectory, generations: number, rows: Float64Array, at: number) => void;

function advancer(plan: ScalarPlan | MixturePlan): Advance {
  if (plan.kind === "mixture") {
    const sample = newSample(plan.samples);
    return (trajectory, ...rest) => mixture(trajectory, plan, sample, ...rest);
  }
  if (plan.kind === "gaussian") return (trajectory, ...rest) => gaussian(trajectory, plan, ...rest);
  if (plan.kind === "poisson") return (trajectory, ...rest) => poisson(trajectory, plan, ...rest);
  const transitions = new Transitions(plan.samples, largestTabled(plan));
  return (trajectory, ...rest) => bernoulli(trajectory, plan, transitions, ...rest);
}

export function scalarChain(plan: ScalarPlan | MixturePlan, seed: Key): Chain {
  const width = widthOf(plan);
  const observables = popcount(plan.mask);
  const rows = new Float64Array(width * observables * REACH);
  const advance = advancer(plan);
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
      for (let i = 0; i < running.length; ++i) advance(running[i], generations, rows, i * size);
      return rows.subarray(0, running.length * size);
    },
    absorbed: () => running.every(({ values }) => isAbsorbing(plan, values[0])),
    died: () => new Uint32Array(0),
  };
}
