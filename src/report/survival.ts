import { curve, type TheoryCurve } from "../models/model.ts";
import type { SurvivalCurve } from "../paper/index.ts";
import { simulate } from "../simulate/simulate.ts";
import { momentBound } from "../theory/gaussian.ts";
import { comparisonCsv } from "./csv.ts";
import { comparisonFigure, DOTS, probabilityAxis } from "./curves.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { every, how, stopwatch } from "./run.ts";
import { comparisonTable } from "./table.ts";
import { verdicts } from "./verdict.ts";

/** More recorded generations than this are neither seen nor needed. */
const RECORDED = 500;

/** Runs a survival experiment: how likely the event still holds, and what theory says of it. */
export async function runSurvival(paper: SurvivalCurve, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { event, model, generations, scale } = paper;
  const trajectories = context.trajectories(paper);
  const run = await simulate(
    {
      model,
      generations,
      trajectories,
      seed: context.seed,
      survival: [event],
      observables: [],
      record: every(generations, RECORDED),
    },
    how(context),
  );
  const { probability, standardError, theory } = run.survival(event);
  const comparison: Comparison = {
    quantity: paper.quantity,
    over: "generation",
    at: run.generations,
    measured: probability,
    standardError,
    cases: new Float64Array(probability.length).fill(trajectories),
    theory: [...theory, ...momentBounds(paper, run.generations)].sort(boundsFirst),
  };
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: DOTS.replace("mean over the trajectories", "share of the trajectories"),
      figure: comparisonFigure(paper, comparison, probabilityAxis(scale)),
      verdicts: verdicts(comparison),
      remarks: [],
      table: comparisonTable(comparison),
      csv: comparisonCsv(comparison),
      trajectories,
      experiment: run.experiment,
      seconds: elapsed(),
    },
  ];
}

/** The moment bounds that the paper draws beside its theorem. */
function momentBounds({ model, event, moments = [] }: SurvivalCurve, at: readonly number[]): TheoryCurve[] {
  if (model.name !== "gaussian") return [];
  const { std, samples, estimator } = model;
  const threshold = Number(event.split(">")[1]);
  return moments.map((s) =>
    curve(`moment s = ${s}`, "upper", at, (generation) =>
      momentBound({ std, samples, estimator, threshold, generation, s }),
    ),
  );
}

const boundsFirst = (a: TheoryCurve, b: TheoryCurve): number =>
  Number(a.side === "exact") - Number(b.side === "exact");
