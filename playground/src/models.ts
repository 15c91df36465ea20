import type { View } from "./distribution-plots.ts";
import type { ChoiceField, Field, NumberField, Values } from "./fields.ts";

/** An experiment as plain data: what the worker runs, and what the command line is written from. */
export interface Spec {
  readonly model: string;
  /** The options of the model. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly generations: number;
  readonly trajectories: number;
  readonly seed: number | string;
  readonly event: string;
  /** The observable to show. */
  readonly observable: string;
}

/** A model as the page offers it. */
export interface Sheet {
  readonly title: string;
  /** One sentence for the reader. */
  readonly text: string;
  readonly fields: readonly Field[];
  readonly options: (values: Values) => Record<string, unknown>;
  readonly event: (values: Values) => string;
  /** About how many generations there is something to be seen. */
  readonly horizon: (values: Values) => number;
}

const number = (
  name: string,
  label: string,
  preset: number,
  rest: Omit<NumberField, "kind" | "name" | "label" | "default">,
): NumberField => ({ kind: "number", name, label, default: preset, ...rest });

const choice = (
  name: string,
  label: string,
  values: readonly (readonly [string, string])[],
): ChoiceField => ({
  kind: "choice",
  name,
  label,
  values: values.map(([value, text]) => ({ value, label: text })),
  default: values[0][0],
});

const samples = (preset: number, most = 1_000_000, least = 1): NumberField =>
  number("samples", "Samples a generation, n", preset, {
    min: least,
    max: most,
    integer: true,
    slider: [Math.max(2, least), most],
    log: true,
  });
const generations = (preset: number): NumberField =>
  number("generations", "Generations", preset, {
    min: 1,
    max: 100_000,
    integer: true,
    slider: [10, 10_000],
    log: true,
  });
const trajectories = (preset: number): NumberField =>
  number("trajectories", "Trajectories", preset, {
    min: 2,
    max: 100_000,
    integer: true,
    slider: [10, 20_000],
    log: true,
  });
/** Single trajectories that are shown, and can be followed: the first ones. */
export const LINES = 40;
/** How trajectories are shown; the same for all models. */
const paths: readonly ChoiceField[] = [
  choice("draw", "Show trajectories", [
    ["most", "where most are: median, 10–90 %"],
    ["each", `each of the first ${LINES}`],
  ]),
  choice("follow", "Follow one, or click it", [
    ["none", "none"],
    ...Array.from({ length: LINES }, (_, i) => [String(i), `trajectory ${i}`] as const),
  ]),
];
const std = number("std", "Standard deviation at first", 1, {
  min: 1e-6,
  max: 1e6,
  slider: [0.1, 10],
  log: true,
});
const threshold = number("threshold", "Survives while std is above", 0.1, {
  min: 1e-9,
  max: 1e6,
  slider: [0.001, 1],
  log: true,
});
const pick = (values: Values, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, values[name]]));

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
};

/** The horizon as a number of generations that a run has. */
function generationsOf(model: string, values: Values): number {
  return Math.min(10_000, Math.max(10, Math.round(Number(MODELS[model].horizon(values).toPrecision(2)))));
}

/** What was chosen; generations grow with the samples as long as the reader has not chosen another number of them. */
export function follows(model: string, before: Values, chosen: Values): Values {
  const [was, is] = [before, chosen].map((values) => generationsOf(model, values));
  const kept = before["generations"] === was && chosen["generations"] === was;
  return kept && is !== was ? { ...chosen, generations: is } : chosen;
}

/** How the trajectories of an experiment are to be shown. */
export const viewOf = ({ draw, follow }: Values): View => ({
  each: draw === "each",
  followed: follow === "none" ? undefined : Number(follow),
});

const OBSERVABLE: Readonly<Record<string, string>> = { bernoulli: "p", poisson: "rate" };

/** The experiment that was chosen. */
export function specOf(model: string, values: Values, seed: number | string): Spec {
  const sheet = MODELS[model];
  return {
    model,
    options: sheet.options(values),
    generations: Number(values["generations"]),
    trajectories: Number(values["trajectories"]),
    seed,
    event: sheet.event(values),
    observable: String(values["show"] ?? OBSERVABLE[model]),
  };
}
