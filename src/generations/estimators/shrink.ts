import { type Estimator, pull } from "./estimator.ts";

/** Frequencies pulled to the uniform law: (1 - lambda) c / n + lambda / m. */
export const shrink =
  (lambda: number): Estimator =>
  (tally, out) =>
    pull(tally, lambda, out);
