import type { WatchedEvent } from "../models/event.ts";
import type { UsualGaussian } from "../models/gaussian.ts";
import * as theory from "../theory/gaussian.ts";
import type { SurvivalOptions } from "../theory/gaussian-options.ts";
import { type Laws, over, SURESH, type SurvivalLaw } from "./law.ts";

/** Whether the event holds as long as the standard deviation is above a threshold: its law is continuous. */
export const isAbove = ({ observable, operator }: WatchedEvent): boolean =>
  (observable === "std" || observable === "logStd") && (operator === ">" || operator === ">=");

export const thresholdOf = ({ observable, values }: WatchedEvent): number =>
  observable === "logStd" ? Math.exp(values[0]) : values[0];

function survivalLaw(
  name: string,
  side: SurvivalLaw<UsualGaussian>["side"],
  source: string,
  at: (options: SurvivalOptions) => number,
): SurvivalLaw<UsualGaussian> {
  return {
    name,
    side,
    source,
    holds: (_, event) => isAbove(event),
    answer: ({ std, samples, estimator }, event, generations) =>
      over(generations, (generation) =>
        at({ std, samples, estimator, threshold: thresholdOf(event), generation }),
      ),
  };
}

export const gaussianLaws: Laws<UsualGaussian> = {
  survival: [
    survivalLaw("Theorem 3", "upper", SURESH, theory.survivalBound),
    survivalLaw("Bertrand et al.", "upper", "Bertrand et al., arXiv:2310.00429", theory.bertrandBound),
    survivalLaw(
      "best moment bound",
      "upper",
      "Markov's inequality",
      (at) => theory.bestMomentBound(at).value,
    ),
    survivalLaw("exact law", "exact", "Bromwich's integral", theory.survival),
  ],
  mean: [
    {
      name: "exact mean",
      side: "exact",
      source: SURESH,
      holds: (_, observable) => observable === "mean",
      answer: ({ mean }, _, generations) => over(generations, () => mean),
    },
    {
      name: "exact mean",
      side: "exact",
      source: "the mean of a chi distribution, once a generation",
      holds: (_, observable) => observable === "std",
      answer: ({ std, samples, estimator }, _, generations) =>
        over(generations, (generation) => theory.expectedStd({ std, samples, estimator, generation })),
    },
    {
      name: "exact mean",
      side: "exact",
      source: "the mean of a log-chi-square, once a generation",
      holds: (_, observable) => observable === "logStd",
      answer: ({ std, samples, estimator }, _, generations) =>
        over(generations, (k) => Math.log(std) + (k * theory.drift({ samples, estimator })) / 2),
    },
  ],
  time: [
    {
      name: "first passage",
      side: "exact",
      source: "Siegmund, Sequential Analysis (1985), ch. 8",
      holds: (_, event) => isAbove(event) && thresholdOf(event) > 0,
      answer({ std, samples, estimator }, event) {
        const law = theory.firstPassage({ std, samples, estimator, threshold: thresholdOf(event) });
        return { mean: law.mean, sd: law.sd, median: law.median };
      },
    },
  ],
};
