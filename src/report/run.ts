import type { Run } from "../simulate/run.ts";
import type { SimulateOptions } from "../simulate/simulate.ts";
import type { Context } from "./finding.ts";

/** Which generations to record so that no more than about `most` are. */
export const every = (generations: number, most: number): string => `every:${Math.ceil(generations / most)}`;

/** How the simulations of a report are run. */
export function how({ signal, workers, onProgress }: Context): SimulateOptions {
  const options: SimulateOptions = { workers, onProgress: ({ done, total }) => onProgress(done / total) };
  if (signal) options.signal = signal;
  return options;
}

/** What each trajectory went through, as far as that was kept. */
export function rowsOf(run: Run, observable: string): Float64Array[] {
  const { trajectory } = run.observable(observable);
  return Array.from({ length: run.keptTrajectories }, (_, i) => trajectory(i));
}

/** Seconds since it was made. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}

/** The context of the i-th of several runs of one experiment: each is a share of its progress. */
export const partOf = (context: Context, i: number, of: number): Context => ({
  ...context,
  onProgress: (share) => context.onProgress((i + share) / of),
});
