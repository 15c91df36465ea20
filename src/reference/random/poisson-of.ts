// Twin of assembly/random/poisson-of.ts.
import type { Stream } from "../../kernels/stream.ts";
import { poisson } from "./poisson.ts";
import { TABLED, tabledPoisson } from "./poisson-table.ts";
import { RARE, uniform } from "./uniform.ts";

export function fillPoissonOf(
  stream: Stream,
  scale: number,
  weights: Float64Array,
  counts: Float64Array,
): void {
  for (let i = 0; i < weights.length; ++i) {
    const mean = scale * weights[i];
    const whole = Math.floor(mean);
    if (!(mean >= RARE && whole <= TABLED)) {
      counts[i] = poisson(stream, mean);
      continue;
    }
    let count = whole > 0 ? tabledPoisson(stream, whole) : 0;
    for (let units = tabledPoisson(stream, 1); units > 0; --units)
      count += uniform(stream) < mean - whole ? 1 : 0;
    counts[i] = count;
  }
}
