import { empirical } from "../models/empirical.ts";
import { kde } from "../models/kde.ts";
import type { Line, Paper } from "./experiment.ts";

const TRUTH = { means: [-2, 1], stds: [0.8, 1.3], weights: [0.35, 0.65] };
/** New real data points in every generation; the share that they are of it says how many others there are. */
const REAL = 50;

const lineOf =
  (estimate: (samples: number) => Line["model"]) =>
  (share: number): Line => ({
    label: `a = ${share}`,
    model: estimate(Math.round(REAL / share)),
    regime: { name: "accumulate", realSamples: REAL },
  });
const distribution = lineOf((samples) => empirical({ ...TRUTH, samples }));
const density = lineOf((samples) => kde({ ...TRUTH, samples, bandwidth: "scott" }));

const SHOWN = [0.1, 0.3, 0.5, 1];
/** What Scott's rule has: of n points the kernel is n^(-1/5) wide, and its bias as small as the square of that. */
const SCOTT = 2 / 5;

const FIRST =
  "The authors' first fit is to 50 real data points; here it is to as many as a generation has, all of them real. That is " +
  "another start, and the same rate.";

/** Squared distances fall as k to the power of minus twice the paper's exponent. */
const rate = (own: number) => (share: number) => 2 * Math.min(own, share);

export const wangNiuLi: Paper = {
  name: "wang-niu-li",
  title: "Can Generative Artificial Intelligence Survive Data Contamination?",
  authors: "Wang, Niu and Li",
  url: "https://arxiv.org/abs/2602.16065",
  text: false,
  missing:
    "Its Wasserstein distances are not measured here: squared distances that have exact means stand for them. Of its " +
    "bandwidths there is the one that Scott's rule gives.",
  claims: [
    {
      claim:
        "Where all data are kept, and a share a of each batch is new and real, the error falls for ever: at the rate of the " +
        "estimator, or at a, whichever is slower.",
      figures: ["wang-niu-li-ecdf", "wang-niu-li-kde"],
    },
  ],
  experiments: [
    {
      kind: "errors",
      quantity: "cvm",
      axis: "∫ (Fₖ − F)² dF",
      name: "wang-niu-li-ecdf",
      title: "Empirical distribution functions, all data kept: 50 new real numbers in each generation",
      caption:
        "The smaller the share of real data, a, the more data a generation has, and the slower it learns from them: what the " +
        "model adds is as wrong as the model. Above a half synthetic data cost no more than a constant.",
      differs: `${FIRST} The distance is Cramér and von Mises's.`,
      lines: SHOWN.map(distribution),
      exponents: SHOWN.map(rate(1 / 2)),
      record: "log:5",
      generations: 2000,
      // Twice the paper's: the distance has a long tail, and its mean over a few is no normal number.
      trajectories: 200,
      scale: "log",
    },
    {
      kind: "errors",
      quantity: "mmd",
      axis: "squared maximum mean discrepancy, σ = 0.5",
      name: "wang-niu-li-kde",
      title: "Kernel density estimates, all data kept: Scott's rule, 50 new real numbers in each generation",
      caption:
        "The kernel gets narrower as data come in, but slowly: with real data enough it is what holds the estimate back, and " +
        "more of them do not make the curve steeper.",
      differs: FIRST,
      lines: SHOWN.map(density),
      exponents: SHOWN.map(rate(SCOTT)),
      record: "log:5",
      generations: 2000,
      trajectories: 100,
      scale: "log",
    },
    {
      kind: "sweep",
      quantity: "cvm",
      axis: "∫ (Fₖ − F)² dF",
      over: "real share",
      name: "wang-niu-li-share",
      title:
        "Empirical distribution functions, all data kept: after 200 generations, by the share of real data",
      caption:
        "As many real data for all: 50 in each generation. Fewer synthetic data beside them are better; there is no share at " +
        "which they help.",
      differs: FIRST,
      series: [
        {
          label: "all data kept",
          cells: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((at) => ({
            at,
            line: distribution(at),
          })),
        },
      ],
      generations: 200,
      trajectories: 300,
      scale: "log",
    },
  ],
};
