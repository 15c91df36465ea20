import * as v from "valibot";
import { invalid } from "../check/errors.ts";
import { choice, described, integer, number } from "../check/schema.ts";
import { define, type ModelDefinition, named, SAMPLES } from "./model.ts";

export interface RegressionOptions {
  /** Coefficients that are fitted, d: an integer from 1 to 100. */
  dimension: number;
  /** Rows each generation is fitted to, T: an integer from `dimension` to 2^53-1. With fewer the fit is not unique. */
  samples: number;
  /** Standard deviation of the noise of a row's label (default 1), from 1e-100 to 1e100. */
  noise?: number;
  /**
   * `"fixed"` (default) draws the rows once and has every generation label the same ones anew, as the theory and the code
   * of the papers do; `"fresh"` draws new rows in each.
   */
  design?: "fixed" | "fresh";
}

export type RegressionModel = Readonly<Required<RegressionOptions>> & { readonly name: "regression" };

const observables = ["error"] as const;
export type RegressionObservable = (typeof observables)[number];

export const regressionDefinition: ModelDefinition<RegressionModel, typeof observables> = {
  schema: v.strictObject({
    name: named("regression"),
    dimension: described("coefficients that are fitted", integer(1, 100)),
    samples: described(SAMPLES, integer(1)),
    noise: v.optional(described("standard deviation of a label's noise", number(1e-100, 1e100)), 1),
    design: v.optional(
      described("whether all generations label the same rows", choice("fixed", "fresh")),
      "fixed",
    ),
  }),
  check(model, place) {
    const { dimension, samples } = model;
    if (samples >= dimension) return model;
    const allowed = `at least ${dimension}, the dimension: with fewer rows the fit is not unique`;
    throw invalid(`${place}samples`, samples, allowed);
  },
  observables,
  recorded: observables,
  initial: () => [0],
  plan: ({ dimension, samples, noise, design }, mask) => ({
    kind: "regression",
    samples,
    bySamples: false,
    dimension,
    noise,
    fresh: design === "fresh",
    mask,
  }),
};

/**
 * Linear regression, refitted by least squares to labels that the last fit gave: y = x . w + noise N(0, 1), with rows x of
 * standard normals. Observable: `error`, the squared distance |w - w*|^2 from the true coefficients, which is the test
 * error without noise on new rows. It is 0 at generation 0, and does not depend on w*.
 *
 * @see Gerstgrasser et al., Is Model Collapse Inevitable?, https://arxiv.org/abs/2404.01413
 * @see Kazdan et al., Collapse or Thrive?, https://arxiv.org/abs/2410.16713
 * @throws {InputError} for an option that is missing, unknown or out of range
 */
export function regression(options: RegressionOptions): RegressionModel {
  return define(regressionDefinition, options);
}
