// Draws from many weights at a cost that does not grow with them. A. J. Walker (1977), doi:10.1145/355744.355749
import type { Stream } from "../kernels/stream.ts";
import { integer, uniform } from "../reference/random/uniform.ts";

/** Which of the weights each draw falls on. */
export function aliasTable(weights: Float64Array): (stream: Stream) => number {
  const size = weights.length;
  const total = weights.reduce((a, b) => a + b, 0);
  const share = weights.map((weight) => (weight / total) * size);
  const aliases = new Uint32Array(size);
  const waiting = new Uint32Array(size);
  let low = 0;
  let high = size;
  for (let i = 0; i < size; ++i) waiting[share[i] < 1 ? low++ : --high] = i;
  while (low > 0 && high < size) {
    const poor = waiting[--low];
    const rich = waiting[high++];
    aliases[poor] = rich;
    share[rich] -= 1 - share[poor];
    waiting[share[rich] < 1 ? low++ : --high] = rich;
  }
  // What is left is 1 but for rounding.
  while (low > 0) share[waiting[--low]] = 1;
  while (high < size) share[waiting[high++]] = 1;
  return (stream) => {
    const column = integer(stream, 0, size);
    return uniform(stream) < share[column] ? column : aliases[column];
  };
}
