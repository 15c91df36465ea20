// What theory says where real data come in, data are kept, or generations grow.
import { hasOnlySynthetic, type Regime } from "../experiment/regime.ts";
import type { BernoulliModel } from "../models/bernoulli.ts";
import type { CategoricalModel } from "../models/categorical.ts";
import type { GaussianModel } from "../models/gaussian.ts";
import type { BuiltInModel, Model } from "../models/index.ts";
import type { PoissonModel } from "../models/poisson.ts";
import { LAST, MOST } from "../theory/regimes/absence-exact.ts";
import * as theory from "../theory/regimes/index.ts";
import { bernoulliSurvivors } from "./bernoulli.ts";
import { isMultinomial, sizeOf, symbolsOf } from "./categorical.ts";
import { type Laws, over } from "./law.ts";
import { isAlive } from "./poisson.ts";

/** What an experiment's laws depend on. */
export interface Setup<M extends Model = Model> {
  readonly model: M;
  readonly regime: Regime;
}

/** A regime with the samples, as theory is asked. */
export const asked = ({ model: { samples }, regime }: Setup<BuiltInModel>) => ({
  regime: regime as theory.RegimeLaw,
  samples,
});

const UNBIASED = "the mean of what is drawn is that of what is drawn from";
const CHAIN = "the exact chain of one symbol's count";
const POISSON = "Theorem 2 of Suresh et al., arXiv:2412.17646, for other data";
export const ONE_RECURSION = "one recursion for every law whose variance is quadratic in its mean";

/** A recursion over the generations. */
export const stepCost = (_: unknown, last: number): number => (last > 1e6 ? Number.POSITIVE_INFINITY : last);

/** A chain has n + 1 states, and pools have more. */
const chainCost = ({ model, regime }: Setup<BuiltInModel>, last: number): number =>
  model.samples > MOST || last > LAST || regime.growth !== undefined
    ? Number.POSITIVE_INFINITY
    : (regime.name === "accumulate-subsample" ? 4000 : 20) * model.samples ** 1.5 * last;

const presence = (setup: Setup<BuiltInModel>, p: number, generations: readonly number[]): Float64Array =>
  theory.absenceExact({ ...asked(setup), p, generations }).map((absent) => 1 - absent);

const constant = <M extends BuiltInModel>(observable: string, value: (model: M) => number) => ({
  name: "exact mean",
  side: "exact" as const,
  source: UNBIASED,
  holds: (_: Setup<M>, name: string) => name === observable,
  answer: ({ model }: Setup<M>, _: string, generations: readonly number[]) =>
    over(generations, () => value(model)),
});

export const bernoulliRegimeLaws: Laws<Setup<BernoulliModel>> = {
  survival: [
    {
      name: "exact chain",
      side: "exact",
      source: CHAIN,
      holds: (_, event) => bernoulliSurvivors(event) !== undefined,
      cost: (setup, last) => 2 * chainCost(setup, last),
      answer(setup, event, generations) {
        const { p } = setup.model;
        const kind = bernoulliSurvivors(event);
        const ones = kind === "zeros" ? undefined : presence(setup, p, generations);
        const zeros = kind === "ones" ? undefined : presence(setup, 1 - p, generations);
        // One of the two is always there.
        return ones && zeros
          ? ones.map((one, i) => one + zeros[i] - 1)
          : (ones ?? zeros ?? new Float64Array());
      },
    },
  ],
  mean: [constant("p", ({ p }) => p)],
  time: [],
};

export const poissonRegimeLaws: Laws<Setup<PoissonModel>> = {
  survival: [
    {
      name: "Theorem 2, for other data",
      side: "exact",
      source: POISSON,
      // A part of a pool is drawn by data points, whose counts stay together.
      holds: ({ regime }, event) => regime.name !== "accumulate-subsample" && isAlive(event),
      cost: stepCost,
      answer: (setup, _, generations) =>
        theory
          .absence({ ...asked(setup), count: setup.model.samples * setup.model.rate, generations })
          .map((absent) => 1 - absent),
    },
  ],
  mean: [constant("rate", ({ rate }) => rate)],
  time: [],
};

export const gaussianRegimeLaws: Laws<Setup<GaussianModel>> = {
  survival: [],
  mean: [
    constant("mean", ({ mean }) => mean),
    {
      name: "exact mean",
      side: "exact",
      source: "the law of a generation's factor, which does not depend on those before it",
      holds: ({ regime }, observable) =>
        (observable === "std" || observable === "logStd") && hasOnlySynthetic(regime),
      cost: (_, last) => (last > 10_000 ? Number.POSITIVE_INFINITY : 3000 * last),
      answer(setup, observable, generations) {
        const { std, estimator } = setup.model;
        const risk = theory.gaussianRisk({ ...asked(setup), estimator: estimator as "ml", generations });
        return observable === "std"
          ? risk.std.map((x) => std * x)
          : risk.logVariance.map((x) => Math.log(std) + x / 2);
      },
    },
  ],
  time: [],
};

export const categoricalRegimeLaws: Laws<Setup<CategoricalModel>> = {
  survival: [],
  mean: [
    {
      name: "exact chain",
      side: "exact",
      source: CHAIN,
      holds: (setup, observable) => isMultinomial(setup.model) && observable === "unique",
      cost: (setup, last) => sizeOf(setup.model) * chainCost(setup, last),
      answer(setup, _, generations) {
        const { p, many } = symbolsOf(setup.model);
        const sum = new Float64Array(generations.length);
        p.forEach((share, g) => {
          presence(setup, share, generations).forEach((alive, i) => {
            sum[i] += many[g] * alive;
          });
        });
        return sum;
      },
    },
    {
      name: "vocabulary law",
      side: "approximation",
      source: POISSON,
      holds: (setup, observable) => isMultinomial(setup.model) && observable === "unique",
      cost: stepCost,
      answer: vocabulary,
    },
    {
      name: "vocabulary law",
      side: "exact",
      source: POISSON,
      holds: (setup, observable) => !isMultinomial(setup.model) && observable === "unique",
      cost: stepCost,
      answer: vocabulary,
    },
    {
      name: "exact mean",
      side: "exact",
      source: ONE_RECURSION,
      holds: (setup, observable) => isMultinomial(setup.model) && observable === "heterozygosity",
      cost: stepCost,
      answer(setup, _, generations) {
        const { p, many } = symbolsOf(setup.model);
        const start = p.reduce((left, share, g) => left - many[g] * share * share, 1);
        return theory.heterozygosityLeft({ ...asked(setup), generations }).map((left) => start * left);
      },
    },
  ],
  time: [],
};

function vocabulary(setup: Setup<CategoricalModel>, _: string, generations: readonly number[]): Float64Array {
  const { p, many, types } = symbolsOf(setup.model);
  const left = theory.expectedUnique({ ...asked(setup), weights: p, multiplicities: many, generations });
  // Generation 0 has every symbol.
  return left.map((words, i) => (generations[i] === 0 ? types : words));
}
