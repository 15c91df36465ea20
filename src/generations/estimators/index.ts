import type { EstimatorName, EstimatorPlan, OwnCountsFit } from "../../kernels/fit.ts";
import { absoluteDiscount } from "./absolute-discount.ts";
import { add } from "./add.ts";
import type { Estimator } from "./estimator.ts";
import { goodTuring } from "./good-turing.ts";
import { jamesStein } from "./james-stein.ts";
import { ml } from "./ml.ts";
import { ownCounts } from "./own.ts";
import { shrink } from "./shrink.ts";

/** Every estimator, by name, made of its one number. A new one is added here and in src/kernels/fit.ts. */
const estimators: Readonly<Record<EstimatorName, (parameter: number) => Estimator>> = {
  ml: () => ml,
  add,
  shrink,
  "james-stein": () => jamesStein,
  "good-turing": () => goodTuring,
  "absolute-discount": absoluteDiscount,
};

export const estimatorOf = (plan: EstimatorPlan | OwnCountsFit): Estimator =>
  typeof plan === "function" ? ownCounts(plan) : estimators[plan.name](plan.parameter);
