import { pnorm } from "lib-r-math.js";
import { binomialLaw, type Law } from "./laws.ts";

/** What one test says of one sample. */
export interface Finding {
  readonly test: string;
  readonly statistic: number;
  readonly p: number;
  /** Of a p-value that can take few values, so that it is not uniform: no part of the closing check. */
  readonly coarse?: boolean;
}

/** A statistic that is standard normal if all is well. */
function score(test: string, z: number): Finding {
  return { test, statistic: z, p: 2 * pnorm(-Math.abs(z)) };
}

/** The mean of a sample, in standard errors as the law has them: sees a shift long before the shape does. */
export function meanTest(sample: Float64Array, law: Law): Finding {
  let sum = 0;
  for (const x of sample) sum += x - law.mean;
  return score("mean", sum / (law.std * Math.sqrt(sample.length)));
}

/** How often something of the given probability came about, against the binomial law itself; both tails. */
export function countTest(test: string, count: number, draws: number, probability: number): Finding {
  const law = binomialLaw(draws, probability);
  const p = 2 * Math.min(law.below(count), law.above(count - 1));
  return { test, statistic: count, p: Math.min(1, p), coarse: true };
}

/** Correlation of two samples whose moments are known, times the root of their size: standard normal. */
export function correlationTest(test: string, a: Float64Array, b: Float64Array, law: Law): Finding {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += (a[i] - law.mean) * (b[i] - law.mean);
  return score(test, sum / (law.std * law.std * Math.sqrt(a.length)));
}
