// Runs the models of few numbers: one trajectory after another, each with its own stream.
import {
  type Chain,
  isAbsorbing,
  type MixturePlan,
  popcount,
  type ScalarPlan,
  widthOf,
} from "../../kernels/kernels.ts";
import { integerKey, type Key } from "../../seed.ts";
import { Stream } from "../random/stream.ts";
import { bernoulli } from "./bernoulli.ts";
import { gaussian } from "./gaussian.ts";
import { mixture, newSample } from "./mixture.ts";
import { poisson } from "./poisson.ts";
import { largestTabled, Transitions } from "./transitions.ts";

export interface Trajectory {
  readonly stream: Stream;
  readonly values: [number, number, number];
}

const REACH = 512;

type Advance = (trajectory: Trajectory, generations: number, rows: Float64Array, at: number) => void;

function advancer(plan: ScalarPlan | MixturePlan): Advance {
  if (plan.kind === "mixture") {
    const sample = newSample(plan.samples);
    return (trajectory, ...rest) => mixture(trajectory, plan, sample, ...rest);
  }
  if (plan.kind === "gaussian") return (trajectory, ...rest) => gaussian(trajectory, plan, ...rest);
  const advance = { bernoulli, poisson }[plan.kind];
  const transitions = new Transitions(plan.kind === "poisson" ? 0 : plan.samples, largestTabled(plan));
  return (trajectory, ...rest) => advance(trajectory, plan, transitions, ...rest);
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
