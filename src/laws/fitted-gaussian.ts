// What theory says of Gaussians that are shrunk, or sampled at a temperature.
import { isPlain } from "../experiment/regime.ts";
import type { WatchedEvent } from "../models/event.ts";
import type { GaussianModel } from "../models/gaussian.ts";
import * as theory from "../theory/gaussian.ts";
import { gaussianMoments } from "../theory/regimes/index.ts";
import { isAbove, thresholdOf } from "./gaussian.ts";
import { type Laws, type MeanLaw, over } from "./law.ts";
import { asked, type Setup, stepCost } from "./regimes.ts";

type Fitted = Setup<GaussianModel>;

const MAD = "Alemohammad et al., arXiv:2307.01850, whose sampling bias it is";
const RECURSION = "a recursion of the two moments of data and fit";

/** Of a function nothing is known. */
const isNamed = ({ model }: Fitted): boolean => typeof model.estimator === "string";

/** Fitted by its moments alone, of replaced data: each generation has the same factor, but for the temperature. */
const isTempered = ({ model, regime }: Fitted): boolean =>
  (model.estimator === "unbiased" || model.estimator === "ml") && isPlain(regime);

/** A model's moments, in units of the true variance. */
function moments(setup: Fitted, generations: readonly number[]) {
  const { std, estimator, lambda, tau = 0, temperature } = setup.model;
  return gaussianMoments({
    ...asked(setup),
    estimator: estimator === "unbiased" ? "unbiased" : "ml",
    ...(temperature !== undefined && { temperature }),
    ...(estimator === "shrink" && {
      share: lambda ?? 0,
      target: Math.min(Number.MAX_VALUE, (tau / std) ** 2),
    }),
    generations,
  });
}

const moment = (observable: string, pick: "variance" | "squaredError"): MeanLaw<Fitted> => ({
  name: "exact mean",
  side: "exact",
  source: RECURSION,
  holds: (setup, name) => name === observable && isNamed(setup),
  cost: stepCost,
  answer: (setup, _, generations) => moments(setup, generations)[pick].map((x) => setup.model.std ** 2 * x),
});

/** What the temperatures of so many generations make of a standard deviation, as a logarithm. */
const widened = ({ temperature = 1 }: GaussianModel, generation: number): number =>
  (generation * Math.log(temperature)) / 2;

/** The model as it would be without its temperature. */
const untempered = ({ std, samples, estimator }: GaussianModel) => ({
  std,
  samples,
  estimator: estimator as "ml" | "unbiased",
});

export const fittedGaussianLaws: Laws<Fitted> = {
  survival: [
    {
      name: "exact law",
      side: "exact",
      source: MAD,
      holds: (setup, event: WatchedEvent) => isTempered(setup) && isAbove(event),
      answer: ({ model }, event, generations) =>
        over(generations, (generation) => {
          const threshold = thresholdOf(event) * Math.exp(-widened(model, generation));
          // Beyond the numbers nothing is above it.
          if (threshold === Number.POSITIVE_INFINITY) return 0;
          return theory.survival({ ...untempered(model), threshold, generation });
        }),
    },
  ],
  mean: [
    {
      name: "exact mean",
      side: "exact",
      source: "means are fitted by means, whatever the variance",
      holds: (setup, observable) => observable === "mean" && isNamed(setup),
      answer: ({ model }, _, generations) => over(generations, () => model.mean),
    },
    moment("variance", "variance"),
    moment("l2", "squaredError"),
    {
      name: "exact mean",
      side: "exact",
      source: MAD,
      holds: (setup, observable) => observable === "std" && isTempered(setup),
      answer: ({ model }, _, generations) =>
        over(
          generations,
          (generation) =>
            theory.expectedStd({ ...untempered(model), generation }) * Math.exp(widened(model, generation)),
        ),
    },
    {
      name: "exact mean",
      side: "exact",
      source: MAD,
      holds: (setup, observable) => observable === "logStd" && isTempered(setup),
      answer({ model }, _, generations) {
        const { std, samples, estimator } = untempered(model);
        const drift = theory.drift({ samples, estimator });
        return over(generations, (k) => Math.log(std) + (k * drift) / 2 + widened(model, k));
      },
    },
  ],
  time: [],
};
