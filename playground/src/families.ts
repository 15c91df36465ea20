// Families of several dimensions, and estimates of a density.
import { choice, generations, number, paths, samples, trajectories } from "./model-fields.ts";
import { pick, type Sheet } from "./sheet.ts";

const dimension = (preset: number, most: number) =>
  number("dimension", "Dimensions, d", preset, { min: 1, max: most, integer: true, slider: [1, most] });

export const FAMILIES: Readonly<Record<string, Sheet>> = {
  multivariate: {
    title: "Gaussian of several dimensions",
    text: "A cloud of points, refitted by its mean and covariance: its volume shrinks faster the more dimensions it has, while its spread hardly tells.",
    fields: [
      dimension(3, 30),
      samples(50, 1_000_000, 2),
      choice("estimator", "Estimator of the covariance", [
        ["unbiased", "unbiased (divides by n − 1)"],
        ["ml", "maximum likelihood (divides by n)"],
      ]),
      number("threshold", "Survives while det Σ over the true one is above", 0.01, {
        min: 1e-30,
        max: 1,
        slider: [1e-6, 0.5],
        log: true,
      }),
      generations(100),
      trajectories(2000),
      choice("show", "Show", [
        ["logDet", "ln det Σ"],
        ["traceRatio", "trace over the true one"],
        ["meanError", "squared error of the mean"],
      ]),
      ...paths,
    ],
    options: (values) => pick(values, "dimension", "samples", "estimator"),
    event: ({ threshold }) => `detRatio>${threshold}`,
    // The logarithm of the determinant falls by about d (d + 1) / 2n a generation, and wanders in one dimension.
    horizon: ({ dimension, samples, threshold }) =>
      (12 * +samples * Math.max(0.3, -Math.log10(+threshold))) / (+dimension * (+dimension + 1)),
  },
  regression: {
    title: "Linear regression",
    text: "A line through labels, which then labels its own rows: the noise of every fit is added to all before.",
    fields: [
      dimension(10, 50),
      samples(100, 1_000_000, 50),
      number("noise", "Standard deviation of the noise", 1, {
        min: 1e-6,
        max: 1e6,
        slider: [0.01, 10],
        log: true,
      }),
      choice("design", "Rows", [
        ["fixed", "the same in every generation"],
        ["fresh", "new ones in every generation"],
      ]),
      number("threshold", "Survives while the squared error is below", 1, {
        min: 1e-9,
        max: 1e12,
        slider: [0.01, 100],
        log: true,
      }),
      generations(30),
      trajectories(5000),
      ...paths,
    ],
    options: (values) => pick(values, "dimension", "samples", "noise", "design"),
    event: ({ threshold }) => `error<${threshold}`,
    // Each generation adds noise^2 d / T.
    horizon: ({ dimension, samples, noise, threshold }) =>
      (3 * +threshold * +samples) / (+noise * +noise * +dimension),
  },
  kde: {
    title: "Kernel density estimate",
    text: "Points, each blurred a little and drawn again: they become one family, which keeps together and wanders off.",
    fields: [
      samples(50, 10_000),
      number("bandwidth", "Standard deviation of the kernel, h", 0.05, {
        min: 1e-6,
        max: 1e6,
        slider: [0.01, 2],
        log: true,
      }),
      number("threshold", "Survives while the variance is above", 0.3, {
        min: 1e-9,
        max: 1e12,
        slider: [0.01, 10],
        log: true,
      }),
      generations(200),
      trajectories(1000),
      choice("show", "Show", [
        ["within", "variance of the estimate"],
        ["secondMoment", "mean square"],
      ]),
      ...paths,
    ],
    options: (values) => pick(values, "samples", "bandwidth"),
    event: ({ threshold }) => `within>${threshold}`,
    // Points are one family after some n generations; every one is drawn.
    horizon: ({ samples, trajectories }) => Math.min(4 * +samples, 1e8 / (+samples * +trajectories)),
  },
};
