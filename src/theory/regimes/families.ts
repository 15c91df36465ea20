import { invalid } from "../../check/errors.ts";

/**
 * A family of laws by the variance of one data point, V(m) = v0 + v1 m + v2 m^2 for the mean m. Given is its name, or v2.
 */
export interface FamilyOptions {
  /**
   * v2 is -1 for "bernoulli" and "categorical" (whose mean squared error is summed over the symbols, and whose V is
   * 1 - sum p^2), 0 for "poisson" and for "gaussian" of known variance, 1 for "exponential" and "geometric".
   */
  family?: Family;
  /** Of any other family: a number from -1 to 1000000, as -1/N for Binomial(N) and 1/r for gamma laws of shape r. */
  v2?: number;
}

export type Family = "bernoulli" | "categorical" | "poisson" | "gaussian" | "exponential" | "geometric";

const V2: Record<Family, number> = {
  bernoulli: -1,
  categorical: -1,
  poisson: 0,
  gaussian: 0,
  exponential: 1,
  geometric: 1,
};

/** The v2 of the options, checked. Internal. */
export function curvature({ family, v2 }: FamilyOptions): number {
  if (family === undefined) {
    if (typeof v2 === "number" && v2 >= -1 && v2 <= 1e6) return v2;
    throw invalid("v2", v2, "a number from -1 to 1000000");
  }
  if (v2 !== undefined) throw invalid("v2", v2, "not together with family");
  if (typeof family === "string" && Object.hasOwn(V2, family)) return V2[family];
  throw invalid("family", family, `one of ${Object.keys(V2).join(", ")}`);
}
