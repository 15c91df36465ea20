import { categorical } from "../models/categorical.ts";
import { gaussian } from "../models/gaussian.ts";
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
const HEAVY =
  "Under replace a few runs carry the mean of the variance; the authors average 100. The bars are those of the exact " +
  "variance where it is larger than that of the runs.";

export const kazdan: Paper = {
  name: "kazdan",
  title: "Collapse or Thrive? Perils and Promises of Synthetic Data in a Self-Generating World",
  authors: "Kazdan, Schaeffer, Dey, Gerstgrasser and others",
  url: "https://arxiv.org/abs/2410.16713",
  text: false,
  missing:
    "Its circles, moons and swiss roll, whose densities have no closed form, are no truths here; its linear regression is no model here.",
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
  ],
};
