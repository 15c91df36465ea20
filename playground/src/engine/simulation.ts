import {
  bernoulli,
  categorical,
  gaussian,
  kde,
  type Model,
  mixture,
  multivariate,
  poisson,
  type Run,
  regression,
  simulate,
  type Trajectories,
  version,
} from "lethe";
import { LINES } from "../model-fields.ts";
import type { Spec } from "../spec.ts";
import type { Simulated } from "./bench-data.ts";

const MAKERS: Readonly<Record<string, (options: never) => Model>> = {
  bernoulli,
  categorical,
  gaussian,
  kde,
  mixture,
  multivariate,
  poisson,
  regression,
};

/**
 * Runs an experiment. The first trajectories are the same however many there are, so they go ahead: there is a picture at
 * once, and it sharpens when the others have been run, and again when theory is done.
 */
export async function simulated(
  spec: Spec,
  signal: AbortSignal,
  tell: (progress: Simulated | number) => void,
): Promise<Simulated> {
  const model = MAKERS[spec.model](spec.options as never);
  const { generations, trajectories, seed, event, observable } = spec;
  const experiment = { model, generations, seed, survival: [event], observables: [observable] };
  const few = Math.min(LINES, trajectories);
  const deaths = new Float64Array(few);
  const onTrajectories = ({ first, timeTo }: Trajectories) => deaths.set(timeTo[event], first);
  const first = await simulate({ ...experiment, trajectories: few }, { signal, onTrajectories });
  const lines = Array.from({ length: few }, (_, i) => first.observable(observable).trajectory(i));
  tell(summary(first, spec, lines, deaths));
  const run =
    trajectories === few
      ? first
      : await simulate(
          { ...experiment, trajectories },
          { signal, onProgress: ({ done, total }) => tell(done / total) },
        );
  const done = summary(run, spec, lines, deaths);
  tell(done);
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal.throwIfAborted();
  return {
    ...done,
    survivalTheory: run.survival(event).theory,
    meanTheory: run.observable(observable).theory,
  };
}

function summary(
  run: Run,
  { event, observable }: Spec,
  lines: Float64Array[],
  deaths: Float64Array,
): Simulated {
  const { probability, standardError, lower, upper } = run.survival(event);
  const { mean, quantile } = run.observable(observable);
  return {
    generations: run.generations,
    lines,
    deaths,
    mean: mean.slice(),
    ...{ low: quantile(0.1), middle: quantile(0.5), high: quantile(0.9) },
    probability,
    standardError,
    lower,
    upper,
    trajectories: run.experiment.trajectories,
    median: run.timeTo(event).median,
    version,
    backend: run.provenance.backend,
  };
}
