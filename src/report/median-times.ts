import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { GaussianModel } from "../models/gaussian.ts";
import type { MedianTimes } from "../papers/index.ts";
import type { Part } from "../plot/index.ts";
import { csvText } from "../show/csv.ts";
import { figures, place } from "../show/typeset.ts";
import { simulate } from "../simulate/simulate.ts";
import { firstPassage } from "../theory/gaussian.ts";
import { HEAD } from "./csv.ts";
import type { Comparison, Context, Finding, Table } from "./finding.ts";
import { how, partOf, stopwatch } from "./run.ts";
import { verdicts } from "./verdict.ts";

/** The median time of one model: measured, with its 95 % interval, and by the law. */
interface Median {
  readonly samples: number;
  readonly measured: number;
  readonly lower: number;
  readonly upper: number;
  readonly law: number;
  /** The share of trajectories in which it had not happened by the law's median, and what the law says of that. */
  readonly left: number;
  readonly leftByLaw: number;
  readonly experiment: NormalisedExperiment;
}

/** The medians of an estimator, over the samples. */
interface Series {
  readonly label: string;
  readonly medians: readonly Median[];
}

/** Runs models of more and more samples until the spread is gone: the median of when that is, beside the law. */
export async function runMedianTimes(paper: MedianTimes, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const trajectories = context.trajectories(paper);
  const many = paper.series.reduce((sum, { models }) => sum + models.length, 0);
  const list: Series[] = [];
  let done = 0;
  for (const { label, models } of paper.series) {
    const medians: Median[] = [];
    for (const model of models)
      medians.push(await median(paper, label, model, trajectories, partOf(context, done++, many)));
    list.push({ label, medians });
  }
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: "Dots: median over the trajectories; bars: 95 % intervals, often smaller than the dot.",
      figure: {
        name: paper.name,
        title: paper.title,
        x: { title: "samples", scale: "log" },
        y: { title: `median generations until std ≤ ${paper.threshold}`, scale: "log" },
        parts: [...list.map(lawPart), ...list.map(measuredPart)],
      },
      verdicts: list.flatMap((one) => verdicts(judged(one, trajectories))),
      remarks: [...list.map(growth), ...list.slice(1).map((one) => longer(one, list[0]))],
      table: table(list),
      csv: csvText(
        ["samples", ...HEAD],
        list.flatMap((one) => [...rows(one)]),
      ),
      trajectories,
      experiment: list.flatMap(({ medians }) => medians.map(({ experiment }) => experiment)),
      seconds: elapsed(),
    },
  ];
}

async function median(
  { name, threshold, generationsPerSample }: MedianTimes,
  estimator: "ml" | "unbiased",
  model: GaussianModel,
  trajectories: number,
  context: Context,
): Promise<Median> {
  const { std, samples } = model;
  const event = `std>${threshold}` as const;
  const generations = generationsPerSample * samples;
  const seed = `${context.seed}: ${name}, ${estimator}, n = ${samples}`;
  const run = await simulate(
    { model, generations, trajectories, seed, survival: [event], observables: [], record: "log:1" },
    how(context),
  );
  const time = run.timeTo(event);
  const [lower, upper] = time.interval(0.5);
  const passage = { std, samples, estimator, threshold };
  const { median: law } = firstPassage(passage);
  return {
    ...{ samples, law, experiment: run.experiment },
    // What a run did not live to see is not drawn.
    measured: time.median ?? Number.NaN,
    lower: lower ?? Number.NaN,
    upper: upper ?? Number.NaN,
    left: time.survival(law),
    leftByLaw: 1 - firstPassage({ ...passage, generations: [law] }).cdf[0],
  };
}

const lawPart = ({ medians }: Series): Part => ({
  kind: "exact",
  label: "first-passage law",
  x: medians.map(({ samples }) => samples),
  y: medians.map(({ law }) => law),
});

const measuredPart = ({ label, medians }: Series): Part => ({
  kind: "measured",
  label,
  x: medians.map(({ samples }) => samples),
  y: medians.map(({ measured }) => measured),
  low: medians.map(({ lower }) => lower),
  high: medians.map(({ upper }) => upper),
});

/** A median is a whole number, which has no standard error: what is judged is the share beyond that of the law. */
function judged({ label, medians }: Series, trajectories: number): Comparison {
  return {
    quantity: "share not yet collapsed at the law's median",
    over: "samples",
    at: medians.map(({ samples }) => samples),
    measured: Float64Array.from(medians, ({ left }) => left),
    standardError: Float64Array.from(medians, ({ left }) => Math.sqrt((left * (1 - left)) / trajectories)),
    cases: medians.map(() => trajectories),
    theory: [
      {
        name: `first-passage law at its median for ${label}`,
        side: "exact",
        values: Float64Array.from(medians, ({ leftByLaw }) => leftByLaw),
      },
    ],
  };
}

/** By how much the median grows with the samples, as measured and by the law. */
function growth({ label, medians }: Series): string {
  const [first, last] = [medians[0], medians[medians.length - 1]];
  const times = (pick: (one: Median) => number) => figures(pick(last) / pick(first));
  return (
    `${label}: with ${place(last.samples)} samples in place of ${place(first.samples)} the median is ` +
    `${times(({ measured }) => measured)} times as long, by the law ${times(({ law }) => law)} times.`
  );
}

/** How many times as long it takes as another. */
function longer({ label, medians }: Series, other: Series): string {
  const ratios = medians.map(({ measured }, i) => measured / other.medians[i].measured);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return `${label} lasts ${figures(least)} to ${figures(most)} times as long as ${other.label}.`;
}

function table(list: readonly Series[]): Table {
  const interval = ({ measured, lower, upper }: Median) =>
    `${figures(measured)} (${figures(lower)} to ${Number.isNaN(upper) ? "later" : figures(upper)})`;
  return {
    head: ["samples", ...list.flatMap(({ label }) => [`${label}: median, 95\u00a0%`, `law for ${label}`])],
    rows: list[0].medians.map(({ samples }, i) => [
      place(samples),
      ...list.flatMap(({ medians }) => [interval(medians[i]), figures(medians[i].law)]),
    ]),
  };
}

function* rows({ label, medians }: Series): Generator<(string | number | null)[]> {
  for (const { samples, measured, lower, upper } of medians)
    yield [samples, label, "measured", measured, null, lower, upper];
  for (const { samples, law } of medians)
    yield [samples, `first-passage law for ${label}`, "exact", law, null, null, null];
}
