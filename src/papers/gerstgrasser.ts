import { regression } from "../models/regression.ts";
import type { Line, Paper } from "./experiment.ts";

const model = regression({ dimension: 10, samples: 100 });
const lines: Line[] = [
  { label: "replace", model, regime: { name: "replace" } },
  { label: "accumulate", model, regime: { name: "accumulate" } },
];

const errors = {
  kind: "errors",
  quantity: "squared error",
  axis: "test error / that of the first fit",
  perFirstFit: true,
  generations: 100,
  trajectories: 10_000,
} as const;

export const gerstgrasser: Paper = {
  name: "gerstgrasser",
  title:
    "Is Model Collapse Inevitable? Breaking the Curse of Recursion by Accumulating Real and Synthetic Data",
  authors: "Gerstgrasser, Schaeffer, Dey, Rafailov and others",
  url: "https://arxiv.org/abs/2404.01413",
  text: false,
  missing:
    "Its networks are no models here. No code was published, so that the sizes are ours: 10 coefficients, 100 rows; the two " +
    "factors do not depend on them.",
  experiments: [
    {
      ...errors,
      name: "gerstgrasser-factors",
      title: "Linear regression: the error grows with every fit, or stays below π²/6",
      caption:
        "After k fits the error is k times that of the first where data are replaced, and 1 + 1/4 + 1/9 + … + 1/k² " +
        "times where they are kept.",
      lines,
      scale: "log",
    },
    {
      ...errors,
      name: "gerstgrasser-accumulate",
      title: "Linear regression, data kept: towards π²/6",
      caption:
        "The lower curve alone, and beside it that of generations which label new rows: those are fitted better the more of " +
        "them are kept, and stay below.",
      differs: "The paper's theorem is on the first of the two, one design for all fits.",
      lines: [
        { ...lines[1], label: "same rows" },
        {
          label: "new rows",
          model: regression({ ...model, design: "fresh" }),
          regime: { name: "accumulate" },
        },
      ],
      scale: "linear",
    },
  ],
};
