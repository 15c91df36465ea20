// What theory says of Gaussians of several dimensions, in any data regime.
import { hasOnlySynthetic, isPlain } from "../experiment/regime.ts";
import type { WatchedEvent } from "../models/event.ts";
import { type MultivariateModel, trueNumbers } from "../models/multivariate.ts";
import * as theory from "../theory/multivariate.ts";
import { gaussianMoments } from "../theory/regimes/index.ts";
import { type Laws, type MeanLaw, over, type SurvivalLaw } from "./law.ts";
import { asked, type Setup, stepCost } from "./regimes.ts";

const BARTLETT = "Bartlett (1933), Proc. R. Soc. Edinb. 53:260";
const KAZDAN = "Kazdan et al., arXiv:2410.16713: each coordinate is a Gaussian of one dimension";

type Of = Setup<MultivariateModel>;

const fitOf = ({ dimension, samples, estimator }: MultivariateModel) => ({ dimension, samples, estimator });

/** Whether every fit has full rank, or, with less, the law of its determinant does not hang on the true one. */
const isKnown = ({ dimension, samples, covariance }: MultivariateModel): boolean =>
  samples > dimension || covariance === "identity";

/** The ratio of determinants that an event asks for; undefined where it asks for something else. */
function thresholdOf(
  model: MultivariateModel,
  { observable, operator, values }: WatchedEvent,
): number | undefined {
  if (!operator.startsWith(">") || model.samples <= model.dimension) return undefined;
  if (observable === "detRatio") return values[0];
  if (observable !== "logDet") return undefined;
  const ratio = Math.exp(values[0] - trueNumbers(model).logDet);
  return Number.isFinite(ratio) ? ratio : undefined;
}

const survival = (
  name: string,
  side: "exact" | "upper",
  source: string,
  at: (options: theory.AtGeneration & { threshold: number }) => number,
): SurvivalLaw<MultivariateModel> => ({
  name,
  side,
  source,
  holds: (model, event) => thresholdOf(model, event) !== undefined,
  cost: ({ dimension }, _, generations) => 1e5 * dimension * generations,
  answer(model, event, generations) {
    const threshold = thresholdOf(model, event) as number;
    return over(generations, (generation) => at({ ...fitOf(model), generation, threshold }));
  },
});

export const multivariateLaws: Laws<MultivariateModel> = {
  survival: [
    survival("Markov's inequality", "upper", BARTLETT, ({ threshold, ...options }) =>
      threshold > 0 ? Math.min(1, theory.expectedDet(options) / threshold) : 1,
    ),
    survival("exact law", "exact", "Bromwich's integral", theory.survival),
  ],
  mean: [],
  time: [],
};

export const multivariateRegimeLaws: Laws<Of> = { survival: [], mean: [], time: [] };

const exact = (
  observable: string,
  source: string,
  answer: (setup: Of, generations: readonly number[]) => Float64Array,
  holds: (setup: Of) => boolean = () => true,
  cost: NonNullable<MeanLaw<Of>["cost"]> = stepCost,
): MeanLaw<Of> => ({
  name: "exact mean",
  side: "exact",
  source,
  holds: (setup, name) => name === observable && holds(setup),
  cost,
  answer: (setup, _, generations) => answer(setup, generations),
});

const moments = (setup: Of, generations: readonly number[]) =>
  gaussianMoments({ ...asked(setup), estimator: setup.model.estimator, generations });

const isReplaced = ({ regime }: Of): boolean => isPlain(regime);
const isAccumulated = ({ regime }: Of): boolean =>
  regime.name === "accumulate" && hasOnlySynthetic(regime) && regime.growth === undefined;

/** Every generation has two sums of as many powers as there are dimensions. */
const accumulatedCost: NonNullable<MeanLaw<Of>["cost"]> = ({ model }, last) =>
  last > 100_000 ? Number.POSITIVE_INFINITY : 100 * model.dimension * last;

export const multivariateMeanLaws: readonly MeanLaw<Of>[] = [
  exact(
    "logDet",
    BARTLETT,
    ({ model }, generations) => {
      const { logDet } = trueNumbers(model);
      return over(
        generations,
        (generation) => logDet + theory.expectedLogDet({ ...fitOf(model), generation }),
      );
    },
    (setup) => isReplaced(setup) && isKnown(setup.model),
  ),
  exact(
    "detRatio",
    BARTLETT,
    ({ model }, generations) =>
      over(generations, (generation) => theory.expectedDet({ ...fitOf(model), generation })),
    isReplaced,
  ),
  exact(
    "detRatio",
    "the minors of a Wishart matrix, generation by generation",
    ({ model }, generations) => theory.expectedDetAccumulated({ ...fitOf(model), generations }),
    isAccumulated,
    accumulatedCost,
  ),
  exact("traceRatio", KAZDAN, (setup, generations) => moments(setup, generations).variance),
  exact("meanError", KAZDAN, (setup, generations) => {
    const { trace } = trueNumbers(setup.model);
    return moments(setup, generations).squaredError.map((x) => trace * x);
  }),
  exact(
    "covarianceError",
    "He, Xu & Cheng, arXiv:2502.18049: the second moments of Wishart matrices",
    (setup, generations) => {
      const { trace, squares } = trueNumbers(setup.model);
      const { estimator } = setup.model;
      return theory.covarianceError({ ...asked(setup), estimator, trace, squares, generations });
    },
    ({ regime }) => regime.name === "replace" || regime.name === "weighted",
  ),
  exact(
    "kl",
    BARTLETT,
    ({ model }, generations) =>
      over(generations, (generation) => theory.expectedKl({ ...fitOf(model), generation })),
    isReplaced,
  ),
];
