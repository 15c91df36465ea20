// The time to forget a symbol: under Poisson sampling, and under multinomial sampling.
export * from "./forgetting-poisson.ts";
export {
  type FiniteOptions,
  type FiniteTime,
  wrightFisher,
  wrightFisherCdf,
  wrightFisherQuantile,
} from "./wright-fisher.ts";
