import { multivariate } from "../models/multivariate.ts";
import type { Errors, Line, Sweep } from "./experiment.ts";

const dimensions = [1, 3, 10, 31, 100];
const regimes = ["replace", "accumulate", "accumulate-subsample"] as const;

const line = (dimension: number, name: (typeof regimes)[number], label: string): Line => ({
  label,
  model: multivariate({ dimension, samples: 100, estimator: "ml" }),
  regime: { name },
});

const series = regimes.map((label) => ({
  label,
  cells: dimensions.map((at) => ({ at, line: line(at, label, label) })),
}));

/** Ten and more dimensions of subsamples, which keep every data point, take most of the time. */
const sweep = { kind: "sweep", over: "dimension", generations: 20, trajectories: 100, series } as const;

const SHORTER =
  "The authors run 100 fits; here it is 20, as in 100 dimensions every data point of a subsample is kept.";

/** The figures of the paper's Gaussian in up to 100 dimensions, 100 data points a generation. */
export const kazdanMultivariate: readonly (Errors | Sweep)[] = [
  {
    ...sweep,
    quantity: "squared error",
    axis: "squared error of the mean / tr Σ₀",
    name: "kazdan-dimension-error",
    title: "Gaussian, n = 100: squared error of the mean, by dimension",
    caption:
      "Per dimension the error is that of one dimension, whatever the regime: each coordinate of a mean is fitted by itself.",
    differs: SHORTER,
    scale: "log",
  },
  {
    ...sweep,
    quantity: "variance",
    axis: "tr Σ / tr Σ₀",
    name: "kazdan-dimension-trace",
    title: "Gaussian, n = 100: trace left, by dimension",
    caption:
      "The mean of the trace does not depend on the dimension either, which hides how the directions collapse.",
    differs: SHORTER,
    scale: "linear",
  },
  {
    kind: "errors",
    quantity: "log determinant",
    axis: "ln det Σ / d",
    name: "kazdan-log-determinant",
    title: "Gaussian, n = 100, replaced data: the determinant, by dimension",
    caption:
      "What the trace hides: the more dimensions, the faster the determinant falls, per dimension too. The least direction " +
      "loses its spread first, and with 100 dimensions it has none: a covariance fitted to 100 points has rank 99, and a " +
      "determinant of 0.",
    differs:
      "The authors plot the ratio of the determinants, of which the mean is carried by very few runs; its logarithm has a mean that a " +
      "thousand runs know.",
    lines: [1, 3, 10, 31].map((d) => line(d, "replace", `d = ${d}`)),
    generations: 100,
    trajectories: 1000,
    scale: "linear",
  },
  {
    kind: "errors",
    quantity: "determinant",
    axis: "det Σ / det Σ₀",
    name: "kazdan-determinant",
    title: "Gaussian, n = 100, data kept: the determinant, by dimension",
    caption:
      "Kept data hold the determinant above 0 in any dimension: most of what is lost is lost in the first fit, and the exact mean " +
      "comes to rest.",
    lines: [1, 3, 10].map((d) => line(d, "accumulate", `d = ${d}`)),
    generations: 100,
    trajectories: 1000,
    scale: "linear",
  },
];
