import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { MixtureModel } from "../models/mixture.ts";
import type { Fits } from "../papers/index.ts";
import type { Figure, Part } from "../plot/index.ts";
import { plural } from "../plural.ts";
import { csvText } from "../show/csv.ts";
import { percent } from "../show/numbers.ts";
import { figures, typeset, withError } from "../show/typeset.ts";
import { simulate } from "../simulate/simulate.ts";
import type { Comparison, Context, Finding, Table } from "./finding.ts";
import { how, partOf, stopwatch } from "./run.ts";
import { verdicts } from "./verdict.ts";

/** What one estimator made of the samples: one number for each. */
interface Cloud {
  readonly label: string;
  readonly mean: Float64Array;
  readonly std: Float64Array;
}

/** Fits the same samples by several estimators, and draws mean against std. */
export async function runFits(paper: Fits, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const trajectories = context.trajectories(paper);
  const clouds: Cloud[] = [];
  const experiments: object[] = [];
  for (const [i, model] of paper.models.entries()) {
    const { cloud, experiment } = await fitted(
      model,
      { ...paper, trajectories },
      partOf(context, i, paper.models.length),
    );
    clouds.push(cloud);
    experiments.push(experiment);
  }
  const [{ mean, std }] = paper.models;
  const drawn = Math.min(paper.drawn, trajectories);
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: `Points: the fits to ${drawn} ${plural(drawn, "sample")}, the same for all; on the curve mean² + std² is that of the original.`,
      figure: figure(paper, clouds, drawn, mean, std),
      verdicts: verdicts(secondMoment(clouds, mean * mean + std * std, paper.generations)),
      remarks: [],
      table: table(clouds),
      csv: cloudsCsv(clouds, drawn),
      trajectories,
      experiment: experiments,
      seconds: elapsed(),
    },
  ];
}

async function fitted(
  model: MixtureModel,
  { generations, trajectories }: { readonly generations: number; readonly trajectories: number },
  context: Context,
): Promise<{ cloud: Cloud; experiment: NormalisedExperiment }> {
  const observables = ["mean", "std"] as const;
  const run = await simulate(
    { model, generations, trajectories, seed: context.seed, observables },
    how(context),
  );
  const last = (name: string) => {
    const all = run.observable(name);
    return Float64Array.from({ length: trajectories }, (_, i) => all.trajectory(i)[generations]);
  };
  const cloud = { label: model.estimator, mean: last("mean"), std: last("std") };
  return { cloud, experiment: run.experiment };
}

/** All fits keep mean² + std² at the mean of y², whose expectation is that of the original. */
function secondMoment(clouds: readonly Cloud[], exact: number, generation: number): Comparison {
  const [{ mean }] = clouds;
  const each = mean.map(
    (_, i) => clouds.reduce((sum, { mean, std }) => sum + mean[i] ** 2 + std[i] ** 2, 0) / clouds.length,
  );
  const { value, error } = average(each);
  return {
    quantity: "mean of mean² + std²",
    over: "generation",
    at: [generation],
    measured: Float64Array.of(value),
    standardError: Float64Array.of(error),
    trajectories: each.length,
    theory: [{ name: "exact mean of mean² + std²", side: "exact", values: Float64Array.of(exact) }],
  };
}

function average(values: Float64Array): { value: number; error: number } {
  const value = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - value) ** 2, 0);
  return { value, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Below this the two components are one; the notebook's search ends near 0, not at it. */
const MERGED = 1e-6;

function table(clouds: readonly Cloud[]): Table {
  return {
    head: ["estimator", "average mean ± s.e.", "average std ± s.e.", "mean = 0"],
    rows: clouds.map(({ label, mean, std }) => {
      const share = mean.filter((value) => value < MERGED).length / mean.length;
      const averages = [mean, std].map(average).map(({ value, error }) => withError(value, error));
      return [label, ...averages, typeset(percent(share))];
    }),
  };
}

function figure(paper: Fits, clouds: readonly Cloud[], drawn: number, mean: number, std: number): Figure {
  const square = mean * mean + std * std;
  const radius = Math.sqrt(square);
  const furthest = (values: "mean" | "std") =>
    1.05 * Math.max(radius, ...clouds.flatMap((cloud) => [...cloud[values].slice(0, drawn)]));
  const cloud = ({ label, mean, std }: Cloud, turn: number): Part => ({
    kind: "scatter",
    label,
    turn,
    x: mean.slice(0, drawn),
    y: std.slice(0, drawn),
  });
  const angles = Array.from({ length: 61 }, (_, i) => (i * Math.PI) / 120);
  return {
    name: paper.name,
    title: paper.title,
    // Points at mean 0 stand clear of the axis.
    x: { title: "mean", scale: "linear", domain: [-0.1, furthest("mean")] },
    y: { title: "standard deviation", scale: "linear", domain: [0, furthest("std")] },
    parts: [
      {
        kind: "exact",
        label: `mean² + std² = ${figures(square)}`,
        x: angles.map((angle) => radius * Math.sin(angle)),
        y: angles.map((angle) => radius * Math.cos(angle)),
      },
      ...clouds.map(cloud).reverse(),
      { kind: "landmark", label: "the original", x: [mean], y: [std] },
    ],
  };
}

function cloudsCsv(clouds: readonly Cloud[], drawn: number): string {
  const rows = clouds.flatMap(({ label, mean, std }) =>
    Array.from({ length: drawn }, (_, i) => [i, label, mean[i], std[i]]),
  );
  return csvText(["trajectory", "estimator", "mean", "std"], rows);
}
