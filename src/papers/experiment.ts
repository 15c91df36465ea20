import type { Regime } from "../experiment/regime.ts";
import type { CategoricalModel } from "../models/categorical.ts";
import type { EmpiricalModel } from "../models/empirical.ts";
import type { GaussianModel } from "../models/gaussian.ts";
import type { Model } from "../models/index.ts";
import type { KdeModel } from "../models/kde.ts";
import type { MixtureModel } from "../models/mixture.ts";
import type { MultivariateModel } from "../models/multivariate.ts";
import type { NgramModel } from "../models/ngram/model.ts";
import type { PoissonModel } from "../models/poisson.ts";
import type { RegressionModel } from "../models/regression.ts";

/** What every experiment of a paper has: names, words, and how much of it is run. */
interface Common {
  /** Name of its files and of its place in the report. */
  readonly name: string;
  readonly title: string;
  /** What to see. */
  readonly caption: string;
  /** Where the authors' notebook or paper does something else. */
  readonly differs?: string;
  readonly generations: number;
  /** Ten times the paper's, where its number is known. */
  readonly trajectories: number;
}

/** A few trajectories of one observable, and the mean over many beside its exact value. */
export interface Paths extends Common {
  readonly kind: "paths";
  readonly model: Model;
  /** What is drawn. */
  readonly observable: "std" | "p";
  /** How many trajectories are drawn. */
  readonly drawn: number;
  readonly scale: "linear" | "log";
}

/** How likely an event still holds, with the bounds on it. */
export interface SurvivalCurve extends Common {
  readonly kind: "survival";
  readonly model: Model;
  readonly event: string;
  /** The event in words of mathematics, for the axis. */
  readonly quantity: string;
  readonly scale: "linear" | "log";
  /** Orders s of moment bounds to add to the curves that theory gives anyway. */
  readonly moments?: readonly number[];
}

/** The same event under several estimators, which are told apart by their names. */
export interface Estimators extends Common {
  readonly kind: "estimators";
  readonly models: readonly MixtureModel[];
  readonly event: string;
  readonly quantity: string;
  readonly scale: "linear" | "log";
}

/** What several estimators make of the same first samples. The models differ in nothing else. */
export interface Fits extends Common {
  readonly kind: "fits";
  readonly models: readonly MixtureModel[];
  /** How many samples are drawn. */
  readonly drawn: number;
}

/**
 * What share of the symbols is still alive, with Corollary 1, or beside the exact law where the counts are Poisson.
 * Without a model: those of the corpus.
 */
export interface Vocabulary extends Common {
  readonly kind: "vocabulary";
  readonly model?: CategoricalModel;
  /** How the corpus is sampled (default: `"multinomial"`). */
  readonly sampling?: CategoricalModel["sampling"];
  readonly scale: "linear" | "log";
}

/** What share of its types a corpus keeps when n-gram models of several orders write it again; order 1 with Corollary 1. */
export interface Ngrams extends Common {
  readonly kind: "ngrams";
  readonly orders: readonly number[];
  readonly rule: NgramModel["rule"];
  readonly scale: "linear" | "log";
}

/** How long each word of the corpus lives. */
export interface Lifetimes extends Common {
  readonly kind: "lifetimes";
  /** The same runs once more: how many words are left. */
  readonly vocabulary: { readonly name: string; readonly title: string; readonly caption: string };
}

/** The corpus down to its last word, for as many generations as that takes. */
export interface UntilOne extends Omit<Common, "generations"> {
  readonly kind: "until-one";
}

/** A model and what its generations are trained on. */
export interface Line {
  readonly label: string;
  readonly model:
    | GaussianModel
    | PoissonModel
    | CategoricalModel
    | KdeModel
    | EmpiricalModel
    | MultivariateModel
    | RegressionModel;
  readonly regime: Regime;
}

/**
 * How far a model is from the truth: the squared error of its mean (or rate, or probabilities or coefficients, summed), in
 * units of the variance of a data point (of a label's noise), or its variance in units of the true one; of an estimate of a
 * density or a distribution function, an observable.
 */
export type Quantity = "squared error" | "variance" | "ise" | "mmd" | "cvm" | MultivariateQuantity;

/**
 * Of a Gaussian of several dimensions besides: the determinant over the true one, its logarithm per dimension, and the sum of
 * the squares of the covariance's errors over that of the true covariance.
 */
export type MultivariateQuantity = "determinant" | "log determinant" | "covariance error";

/** The same quantity under several regimes, generation by generation, beside its exact mean. */
export interface Errors extends Common {
  readonly kind: "errors";
  readonly quantity: Quantity;
  readonly lines: readonly Line[];
  /** What the quantity is called on its axis. */
  readonly axis: string;
  /** Which generations are measured (default: all). */
  readonly record?: string;
  /** x of each line, where the paper says that it falls as k^-x: a straight line of logarithms. What is measured stands beside it. */
  readonly exponents?: readonly number[];
  /** In units of what the first fit has on average. */
  readonly perFirstFit?: boolean;
  readonly scale: "linear" | "log";
}

/** The same quantity after many generations, over an option of the regime or the model. */
export interface Sweep extends Common {
  readonly kind: "sweep";
  readonly over: "samples" | "weight" | "real share" | "bandwidth" | "dimension";
  readonly quantity: Quantity;
  readonly axis: string;
  readonly series: readonly {
    readonly label: string;
    readonly cells: readonly { readonly at: number; readonly line: Line }[];
  }[];
  /** The first of the generations over which each run is averaged (default: the last). */
  readonly from?: number;
  readonly scale: "linear" | "log";
}

/** When a single symbol is left, over the samples of a generation, which is `generations` of them long at most. */
export interface Collapse extends Omit<Common, "generations"> {
  readonly kind: "collapse";
  readonly models: readonly CategoricalModel[];
  /** Generations for each sample, after which a run ends: enough for nearly every one. */
  readonly generationsPerSample: number;
}

/** The median time until the spread is below a threshold, over the samples of a generation, by estimator. */
export interface MedianTimes extends Omit<Common, "generations"> {
  readonly kind: "median-times";
  readonly series: readonly {
    readonly label: "ml" | "unbiased";
    readonly models: readonly GaussianModel[];
  }[];
  readonly threshold: number;
  /** Generations for each sample, after which a run ends: enough for the median. */
  readonly generationsPerSample: number;
}

export type PaperExperiment =
  | Errors
  | Sweep
  | Collapse
  | MedianTimes
  | Paths
  | SurvivalCurve
  | Estimators
  | Fits
  | Vocabulary
  | Ngrams
  | Lifetimes
  | UntilOne;

/** A paper, and as many of its experiments as there are models for. */
export interface Paper {
  /** As it is asked for. */
  readonly name: string;
  readonly title: string;
  readonly authors: string;
  readonly url: string;
  /** Whether some of its experiments are on a text. */
  readonly text: boolean;
  /** What of it cannot be repeated here, and what stands in for it. */
  readonly missing?: string;
  /** What the paper is known for: the figures that the report opens with, and what they show. */
  readonly claims?: readonly Claim[];
  readonly experiments: readonly PaperExperiment[];
}

/** A claim of a paper, and the names of the figures that bear it out or do not. */
export interface Claim {
  readonly claim: string;
  readonly figures: readonly string[];
}
