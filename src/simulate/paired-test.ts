/** Of one-sided tests with alpha = 0.01: what a standard normal variable is above with this chance. */
const CRITICAL = 2.3263478740408408;

export interface Means {
  readonly mean: number;
  readonly standardError: number;
}

/** Mean and standard error; of infinite values an infinite mean. */
export function meansOver(values: Float64Array): Means {
  const n = values.length;
  // Equal values have this mean to the bit.
  if (values.every((x) => x === values[0])) return { mean: values[0], standardError: n > 1 ? 0 : Number.NaN };
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, standardError: Math.sqrt(squares / (n - 1) / n) };
}

/** Whether a mean is above 0, from one value of each trajectory; z is null where there is no standard error. */
export function pairedTest(values: Float64Array): {
  readonly z: number | null;
  readonly verdict: "yes" | "no" | "not decided";
} {
  const { mean, standardError } = meansOver(values);
  if (mean === Number.POSITIVE_INFINITY) return { z: null, verdict: "yes" };
  if (values.length < 2 || Number.isNaN(mean)) return { z: null, verdict: "not decided" };
  // The same in each trajectory: nothing is left to chance.
  if (standardError === 0) return { z: null, verdict: mean > 0 ? "yes" : "no" };
  const z = mean / standardError;
  return { z, verdict: z > CRITICAL ? "yes" : z < -CRITICAL ? "no" : "not decided" };
}
