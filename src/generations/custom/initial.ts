import type { CustomParts } from "./parts.ts";
import { stepsOf } from "./steps.ts";

/** The observables of a model of one's own at generation 0, all of them. */
export function customInitial(parts: CustomParts): number[] {
  const steps = stepsOf(parts);
  const values = new Float64Array(parts.observables.length);
  steps.start();
  steps.observe(-1, values, 0, 1);
  return [...values];
}
