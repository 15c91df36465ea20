import type { Truth } from "../../kernels/densities.ts";

/**
 * The mean of F (1 - F) over the true law, which is n times the mean Cramér–von Mises distance of an empirical law of n
 * samples: 1/6 of any law that is continuous.
 */
export function meanBinomialVariance({ uniform, centres: [centres], stds }: Truth): number {
  if (uniform || stds.some((std) => std > 0)) return 1 / 6;
  const values = centres.slice().sort();
  const many = values.length;
  let sum = 0;
  for (let from = 0; from < many; ) {
    let end = from + 1;
    while (end < many && values[end] === values[from]) ++end;
    sum += (end - from) * (end / many) * (1 - end / many);
    from = end;
  }
  return sum / many;
}
