/** (1 - 1/n)^k, the share of the heterozygosity left after k generations, without the cancellation of 1 - 1/n. */
export function retained(samples: number, generation: number): number {
  return generation === 0 ? 1 : Math.exp(generation * Math.log1p(-1 / samples));
}
