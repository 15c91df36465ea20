// Means of derived observables: how far a model is from the true one, in any data regime.
import { hasOnlySynthetic, isPlain } from "../experiment/regime.ts";
import { sharesOf } from "../generations/derived/index.ts";
import { categoricalDerived } from "../generations/derived/many.ts";
import type { BernoulliModel } from "../models/bernoulli.ts";
import { type CategoricalModel, weightsOf } from "../models/categorical.ts";
import type { UsualGaussian } from "../models/gaussian.ts";
import type { BuiltInModel } from "../models/index.ts";
import type { PoissonModel } from "../models/poisson.ts";
import { risk } from "../theory/categorical-risk.ts";
import * as theory from "../theory/regimes/index.ts";
import { isMultinomial, sizeOf, symbolsOf } from "./categorical.ts";
import { type Law, type MeanLaw, shared } from "./law.ts";
import { asked, ONE_RECURSION, type Setup, stepCost } from "./regimes.ts";

type Answer<M extends BuiltInModel> = (setup: Setup<M>, generations: readonly number[]) => Float64Array;

const exact = <M extends BuiltInModel>(observable: string, at: Answer<M>): MeanLaw<Setup<M>> => ({
  name: "exact mean",
  side: "exact",
  source: ONE_RECURSION,
  holds: (_, name) => name === observable,
  cost: stepCost,
  answer: (setup, _, generations) => at(setup, generations),
});

/** E (theta_k - theta_0)^2 in units of the variance of one data point, where frequencies or means are fitted. */
const error = (
  setup: Setup<BuiltInModel>,
  family: "categorical" | "poisson",
  generations: readonly number[],
) => theory.meanError({ ...asked(setup), family, generations });

export const bernoulliDerivedLaws: readonly MeanLaw<Setup<BernoulliModel>>[] = [
  exact("l2", (setup, generations) => {
    const { p } = setup.model;
    return error(setup, "categorical", generations).map((x) => p * (1 - p) * x);
  }),
  exact("variance", (setup, generations) => {
    const { p } = setup.model;
    return error(setup, "categorical", generations).map((x) => p * (1 - p) * Math.max(0, 1 - x));
  }),
];

export const poissonDerivedLaws: readonly MeanLaw<Setup<PoissonModel>>[] = [
  exact("l2", (setup, generations) => error(setup, "poisson", generations).map((x) => setup.model.rate * x)),
  exact("variance", ({ model }, generations) => Float64Array.from(generations, () => model.rate)),
];

const moments = (setup: Setup<UsualGaussian>, generations: readonly number[]) =>
  theory.gaussianMoments({ ...asked(setup), estimator: setup.model.estimator, generations });

const gaussianRisk = (
  observable: string,
  pick: (risk: theory.GaussianRisk<Float64Array>, variance: number) => Float64Array,
): MeanLaw<Setup<UsualGaussian>> => ({
  ...exact<UsualGaussian>(observable, (setup, generations) =>
    pick(
      theory.gaussianRisk({ ...asked(setup), estimator: setup.model.estimator, generations }),
      setup.model.std ** 2,
    ),
  ),
  source: "the law of a generation's factor, which does not depend on those before it",
  holds: ({ regime }, name) => name === observable && hasOnlySynthetic(regime),
  cost: (_, last) => (last > 10_000 ? Number.POSITIVE_INFINITY : 3000 * last),
});

export const gaussianDerivedLaws: readonly MeanLaw<Setup<UsualGaussian>>[] = [
  exact("variance", (setup, generations) =>
    moments(setup, generations).variance.map((x) => setup.model.std ** 2 * x),
  ),
  exact("l2", (setup, generations) =>
    moments(setup, generations).squaredError.map((x) => setup.model.std ** 2 * x),
  ),
  gaussianRisk("kl", ({ reverse }) => reverse),
  gaussianRisk("klForward", ({ forward }) => forward),
  gaussianRisk("w2", ({ wasserstein }, variance) => wasserstein.map((x) => variance * x)),
];

/** How many chains there are: two for each whole number that a count is near at first. */
const chainsOf = ({ model }: Setup<CategoricalModel>): number => {
  const { p } = symbolsOf(model);
  return 2 * new Set(p.map((share) => Math.floor(share * model.samples))).size + 1;
};

const riskOf = shared((model: CategoricalModel, generations) =>
  risk({ weights: weightsOf(model), samples: model.samples, generations }),
);

const categoricalRisk = (
  observable: string,
  measure: "reverse" | "smoothed" | "totalVariation" | "lostMass",
): MeanLaw<Setup<CategoricalModel>> => ({
  name: "exact chain",
  side: "exact",
  source: "the chains of the symbols' counts",
  holds: (setup, name) =>
    name === observable && isMultinomial(setup.model) && isPlain(setup.regime) && setup.model.samples <= 2000,
  cost: (setup, last) =>
    // The first generation has a law for each symbol, which takes some thousand multiplications.
    last > 10_000 || sizeOf(setup.model) > 400_000
      ? Number.POSITIVE_INFINITY
      : 20 * setup.model.samples ** 1.5 * last * chainsOf(setup),
  answer({ model }, _, generations) {
    const values = riskOf(model, generations)[measure];
    // Smoothing makes a difference at generation 0 too.
    if (observable !== "klForward" || !generations.includes(0)) return values;
    const truth = sharesOf(weightsOf(model));
    const first = categoricalDerived.klForward({ shares: truth, truth, samples: model.samples });
    return values.map((x, i) => (generations[i] === 0 ? first : x));
  },
});

export const categoricalDerivedLaws: readonly MeanLaw<Setup<CategoricalModel>>[] = [
  {
    ...exact<CategoricalModel>("l2", (setup, generations) => {
      const { p, many } = symbolsOf(setup.model);
      const start = p.reduce((left, share, g) => left - many[g] * share * share, 1);
      return error(setup, "categorical", generations).map((x) => start * x);
    }),
    holds: (setup, name) => name === "l2" && isMultinomial(setup.model),
  },
  categoricalRisk("kl", "reverse"),
  categoricalRisk("klForward", "smoothed"),
  categoricalRisk("tv", "totalVariation"),
  categoricalRisk("lostMass", "lostMass"),
  {
    name: "Poisson law",
    side: "approximation",
    source: "Theorem 2 of Suresh et al., arXiv:2412.17646, for other data",
    holds: (_, name) => name === "lostMass",
    cost: stepCost,
    answer(setup, _, generations) {
      const { p, many } = symbolsOf(setup.model);
      const lost = theory.lostMass({ ...asked(setup), weights: p, multiplicities: many, generations });
      return lost.map((x, i) => (generations[i] === 0 ? 0 : x));
    },
  },
];

/** The same laws where data are replaced, asked of the model alone. */
export const plainly = <M extends BuiltInModel, Question, Answer>(
  laws: readonly Law<Setup<M>, Question, Answer>[],
): Law<M, Question, Answer>[] => {
  const setup = (model: M): Setup<M> => ({ model, regime: { name: "replace" } });
  return laws.map(({ holds, cost, answer, ...law }) => ({
    ...law,
    holds: (model, question) => holds(setup(model), question),
    ...(cost && { cost: (model: M, last: number, many: number) => cost(setup(model), last, many) }),
    answer: (model, question, generations) => answer(setup(model), question, generations),
  }));
};
