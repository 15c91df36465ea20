// What data each generation is trained on, and what comes of it.

export { absenceExact } from "./absence-exact.ts";
export { absenceRateLimit, permanentLoss } from "./absence-limit.ts";
export { absenceRate } from "./absence-rate.ts";
export type { AtGeneration, AtGenerations, RegimeOptions } from "./asked.ts";
export { type ComingAndGoing, comingAndGoing } from "./coming-and-going.ts";
export { comingAndGoingPoisson } from "./coming-and-going-poisson.ts";
export { bestWeight, realShareForError, weightForError } from "./error-inverse.ts";
export type { Family, FamilyOptions } from "./families.ts";
export {
  type GaussianMoments,
  type GaussianRegimeOptions,
  gaussianMoments,
  type PulledGaussianOptions,
} from "./gaussian.ts";
export { gaussianMomentsLimit } from "./gaussian-limit.ts";
export { type GaussianRisk, gaussianRisk } from "./gaussian-risk.ts";
export { type Growth, sizes } from "./growth.ts";
export { type KeepOptions, keptByShare, realShareFor, weightFor } from "./keep.ts";
export { heterozygosityLeft, type MeanErrorOptions, meanError } from "./mean-error.ts";
export { meanErrorLimit } from "./mean-error-limit.ts";
export { type PowerLawOptions, powerLawLostMass } from "./power-law.ts";
export type { RegimeLaw } from "./regime.ts";
export {
  type AllSymbols,
  absence,
  expectedUnique,
  expectedUniqueLimit,
  lostMass,
  type OneSymbol,
} from "./vocabulary.ts";
