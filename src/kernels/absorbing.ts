import type { CategoricalPlan, MixturePlan, ScalarPlan } from "./plans.ts";

/** Whether a trajectory that carries this value, the first of its plan's, keeps it forever. */
export function isAbsorbing({ kind }: ScalarPlan | MixturePlan, value: number): boolean {
  if (kind === "bernoulli") return value === 0 || value === 1;
  return kind === "poisson" && value === 0;
}

/** The most symbols that are left of a categorical model when it can change no more: a last one is never lost. */
export const absorbingSize = ({ byPoisson }: CategoricalPlan): number => (byPoisson ? 0 : 1);
