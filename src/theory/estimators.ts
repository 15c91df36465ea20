// What estimators make of counts, and what that makes of generations.
export {
  absoluteDiscounting,
  addConstant,
  type CountOptions,
  goodTuring,
  jamesStein,
  maximumLikelihood,
  shrinkToUniform,
} from "./estimators/estimate.ts";
export { type ShrunkGaussianOptions, shrunkGaussian } from "./estimators/gaussian.ts";
export { type RepeatOptions, repeatProbability, repeatProbabilityLimit } from "./estimators/repeat.ts";
