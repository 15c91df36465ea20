import { multivariate } from "../models/multivariate.ts";
import type { Errors, Line, Sweep } from "./experiment.ts";

const quarter = new Array(4).fill(0.25);
const four = multivariate({ dimension: 4, covariance: quarter, samples: 100, estimator: "unbiased" });
// n = 100 real and m = 100 synthetic data points.
const two = multivariate({ dimension: 2, samples: 200, estimator: "unbiased" });
/** 0.20, 0.22, …, 0.78. */
const weights = Array.from({ length: 30 }, (_, i) => (20 + 2 * i) / 100);

const replaced: Line = { label: "replace", model: four, regime: { name: "replace" } };
const golden: Line = {
  label: "weighted, w = 0.618",
  model: multivariate({ dimension: 4, covariance: quarter, samples: 200, estimator: "unbiased" }),
  regime: { name: "weighted", realSamples: 100, weight: (Math.sqrt(5) - 1) / 2 },
};

const FIRST_FIT =
  "The authors' first fit uses data of covariance I/4, the later ones of I; here it is the same law throughout.";

/** Its figures 7 and 8: four dimensions over the fits, two over the weight. */
export const heXuChengMultivariate: readonly (Errors | Sweep)[] = [
  {
    kind: "errors",
    quantity: "squared error",
    axis: "squared error of the mean / tr Σ₀",
    name: "he-xu-cheng-mean",
    title: "Gaussian, d = 4, 100 data points: the error of the mean, fit by fit",
    caption:
      "Replaced data lose the mean, at 1/n a fit on average; with 100 new real data points in each generation and the golden weight its error " +
      "stays.",
    differs: `${FIRST_FIT} They go on for 1,000 fits, where the mean over runs is carried by one in very many; here it is 100.`,
    lines: [replaced, golden],
    generations: 100,
    trajectories: 5000,
    scale: "log",
  },
  {
    kind: "errors",
    quantity: "covariance error",
    axis: "squared error of the covariance / |Σ₀|²",
    name: "he-xu-cheng-covariance",
    title: "Gaussian, d = 4, 100 data points: the error of the covariance, fit by fit",
    caption:
      "The squared Frobenius norm of the error: under replacement it grows faster than in proportion, although each fit " +
      "is unbiased.",
    differs: `${FIRST_FIT} They go on for 1,000 fits; here it is 20, after which few runs carry the mean.`,
    lines: [replaced, golden],
    generations: 20,
    trajectories: 10_000,
    scale: "log",
  },
  {
    kind: "sweep",
    quantity: "covariance error",
    axis: "squared error of the covariance / |Σ₀|²",
    over: "weight",
    name: "he-xu-cheng-covariance-weight",
    title: "Gaussian, d = 2, 100 real and 100 synthetic: the weight for the covariance",
    caption:
      "The same weight is all but the best one for the covariance: its error is smallest at 0.620, beside the golden ratio's 0.618.",
    series: [
      {
        label: "weighted",
        cells: weights.map((weight) => ({
          at: weight,
          line: { label: "weighted", model: two, regime: { name: "weighted", realSamples: 100, weight } },
        })),
      },
    ],
    from: 150,
    generations: 200,
    trajectories: 2000,
    scale: "linear",
  },
];
