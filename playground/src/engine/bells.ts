import { Generator, gaussian, simulate, theory } from "lethe";
import type { Tasks } from "./protocol.ts";
import { type Bells, type Collapse, TRAJECTORIES } from "./story-data.ts";

/** Draws every sample, so that they can be seen, and fits mean and width to them. */
export function bells({ samples, seed, generations, estimator }: Tasks["bells"]["ask"]): Bells {
  const random = new Generator(seed);
  const mean = new Float64Array(generations + 1);
  const std = new Float64Array(generations + 1);
  const drawn = random.normal(new Float64Array(samples * generations));
  std[0] = 1;
  const divisor = estimator === "ml" ? samples : samples - 1;
  for (let k = 1; k <= generations; ++k) {
    const batch = drawn.subarray((k - 1) * samples, k * samples);
    for (let i = 0; i < samples; ++i) batch[i] = mean[k - 1] + std[k - 1] * batch[i];
    mean[k] = batch.reduce((sum, x) => sum + x, 0) / samples;
    std[k] = Math.sqrt(batch.reduce((sum, x) => sum + (x - mean[k]) ** 2, 0) / divisor);
  }
  return { mean, std, drawn };
}

/** The median of the first passage, by its law. */
export function medians({ samples, threshold, estimator }: Tasks["medians"]["ask"]): number[] {
  return samples.map(
    (n) => theory.gaussian.firstPassage({ std: 1, samples: n, threshold, estimator }).median,
  );
}

/** The logarithm of the width falls by half of that of the variance, on average. */
export const fold = (ask: Tasks["fold"]["ask"]): number => -2 / theory.gaussian.drift(ask);

/** Generations to run, in medians: nearly all have collapsed by then. */
const LONG = 2.5;

/** Simulates until nearly all bell curves have collapsed. */
export async function collapse({ samples, seed, threshold, estimator }: Tasks["collapse"]["ask"]) {
  const event = `std>${threshold}` as const;
  const [median] = medians({ samples: [samples], threshold, estimator });
  const generations = Math.max(10, Math.ceil(LONG * median));
  const run = await simulate({
    model: gaussian({ samples, estimator }),
    generations,
    trajectories: TRAJECTORIES,
    seed,
    survival: [event],
    observables: [],
    record: `every:${Math.max(1, Math.floor(generations / 100))}`,
  });
  const time = run.timeTo(event);
  const [low, high] = time.interval(0.5);
  return {
    samples,
    median,
    simulated: time.median,
    interval: [low, high],
    generations: run.generations,
    survival: run.survival(event).probability,
  } satisfies Collapse;
}
