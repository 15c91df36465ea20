import type { NormalisedExperiment } from "../experiment/experiment.ts";
import { isUsual } from "../laws/index.ts";
import type { TheoryCurve } from "../laws/law.ts";
import type { Model } from "../models/index.ts";
import type { SurvivalCurve } from "../papers/index.ts";
import { simulate } from "../simulate/simulate.ts";
import { momentBound } from "../theory/gaussian.ts";
import { comparisonCsv } from "./csv.ts";
import { comparisonFigure, probabilityAxis, SHARES } from "./curves.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { every, how, stopwatch } from "./run.ts";
import { comparisonTable } from "./table.ts";
import { verdicts } from "./verdict.ts";

/** More recorded generations than this are neither seen nor needed. */
const RECORDED = 500;

/** Runs a survival experiment: how likely the event still holds, and what theory says of it. */
export async function runSurvival(paper: SurvivalCurve, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const trajectories = context.trajectories(paper);
  const { comparison: bare, experiment } = await survival(paper.model, { ...paper, trajectories }, context);
  const theory = [...bare.theory, ...momentBounds(paper, bare.at)].sort(boundsFirst);
  const comparison = { ...bare, theory };
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: SHARES,
      figure: comparisonFigure(paper, comparison, probabilityAxis(paper.scale)),
      verdicts: verdicts(comparison),
      remarks: [],
      table: comparisonTable(comparison),
      csv: comparisonCsv(comparison),
      trajectories,
      experiment,
      seconds: elapsed(),
    },
  ];
}

/** What is watched, and how long. */
interface Watched {
  readonly event: string;
  readonly quantity: string;
  readonly generations: number;
  readonly trajectories: number;
}

/** How likely an event still holds, beside what theory says of it. */
export async function survival(
  model: Model,
  { event, quantity, generations, trajectories }: Watched,
  context: Context,
): Promise<{ comparison: Comparison; experiment: NormalisedExperiment }> {
  const record = every(generations, RECORDED);
  const { seed } = context;
  const run = await simulate(
    { model, generations, trajectories, seed, survival: [event], observables: [], record },
    how(context),
  );
  const { probability, standardError, theory } = run.survival(event);
  const cases = new Float64Array(probability.length).fill(trajectories);
  return {
    comparison: {
      quantity,
      over: "generation",
      at: run.generations,
      measured: probability,
      standardError,
      cases,
      theory,
    },
    experiment: run.experiment,
  };
}

/** The moment bounds that the paper draws beside its theorem. */
function momentBounds({ model, event, moments = [] }: SurvivalCurve, at: readonly number[]): TheoryCurve[] {
  if (!isUsual(model) || model.name !== "gaussian") return [];
  const { std, samples, estimator } = model;
  const threshold = Number(event.split(">")[1]);
  const bound = (s: number) =>
    Float64Array.from(at, (generation) => momentBound({ std, samples, estimator, threshold, generation, s }));
  return moments.map((s) => ({ name: `moment s = ${s}`, side: "upper", values: bound(s) }));
}

const boundsFirst = (a: TheoryCurve, b: TheoryCurve): number =>
  Number(a.side === "exact") - Number(b.side === "exact");
