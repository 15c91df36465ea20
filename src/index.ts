/**
 * The whole library: `simulate()` runs an experiment with one of the models (`bernoulli`, `poisson`, `gaussian`, `mixture`,
 * `categorical`, `ngram`, or one of your own, `custom`); `forget()` a corpus; `sweep()` a grid of experiments; `theory` has the
 * bounds and exact laws; `Generator` draws random numbers.
 * @module lethe
 */
export { init } from "./backend.ts";
export { InputError, WorkerError } from "./check/errors.ts";
export type { UnderWay } from "./chunks/setting.ts";
export type { Trajectories } from "./chunks/trajectories.ts";
export type { Experiment, NormalisedExperiment } from "./experiment/experiment.ts";
export type { Regime } from "./experiment/regime.ts";
export type { Line } from "./forget/fit.ts";
export {
  type CountClass,
  type ForgetOptions,
  type ForgetReport,
  forget,
  type WordRisk,
} from "./forget/forget.ts";
export type { ForgetPresence } from "./forget/presence.ts";
export {
  forgetUntilOne,
  type LastWord,
  type TimeToOneWord,
  type UntilOneOptions,
  type UntilOneReport,
} from "./forget/until-one.ts";
export type { OwnCountsFit, OwnMomentsFit } from "./kernels/fit.ts";
export type { Side, TheoryCurve, TheoryTime } from "./laws/law.ts";
export { type BernoulliModel, type BernoulliOptions, bernoulli } from "./models/bernoulli.ts";
export { type CategoricalModel, type CategoricalOptions, categorical } from "./models/categorical.ts";
export { type CustomModel, type CustomOptions, custom, moduleModel } from "./models/custom.ts";
export { describeModels, type ModelDescription, type OptionDescription } from "./models/describe.ts";
export { type EmpiricalModel, type EmpiricalOptions, empirical } from "./models/empirical.ts";
export { type GaussianModel, type GaussianOptions, gaussian } from "./models/gaussian.ts";
export type { BuiltInModel, EventOf, Model, ObservableOf } from "./models/index.ts";
export { type KdeModel, type KdeOptions, kde } from "./models/kde.ts";
export { type MixtureModel, type MixtureOptions, mixture } from "./models/mixture.ts";
export { type MultivariateModel, type MultivariateOptions, multivariate } from "./models/multivariate.ts";
export type { NgramModel } from "./models/ngram/model.ts";
export { type NgramOptions, ngram } from "./models/ngram.ts";
export { type PoissonModel, type PoissonOptions, poisson } from "./models/poisson.ts";
export { type RegressionModel, type RegressionOptions, regression } from "./models/regression.ts";
export type { ChoiceOptions } from "./random/choice-options.ts";
export type { Reals, Wholes } from "./random/fill.ts";
export { Generator } from "./random/generator.ts";
export type { GeneratorState } from "./random/source.ts";
export type { Definition, Verdict } from "./simulate/definitions.ts";
export { type Follower, type FollowOptions, follow } from "./simulate/follow.ts";
export { type NgramTextOptions, ngramText } from "./simulate/ngram-text.ts";
export type { Provenance } from "./simulate/provenance.ts";
export type {
  EventTime,
  Forgetting,
  Measured,
  Observable,
  Presence,
  PresenceGroup,
  PresenceMeasures,
  Run,
  Survival,
} from "./simulate/run.ts";
export type { RunDocument } from "./simulate/run-document.ts";
export { type Progress, type SimulateOptions, simulate } from "./simulate/simulate.ts";
export type { TimeTo } from "./simulate/time-to.ts";
export type { RawShard, RawStore, ShardStore, Store } from "./study/store.ts";
export { type Sweep, type SweepOptions, type SweepProgress, sweep } from "./study/sweep.ts";
export type { Column, Table, Tables } from "./study/tables.ts";
export { type CountOptions, countTokens, type WordCounts } from "./text/count.ts";
export { type SentenceSequence, sentences } from "./text/sentences.ts";
export { sequence, type TokenSequence } from "./text/sequence.ts";
export type { Tokenizer } from "./text/tokenise.ts";
export { wordTypes } from "./text/types.ts";
export * as theory from "./theory/index.ts";
export { version } from "./version.ts";
export type { Workers } from "./workers/choice.ts";
