// How far a linear regression is from the truth that is refitted to its own labels.
export { type ErrorLawOptions, quantile, survival } from "./regression-law.ts";
export { meanError, meanErrorLimit } from "./regression-mean.ts";
export type { RegressionOptions } from "./regression-options.ts";
