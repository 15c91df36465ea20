import { empirical } from "../models/empirical.ts";
import { gaussian } from "../models/gaussian.ts";
import type { Paper } from "./experiment.ts";
import { heXuChengMultivariate } from "./he-xu-cheng-multivariate.ts";

// n = 100 real and m = 100 synthetic data points.
const model = gaussian({ samples: 200, estimator: "unbiased" });
/** The best weight of as many synthetic as real data: 1 over the golden ratio. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** 0.20, 0.22, …, 0.78. */
const weights = Array.from({ length: 30 }, (_, i) => (20 + 2 * i) / 100);

export const heXuCheng: Paper = {
  name: "he-xu-cheng",
  title: "Golden Ratio Weighting Prevents Model Collapse",
  authors: "He, Xu and Cheng",
  url: "https://arxiv.org/abs/2502.18049",
  text: false,
  missing:
    "Its logistic and Poisson regressions are no models here; its least squares and its figure 9, the best weight against " +
    "plain pooling, are left out.",
  experiments: [
    {
      kind: "sweep",
      quantity: "squared error",
      axis: "squared error of the mean / σ²",
      over: "weight",
      name: "he-xu-cheng-weight",
      title: "Gaussian, 100 real and 100 synthetic: the golden weight",
      caption:
        "Each fit is an average of one to new real data, with the weight shown, and one to the last model's. The error of " +
        "the mean in the long run is smallest at the golden ratio, above one half: synthetic data carry all " +
        "earlier errors.",
      differs:
        "The authors' first fit uses data of another covariance than the later ones; by the generations " +
        "that are recorded, from 150 on, it is forgotten.",
      series: [
        {
          label: "weighted",
          cells: weights.map((weight) => ({
            at: weight,
            line: { label: "weighted", model, regime: { name: "weighted", realSamples: 100, weight } },
          })),
        },
      ],
      from: 150,
      generations: 200,
      trajectories: 20_000,
      scale: "linear",
    },
    {
      kind: "errors",
      quantity: "cvm",
      axis: "∫ (Fₖ − F)² dF",
      name: "he-xu-cheng-ecdf",
      title: "Empirical distribution functions, 100 samples: replaced, or weighted with new real data",
      caption:
        "Of replaced data a single number is left in the end, whose distance from the truth is 1/6 on average. With as many new " +
        "real data in every generation, at the golden weight, the distance stays below that of a hundred real data points.",
      differs:
        "About twenty of each tenfold of the thousand generations are measured; the data have one coordinate.",
      lines: [
        { label: "replace", model: empirical({ samples: 100 }), regime: { name: "replace" } },
        {
          label: "weighted",
          model: empirical({ samples: 200 }),
          regime: { name: "weighted", realSamples: 100, weight: GOLDEN },
        },
      ],
      record: "log:20",
      generations: 1000,
      trajectories: 1000,
      scale: "log",
    },
    ...heXuChengMultivariate,
  ],
};
