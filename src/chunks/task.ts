import type { Checked } from "../experiment/experiment.ts";
import type { Plan } from "../generations/chain.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { isReplace } from "../kernels/regime.ts";
import { type Key, seedKey } from "../seed.ts";

/** What trajectories are run from: plain data, so that it can be sent to a worker. */
export interface Task {
  readonly checked: Pick<Checked, "events" | "generations"> & {
    readonly experiment: Pick<Checked["experiment"], "observables" | "generations">;
  };
  readonly backend: Kernels["backend"];
  readonly plan: Plan;
  readonly seed: Key;
  /** Observables the chain writes, in its order: those recorded and those watched. */
  readonly written: readonly string[];
  /** Their values at generation 0; left out where the chain works them out. */
  readonly initial: readonly number[] | undefined;
}

export function taskOf(
  { experiment, definition, regime, events, generations }: Checked,
  backend: Kernels["backend"],
): Task {
  const { model, observables, seed } = experiment;
  const watched = events.map((event) => event.observable);
  const mask = maskOf(definition.observables, [...observables, ...watched]);
  const isWritten = (_: unknown, bit: number) => (mask & (1 << bit)) !== 0;
  const plan = definition.plan(model, mask, maskOf(definition.observables, watched));
  return {
    checked: { events, generations, experiment: { observables, generations: experiment.generations } },
    backend,
    plan: isReplace(regime) || plan.kind === "custom" ? plan : { ...plan, regime },
    seed: seedKey(seed),
    written: definition.observables.filter(isWritten),
    initial: definition.initial?.(model).filter(isWritten),
  };
}

/** Bit i for observable i of the model, where it is among the wanted. */
function maskOf(observables: readonly string[], wanted: readonly string[]): number {
  return observables.reduce((mask, name, bit) => (wanted.includes(name) ? mask | (1 << bit) : mask), 0);
}
