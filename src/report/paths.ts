import type { GaussianModel } from "../models/gaussian.ts";
import type { Paths } from "../papers/index.ts";
import type { Figure } from "../plot/index.ts";
import { csvText } from "../show/csv.ts";
import { plural } from "../show/plural.ts";
import type { Run } from "../simulate/run.ts";
import { simulate } from "../simulate/simulate.ts";
import { drift } from "../theory/gaussian.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { every, how, stopwatch } from "./run.ts";
import { comparisonTable } from "./table.ts";
import { verdicts } from "./verdict.ts";

/** Points of a trajectory: more cannot be told apart. */
const RECORDED = 100;

/** Runs a trajectory experiment: a few runs drawn, and the mean over all beside its exact value. */
export async function runPaths(paper: Paths, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { model, generations, observable } = paper;
  const trajectories = context.trajectories(paper);
  const observables = observable === "std" ? ["std", "logStd"] : [observable];
  const record = every(generations, RECORDED);
  const run = await simulate(
    { model, generations, trajectories, seed: context.seed, observables, record },
    how(context),
  );
  const drawn = Math.min(paper.drawn, trajectories);
  const lines = Array.from({ length: drawn }, (_, i) => run.observable(observable).trajectory(i));
  const comparison = model.name === "gaussian" ? logarithm(run, model) : share(run);
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: `Thin lines: ${drawn} single ${plural(drawn, "run")}, at ${run.generations.length} of ${generations + 1} generations.`,
      figure: figure(paper, run.generations, lines, comparison),
      verdicts: verdicts(comparison),
      remarks: [],
      table: comparisonTable(comparison),
      csv: trajectoriesCsv(observable, run.generations, lines),
      trajectories,
      experiment: run.experiment,
      seconds: elapsed(),
    },
  ];
}

/** ln std is a sum of independent steps, so its mean is exactly linear. */
function logarithm(run: Run, { std, samples, estimator }: GaussianModel): Comparison {
  const step = drift({ samples, estimator }) / 2;
  const values = Float64Array.from(run.generations, (k) => Math.log(std) + k * step);
  return {
    ...mean(run, "logStd", "mean of ln std"),
    theory: [{ name: "exact mean of ln std", side: "exact", values }],
  };
}

/** p is a martingale: its mean stays where it began. */
function share(run: Run): Comparison {
  const { model } = run.experiment;
  const values = new Float64Array(run.generations.length).fill(
    model.name === "bernoulli" ? model.p : Number.NaN,
  );
  return { ...mean(run, "p", "mean of p"), theory: [{ name: "exact mean of p", side: "exact", values }] };
}

function mean(run: Run, observable: string, quantity: string): Omit<Comparison, "theory"> {
  const { mean, standardError } = run.observable(observable);
  const { trajectories } = run.experiment;
  return { quantity, over: "generation", at: run.generations, measured: mean, standardError, trajectories };
}

function figure(paper: Paths, x: readonly number[], lines: Float64Array[], { theory }: Comparison): Figure {
  const isLog = paper.scale === "log";
  const values = isLog ? theory[0].values.map((value) => Math.exp(value)) : theory[0].values;
  return {
    name: paper.name,
    title: paper.title,
    x: { title: "generation", scale: "linear" },
    y: {
      title: paper.observable === "std" ? "standard deviation" : paper.observable,
      scale: paper.scale,
      ...(isLog ? {} : { domain: [0, 1] as const }),
    },
    parts: [
      { kind: "trajectories", label: `${lines.length} ${plural(lines.length, "single run")}`, x, lines },
      { kind: "exact", label: isLog ? "exp of the exact mean of ln std" : "exact mean", x, y: values },
    ],
  };
}

function trajectoriesCsv(observable: string, at: readonly number[], lines: Float64Array[]): string {
  const rows = lines.flatMap((line, t) => at.map((k, i) => [t, k, line[i]]));
  return csvText(["trajectory", "generation", observable], rows);
}
