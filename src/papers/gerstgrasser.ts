import { poisson } from "../models/poisson.ts";
import type { Line, Paper } from "./experiment.ts";

const model = poisson({ rate: 10, samples: 100 });
const lines: Line[] = [
  { label: "replace", model, regime: { name: "replace" } },
  { label: "accumulate", model, regime: { name: "accumulate" } },
];

const counts = {
  kind: "errors",
  quantity: "squared error",
  axis: "squared error / that of the first fit",
  timesSamples: true,
  generations: 100,
  trajectories: 10_000,
  differs:
    "The paper's theorem is on linear regression with one design for all fits, whose test error has the same two " +
    "factors. Here the mean of counts stands in for it, whose variance per data point is the mean itself.",
} as const;

export const gerstgrasser: Paper = {
  name: "gerstgrasser",
  title:
    "Is Model Collapse Inevitable? Breaking the Curse of Recursion by Accumulating Real and Synthetic Data",
  authors: "Gerstgrasser, Schaeffer, Dey, Rafailov and others",
  url: "https://arxiv.org/abs/2404.01413",
  text: false,
  missing:
    "Its linear regression and its networks are no models here. The mean of a Poisson law stands in for the " +
    "regression: its error grows by the same factors. No code was published with which to compare.",
  experiments: [
    {
      ...counts,
      name: "gerstgrasser-factors",
      title: "Poisson mean: the error grows with every fit, or stays below π²/6",
      caption:
        "After k fits the error is k times that of the first where data are replaced, and 1 + 1/4 + 1/9 + … + 1/k² " +
        "times where they are kept.",
      lines,
      scale: "log",
    },
    {
      ...counts,
      name: "gerstgrasser-accumulate",
      title: "Poisson mean, data kept: towards π²/6",
      caption:
        "The lower curve alone. Most of the loss is in the first few fits; the rest never adds up to much.",
      lines: lines.slice(1),
      scale: "linear",
    },
  ],
};
