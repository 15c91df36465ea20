import { comesBack, countedFrom } from "../experiment/coming-back.ts";
import type { Checked } from "../experiment/experiment.ts";
import type { Plan } from "../generations/chain.ts";
import { fromFew } from "../generations/derived/index.ts";
import type { Kernels } from "../kernels/kernels.ts";
import { isReplace } from "../kernels/regime.ts";
import { type Key, seedKey } from "../seed.ts";

/** What trajectories are run from: plain data, so that it can be sent to a worker. */
export interface Task {
  readonly checked: Pick<Checked, "events" | "generations"> & {
    readonly experiment: Pick<Checked["experiment"], "observables" | "generations" | "trajectories">;
  };
  readonly backend: Kernels["backend"];
  readonly plan: Plan;
  readonly seed: Key;
  /** Observables the chain writes, in its order: those recorded and those watched. */
  readonly written: readonly string[];
  /** Their values at generation 0; left out where the chain works them out. */
  readonly initial: readonly number[] | undefined;
  /** Observables that are worked out of those, or of the shares of all symbols. */
  readonly derived: readonly string[];
  /** Whether every trajectory is told of, with its records and times. */
  readonly told: boolean;
  /** Whether trajectories go on until all of their events have happened, and nothing but these is taken down. */
  readonly untilOver: boolean;
  /** What the chain's observables are at generation 0, written or not. */
  readonly truth: readonly { readonly name: string; readonly value: number }[];
}

export function taskOf(
  { experiment, definition, regime, events, generations }: Checked,
  backend: Kernels["backend"],
  { told = false, untilOver = false } = {},
): Task {
  const { model, seed, trajectories } = experiment;
  const observables = untilOver ? [] : experiment.observables;
  const derived = (definition.derived ?? []).filter(
    (name) => observables.includes(name) || events.some(({ observable }) => observable === name),
  );
  const needs = (names: readonly string[]) =>
    names.flatMap((name) => [name, ...((derived.includes(name) && fromFew(model.name, name)?.from) || [])]);
  const watched = needs(events.map((event) => event.observable));
  const mask = maskOf(definition.observables, [...needs(observables), ...watched]);
  const initial = definition.initial?.(model);
  const isWritten = (_: unknown, bit: number) => (mask & (1 << bit)) !== 0;
  const plan = definition.plan(model, mask, maskOf(definition.observables, watched));
  return {
    checked: {
      events,
      generations: untilOver ? [0] : generations,
      experiment: { observables, generations: experiment.generations, trajectories },
    },
    backend,
    plan: isReplace(regime) || plan.kind === "custom" ? plan : { ...plan, regime, ...counting(experiment) },
    seed: seedKey(seed),
    written: definition.observables.filter(isWritten),
    initial: initial?.filter(isWritten),
    derived,
    told,
    untilOver,
    truth: (initial ?? []).map((value, bit) => ({ name: definition.observables[bit], value })),
  };
}

/** Where real data bring symbols back, their absences are counted once they have had time to settle: in the second half. */
const counting = ({ regime, generations }: Checked["experiment"]) =>
  comesBack(regime) && { countFrom: countedFrom(generations) };

/** Bit i for observable i of the model, where it is among the wanted. */
function maskOf(observables: readonly string[], wanted: readonly string[]): number {
  return observables.reduce((mask, name, bit) => (wanted.includes(name) ? mask | (1 << bit) : mask), 0);
}
