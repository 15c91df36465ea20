import type { CategoricalModel } from "../models/categorical.ts";
import type { Model } from "../models/index.ts";
import type { MixtureModel } from "../models/mixture.ts";
import type { NgramModel } from "../models/ngram/model.ts";

/** What every experiment of the paper has: names, words, and how much of it is run. */
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

export type PaperExperiment =
  | Paths
  | SurvivalCurve
  | Estimators
  | Fits
  | Vocabulary
  | Ngrams
  | Lifetimes
  | UntilOne;
