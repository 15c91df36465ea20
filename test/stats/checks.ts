// What a sample has to pass, right or wrong: the wrong samplers of harness.test.ts go through the same functions.
import { chiSquareIntegers, chiSquareTails, lowBits } from "./chi-square.ts";
import { type Finding, meanTest } from "./finding.ts";
import { ks } from "./ks.ts";
import type { Law } from "./laws.ts";

/** Draws of a cell, where nothing else is said. */
export const DRAWS = 1e6;

/** Shape, tails and mean of a continuous law; sorts the sample. */
export function continuous(sample: Float64Array, law: Law): Finding[] {
  const mean = meanTest(sample, law);
  return [ks(sample, law), chiSquareTails(sample, law), mean];
}

/** Shape, mean where it is normal, and the last digits of a wide law while doubles have them. */
export function discrete(sample: Float64Array, law: Law): Finding[] {
  const findings = [chiSquareIntegers(sample, law)];
  if (sample.length * law.std ** 2 >= 1000) findings.push(meanTest(sample, law));
  if (law.std > 100 && law.mean + 20 * law.std < 2 ** 53) findings.push(lowBits(sample));
  return findings;
}

/** Draws by a generator's sampler, into an array of their own. */
export function sample(draw: (out: Float64Array) => Float64Array, draws = DRAWS): Float64Array {
  return draw(new Float64Array(draws));
}
