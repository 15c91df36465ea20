import { bernoulliExperiments } from "./bernoulli.ts";
import { discreteExperiments } from "./discrete.ts";
import type { Paper } from "./experiment.ts";
import { gaussianExperiments } from "./gaussian.ts";
import { mixtureExperiments } from "./mixture.ts";
import { ngramExperiments } from "./ngram.ts";
import { poissonExperiments } from "./poisson.ts";

/** The paper of which everything is repeated. */
export const suresh: Paper = {
  name: "suresh",
  title: "Rate of Model Collapse in Recursive Training",
  authors: "Suresh, Thangaraj and Khandavally",
  url: "https://arxiv.org/abs/2412.17646",
  text: true,
  experiments: [
    ...gaussianExperiments,
    ...bernoulliExperiments,
    ...poissonExperiments,
    ...mixtureExperiments,
    ...discreteExperiments,
    ...ngramExperiments,
  ],
};
