import { bernoulliExperiments } from "./bernoulli.ts";
import { discreteExperiments } from "./discrete.ts";
import type { PaperExperiment } from "./experiment.ts";
import { gaussianExperiments } from "./gaussian.ts";
import { mixtureExperiments } from "./mixture.ts";
import { ngramExperiments } from "./ngram.ts";
import { poissonExperiments } from "./poisson.ts";

export type {
  Estimators,
  Fits,
  Lifetimes,
  Ngrams,
  PaperExperiment,
  Paths,
  SurvivalCurve,
  UntilOne,
  Vocabulary,
} from "./experiment.ts";

/** The paper that the experiments are from. */
export const paper = {
  title: "Rate of Model Collapse in Recursive Training",
  authors: "Suresh, Thangaraj and Khandavally",
  url: "https://arxiv.org/abs/2412.17646",
} as const;

/** Every experiment of the paper as data: the parameters, and what to look for. */
export const experiments: readonly PaperExperiment[] = [
  ...gaussianExperiments,
  ...bernoulliExperiments,
  ...poissonExperiments,
  ...mixtureExperiments,
  ...discreteExperiments,
  ...ngramExperiments,
];
