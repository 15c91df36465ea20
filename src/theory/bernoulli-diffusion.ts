import { checkSamples, probability, readOptions } from "./check.ts";

/** x ln x, continued to 0 at 0. */
const entropyTerm = (x: number): number => (x === 0 ? 0 : x * Math.log(x));

function checkStart(options: { p: number; samples: number }): { p: number; samples: number } {
  const { p, samples } = readOptions(options, ["p", "samples"]);
  probability("p", p);
  checkSamples(samples);
  return { p, samples };
}

/**
 * Diffusion approximation of the mean number of generations until one symbol is left,
 * -2n [p ln p + (1-p) ln(1-p)]. For n = 50 to 200 it is high by about 2 generations at p = 1/2 and by 0.7 at
 * p = 1/n.
 *
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Kimura and Ohta (1969), Genetics 61:763, https://doi.org/10.1093/genetics/61.3.763, fixation and loss
 *   weighted by their probabilities (haploid size n for their 2N)
 */
export function absorptionTimeDiffusion(options: { p: number; samples: number }): number {
  const { p, samples } = checkStart(options);
  const zeros = p < 1 ? (1 - p) * Math.log1p(-p) : 0;
  // + 0 turns the -0 of p = 0 and p = 1 into 0.
  return -2 * samples * (entropyTerm(p) + zeros) + 0;
}

/**
 * Diffusion approximation of the mean number of generations until the ones are lost, given that they are:
 * -2n p ln(p) / (1-p); its limit 2n at p = 1.
 *
 * @returns generations
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Kimura and Ohta (1969), Genetics 63:701, https://doi.org/10.1093/genetics/63.3.701 (haploid size n for their
 *   2N)
 */
export function lossTimeDiffusion(options: { p: number; samples: number }): number {
  const { p, samples } = checkStart(options);
  if (p === 1) return 2 * samples;
  return (-2 * samples * entropyTerm(p)) / (1 - p) + 0;
}
