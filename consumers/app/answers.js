import { Generator, gaussian, simulate } from "lethe";
import { Generator as Alone } from "lethe/random";

/** A run that is long enough to bring in threads. */
const experiment = {
  model: gaussian({ samples: 1000, method: "samples" }),
  ...{ generations: 200, trajectories: 1200, seed: 1, survival: ["std>0.98"] },
};

/** What is asked of the library everywhere: a run by one thread and by two, and numbers of the `Generator`. */
export async function answers() {
  const runs = [await simulate(experiment), await simulate(experiment, { workers: 2 })];
  const [rng, alone] = [new Generator(42), new Alone(42)];
  return {
    runs: runs.map((run) =>
      [...run.observable("std").mean, ...run.survival("std>0.98").probability].filter((_, k) => k % 50 === 0),
    ),
    draws: [rng, alone].map((rng) => [
      rng.normal(),
      rng.poisson(4.2),
      rng.normal(new Float64Array(20_000))[19_999],
    ]),
    threads: runs.map((run) => run.provenance.workers),
    backend: runs[0].provenance.backend,
  };
}
