import { gaussian, simulate } from "../../dist/index.js";

/** Seconds of work that a single worker is given. */
const WORK = 10;

/** Draws every sample, so that nearly all of the work is drawing. */
const experiment = (trajectories) => ({
  model: gaussian({ samples: 1000, method: "samples" }),
  generations: 100,
  trajectories,
  seed: 1,
  record: "every:100",
});

async function seconds(trajectories, workers) {
  const began = performance.now();
  const run = await simulate(experiment(trajectories), { workers });
  return { seconds: (performance.now() - began) / 1000, mean: run.observable("std").mean.at(-1) };
}

/** Two workers against one; undefined where simulate() knows no workers. */
export async function workersCase() {
  const trial = 2000;
  try {
    await seconds(2, 2);
  } catch (error) {
    if (!/workers/.test(error.message)) throw error;
    console.error("skipped: workers, which this build of simulate() does not have");
    return undefined;
  }
  const trajectories = Math.ceil((WORK / (await seconds(trial, 1)).seconds) * trial);
  const contestant = (name, workers) => ({
    name,
    async time() {
      const { seconds: took, mean } = await seconds(trajectories, workers);
      return { ns: 1e9 * took, checksum: mean };
    },
  });
  return {
    name: "2 workers, gaussian chain drawing n = 1000",
    unit: "run",
    units: 1,
    slow: true,
    note: `${trajectories.toLocaleString("en")} trajectories`,
    contestants: () => [contestant("2 workers", 2), contestant("1 worker", 1)],
  };
}
