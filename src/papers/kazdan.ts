import { categorical } from "../models/categorical.ts";
import { gaussian } from "../models/gaussian.ts";
import { regression } from "../models/regression.ts";
import type { Line, Paper } from "./experiment.ts";
import { kdeExperiments } from "./kazdan-kde.ts";
import { kazdanMultivariate } from "./kazdan-multivariate.ts";

const sizes = [10, 32, 100, 316, 1000];
const regimes = ["replace", "accumulate", "accumulate-subsample"] as const;

const line = (samples: number, name: (typeof regimes)[number]): Line => ({
  label: name,
  model: gaussian({ samples, estimator: "ml" }),
  regime: { name },
});

const lines = regimes.map((name) => line(10, name));
const series = regimes.map((label) => ({
  label,
  cells: sizes.map((at) => ({ at, line: line(at, label) })),
}));

const sweep = { kind: "sweep", over: "samples", generations: 100, trajectories: 1000 } as const;
const runs = { kind: "errors", generations: 100, trajectories: 10_000 } as const;
const error = { quantity: "squared error", axis: "squared error of the mean / σ²" } as const;
const variance = { quantity: "variance", axis: "variance left" } as const;

/** Lines of regression over the rows, one for each dimension that has fewer. */
const dimensions = (name: "replace" | "accumulate") =>
  [1, 3, 10, 32, 100].map((dimension) => {
    const label = `d = ${dimension}`;
    const cell = (at: number) => {
      const model = regression({ dimension, samples: at });
      return { at, line: { label, model, regime: { name } } as const };
    };
    return { label, cells: sizes.filter((at) => at > dimension).map(cell) };
  });
const rows = regression({ dimension: 10, samples: 32 });
const test = { quantity: "squared error", axis: "test error / σ²" } as const;
const NOISE =
  "The authors show three levels of noise, σ² = 0.1, 1 and 10: in units of σ² they are the same. The test error is without " +
  "noise, on all rows that there may be instead of 1000.";

const HEAVY =
  "Under replace a few runs carry the mean of the variance; the authors average 100. The bars are those of the exact " +
  "variance where it is larger than that of the runs.";

export const kazdan: Paper = {
  name: "kazdan",
  title: "Collapse or Thrive? Perils and Promises of Synthetic Data in a Self-Generating World",
  authors: "Kazdan, Schaeffer, Dey, Gerstgrasser and others",
  url: "https://arxiv.org/abs/2410.16713",
  text: false,
  missing: "Its circles, moons and swiss roll, whose densities have no closed form, are no models here.",
  experiments: [
    {
      ...runs,
      ...error,
      name: "kazdan-error-10",
      title: "Gaussian, n = 10: how far the mean strays",
      caption:
        "Replaced data lose the mean: its squared error grows until the spread is gone. Kept data hold it, and " +
        "a subsample of a fixed size of them, which costs no more to train on, nearly as well.",
      lines,
      scale: "linear",
    },
    {
      ...runs,
      ...variance,
      name: "kazdan-variance-10",
      title: "Gaussian, n = 10: how much of the variance is left",
      caption:
        "With the divisor n the fitted variance and the squared error of the mean add up to 1 on average: what " +
        "is lost of the one is found in the other.",
      differs: HEAVY,
      lines,
      scale: "linear",
    },
    {
      ...sweep,
      ...error,
      name: "kazdan-error",
      title: "Gaussian: squared error of the mean after 100 fits",
      caption:
        "Where data are kept the error falls like 1/n from the first size on. Under replacement it does so only where n is " +
        "far above the number of fits.",
      differs:
        "The authors' density figure takes the fitted variance for the scale of the normal density. Not so here.",
      series,
      scale: "log",
    },
    {
      ...sweep,
      ...variance,
      name: "kazdan-variance",
      title: "Gaussian: variance left after 100 fits",
      caption:
        "The same runs: more data a generation put the collapse off, kept data prevent it at any size.",
      differs: HEAVY,
      series,
      scale: "linear",
    },
    {
      kind: "collapse",
      name: "kazdan-collapse-time",
      title: "Ten equal outcomes: fits until one is left",
      caption:
        "Replacement forgets all outcomes but one, in a time that grows like n. The exact mean is that of the chain, " +
        "not of its diffusion.",
      differs: "The authors stop where the entropy is below 1e-8, which is where a single outcome is left.",
      models: sizes.map((samples) => categorical({ weights: new Array(10).fill(1), samples })),
      generationsPerSample: 20,
      trajectories: 1000,
    },
    ...kdeExperiments,
    ...kazdanMultivariate,
    {
      ...runs,
      ...test,
      trajectories: 1000,
      name: "kazdan-regression-32",
      title: "Linear regression, 10 coefficients, 32 rows: test error, fit by fit",
      caption:
        "The rows are the same in all generations, and only their labels are new. Replaced labels add an error with every " +
        "fit, kept ones average theirs out.",
      differs:
        `${NOISE} Where a part of the kept rows is drawn it has some of them twice, as in the authors' code, and so says ` +
        "less than it could; the mean of that error is not known.",
      lines: regimes.map((name) => ({ label: name, model: rows, regime: { name } })),
      scale: "log",
    },
    {
      ...sweep,
      ...test,
      name: "kazdan-regression-replace",
      title: "Linear regression, data replaced: test error after 100 fits",
      caption:
        "A hundred times the error of one fit, d / (T − d − 1): it is as large as the noise until the rows, T, are a hundred " +
        "times the coefficients, d.",
      differs: NOISE,
      series: dimensions("replace"),
      scale: "log",
    },
    {
      ...sweep,
      ...test,
      name: "kazdan-regression-accumulate",
      title: "Linear regression, data kept: test error after 100 fits",
      caption:
        "The same where all data are kept: 1.635 times the error of one fit, at any number of rows and coefficients.",
      differs: NOISE,
      series: dimensions("accumulate"),
      scale: "log",
    },
  ],
};
