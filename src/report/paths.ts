import type { Paths } from "../papers/index.ts";
import type { Figure } from "../plot/index.ts";
import { plural } from "../plural.ts";
import { csvText } from "../show/csv.ts";
import type { Run } from "../simulate/run.ts";
import { simulate } from "../simulate/simulate.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { every, how, rowsOf, stopwatch } from "./run.ts";
import { correlations } from "./simultaneous.ts";
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
  // ln std is a sum of independent steps: its mean says more than that of std, which few large values make.
  const comparison =
    observable === "std"
      ? mean(run, "logStd", "mean of ln std")
      : mean(run, observable, `mean of ${observable}`);
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

/** The mean of an observable beside its exact value. */
function mean(run: Run, observable: string, quantity: string): Comparison {
  const { mean: measured, standardError, theory } = run.observable(observable);
  const { trajectories } = run.experiment;
  const at = run.generations;
  const correlation = correlations(rowsOf(run, observable), at.length);
  return { quantity, over: "generation", at, measured, standardError, trajectories, correlation, theory };
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
