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
  claims: [
    {
      claim: "The time to forget a word is proportional to how often it occurred in the original data.",
      figures: ["time-to-forget"],
    },
    {
      claim: "A Gaussian loses its spread in a time that grows in proportion to the samples of a generation.",
      figures: ["gaussian-10-survival", "gaussian-100-survival"],
    },
  ],
  experiments: [
    ...gaussianExperiments,
    ...bernoulliExperiments,
    ...poissonExperiments,
    ...mixtureExperiments,
    ...discreteExperiments,
    ...ngramExperiments,
  ],
};
