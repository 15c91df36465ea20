import { categorical } from "../models/categorical.ts";
import type { Line, Paper } from "./experiment.ts";

const model = categorical({ weights: new Array(20).fill(1), samples: 50 });

const fresh = (realShare: number): Line => ({
  label: `α = ${realShare}`,
  model,
  regime: { name: "fresh", realShare },
});

const error = {
  quantity: "squared error",
  axis: "squared error of the shares / H₀",
  differs:
    "Measured is the heterozygosity 1 − Σp² that is lost. As the fitted shares are unbiased it has the mean of the summed " +
    "squared error. H₀ is the heterozygosity of the truth.",
} as const;

export const kanabarGastpar: Paper = {
  name: "kanabar-gastpar",
  title: "Model Non-Collapse: Minimax Bounds for Recursive Discrete Distribution Estimation",
  authors: "Kanabar and Gastpar",
  url: "https://arxiv.org/abs/2501.19273",
  text: false,
  missing:
    "No code was published, so that the sizes are ours: 20 equal symbols, 50 samples. Real data that come in while all " +
    "data are kept are not a regime here; nor are the minimax estimators: the fit is that of the frequencies.",
  experiments: [
    {
      ...error,
      kind: "errors",
      name: "kanabar-gastpar-error",
      title: "Twenty symbols: a little real data, fit by fit",
      caption:
        "Each sample is real with the chance α, and nobody knows which. Without real ones all is lost; with any share of them " +
        "the error comes to rest.",
      lines: [{ label: "replace", model, regime: { name: "replace" } }, fresh(0.05), fresh(0.2), fresh(0.5)],
      generations: 100,
      trajectories: 5000,
      scale: "linear",
    },
    {
      ...error,
      kind: "sweep",
      over: "real share",
      name: "kanabar-gastpar-share",
      title: "Twenty symbols: the error that stays, by the share of real data",
      caption:
        "In the long run the error is H₀ / (n − b²(n − 1)) with b = 1 − α. A little real data does most of the " +
        "work.",
      series: [
        {
          label: "fresh",
          cells: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9].map((at) => ({ at, line: fresh(at) })),
        },
      ],
      from: 200,
      generations: 250,
      trajectories: 1000,
      scale: "log",
    },
  ],
};
