import { FAMILIES } from "./families.ts";
import { choice, generations, number, paths, samples, std, threshold, trajectories } from "./model-fields.ts";
import { pick, type Sheet } from "./sheet.ts";

/** The models, the first one shown at first. */
export const MODELS: Readonly<Record<string, Sheet>> = {
  gaussian: {
    title: "Gaussian",
    text: "A bell curve, refitted to n samples of itself: its mean wanders, and its width shrinks to nothing.",
    fields: [
      samples(10, 1_000_000, 2),
      std,
      choice("estimator", "Estimator of the variance", [
        ["unbiased", "unbiased (divides by n − 1)"],
        ["ml", "maximum likelihood (divides by n)"],
      ]),
      threshold,
      generations(200),
      trajectories(5000),
      choice("show", "Show", [
        ["std", "standard deviation"],
        ["mean", "mean"],
      ]),
      ...paths,
    ],
    options: (values) => pick(values, "samples", "std", "estimator"),
    event: ({ threshold }) => `std>${threshold}`,
    // A tenfold takes about 4 n generations to be lost.
    horizon: ({ samples, std, threshold }) => 20 * +samples * Math.max(0.3, Math.log10(+std / +threshold)),
  },
  bernoulli: {
    title: "Bernoulli (a coin)",
    text: "A coin, its chance of heads counted again from n tosses each time: a rare side that does not come up once is gone.",
    fields: [
      samples(1000),
      number("p", "Chance of a one at first, p", 0.003, { min: 0, max: 1, slider: [0.0001, 1], log: true }),
      choice("event", "Survival of", [
        ["p!=0", "the ones (p ≠ 0)"],
        ["p!=1", "the zeros (p ≠ 1)"],
        ["p!=0,1", "both (p ≠ 0 and p ≠ 1)"],
      ]),
      generations(100),
      trajectories(5000),
      ...paths,
    ],
    options: (values) => pick(values, "p", "samples"),
    event: ({ event }) => String(event),
    horizon: ({ samples, p }) => (100 / 3) * +samples * Math.max(0.001, Math.min(+p, 1 - +p)),
  },
  poisson: {
    title: "Poisson (a count)",
    text: "A count of rare events, its rate re-estimated from n observations: once none is seen, none is ever seen again.",
    fields: [
      samples(20),
      number("rate", "Rate at first", 1, { min: 0, max: 1_000_000, slider: [0.01, 100], log: true }),
      generations(200),
      trajectories(5000),
      ...paths,
    ],
    options: (values) => pick(values, "rate", "samples"),
    event: () => "rate!=0",
    horizon: ({ samples, rate }) => 10 * +samples * +rate,
  },
  mixture: {
    title: "Mixture of two Gaussians",
    text: "Two bell curves at +mean and −mean, refitted jointly: every sample is drawn, so this one takes longer.",
    fields: [
      samples(20, 10_000, 2),
      number("mean", "Half the distance at first", 1, { min: 0, max: 1e6, slider: [0, 10] }),
      std,
      choice("estimator", "Estimator", [
        ["approximate-ml", "the paper’s Algorithm 1"],
        ["ml", "maximum likelihood"],
        ["notebook", "the root search of the paper’s notebook"],
      ]),
      number("eta", "η of Algorithm 1", 2, { min: 1.001, max: 1000, slider: [1.001, 10] }),
      threshold,
      generations(200),
      trajectories(1000),
      choice("show", "Show", [
        ["std", "standard deviation"],
        ["mean", "half the distance"],
      ]),
      ...paths,
    ],
    options: (values) => pick(values, "samples", "mean", "std", "estimator", "eta"),
    event: ({ threshold }) => `std>${threshold}`,
    // Every sample is drawn: as many generations as take a few seconds.
    horizon: ({ samples, std, threshold, trajectories }) =>
      Math.min(
        10 * +samples * Math.max(0.3, Math.log10(+std / +threshold)),
        3e7 / (+samples * +trajectories),
      ),
  },
  categorical: {
    title: "Zipf (a vocabulary)",
    text: "Words as often as Zipf’s law has them; each generation counts n words drawn from the last one. Rare words go first.",
    fields: [
      samples(1000),
      number("size", "Words at first", 1000, {
        min: 2,
        max: 50_000,
        integer: true,
        slider: [2, 50_000],
        log: true,
      }),
      number("exponent", "Exponent", 1, { min: 0, max: 5 }),
      number("shift", "Shift", 2.7, { min: 0, max: 1000, slider: [0, 20] }),
      choice("sampling", "Sampling", [
        ["multinomial", "n words exactly"],
        ["poisson", "n words on average"],
      ]),
      number("left", "Survives while more words are left than", 20, {
        min: 0,
        max: 50_000,
        integer: true,
        slider: [1, 1000],
        log: true,
      }),
      generations(300),
      trajectories(200),
      choice("show", "Show", [
        ["unique", "words left"],
        ["entropy", "entropy (nats)"],
        ["heterozygosity", "chance that two words differ"],
        ["tv", "total variation to the start"],
      ]),
      ...paths,
    ],
    options: (values) => ({
      zipf: { size: values["size"], exponent: values["exponent"], shift: values["shift"] },
      ...pick(values, "samples", "sampling"),
    }),
    event: ({ left }) => `unique>${left}`,
    horizon: ({ samples }) => 0.3 * +samples,
  },
  ...FAMILIES,
};
