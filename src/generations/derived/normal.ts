import { exp } from "../../kernels/math.ts";
import { normalSurvival } from "../../theory/normal.ts";

/** Pr(std Z > distance) for a standard normal Z; of a standard deviation of 0, the limit. */
export function upperTail(distance: number, std: number): number {
  if (std > 0) return normalSurvival(distance / std, exp);
  return distance > 0 ? 0 : distance === 0 ? 0.5 : 1;
}
