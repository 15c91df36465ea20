export * as bernoulli from "./bernoulli.ts";
export * as categorical from "./categorical.ts";
export { extinctionRate, extinctionRates } from "./extinction.ts";
export * as forgetting from "./forgetting.ts";
export * as gaussian from "./gaussian.ts";
export * as mixture from "./mixture.ts";
export * as poisson from "./poisson.ts";
export * as regimes from "./regimes/index.ts";
