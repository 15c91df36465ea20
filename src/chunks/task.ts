import type { Checked } from "../experiment/experiment.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type { ChainPlan } from "../kernels/plans.ts";
import { definitionOf, type Model } from "../models/index.ts";
import { type Key, seedKey } from "../seed.ts";

/** What trajectories are run from: plain data, so that it can be sent to a worker. */
export interface Task {
  readonly checked: Pick<Checked, "events" | "generations"> & {
    readonly experiment: Pick<Checked["experiment"], "observables" | "generations">;
  };
  readonly backend: Kernels["backend"];
  readonly plan: ChainPlan;
  readonly seed: Key;
  /** Observables the chain writes, in its order: those recorded and those watched. */
  readonly written: readonly string[];
  /** Their values at generation 0; left out where the chain works them out. */
  readonly initial: readonly number[] | undefined;
}

export function taskOf({ experiment, events, generations }: Checked, backend: Kernels["backend"]): Task {
  const { model, observables, seed } = experiment;
  const definition = definitionOf(model.name);
  const watched = events.map((event) => event.observable);
  const mask = maskOf(model, [...observables, ...watched]);
  const isWritten = (_: unknown, bit: number) => (mask & (1 << bit)) !== 0;
  return {
    checked: { events, generations, experiment: { observables, generations: experiment.generations } },
    backend,
    plan: definition.plan(model, mask, maskOf(model, watched)),
    seed: seedKey(seed),
    written: definition.observables.filter(isWritten),
    initial: definition.initial?.(model).filter(isWritten),
  };
}

/** Bit i for observable i of the model. */
function maskOf(model: Model, observables: readonly string[]): number {
  return definitionOf(model.name).observables.reduce(
    (mask, name, bit) => (observables.includes(name) ? mask | (1 << bit) : mask),
    0,
  );
}
