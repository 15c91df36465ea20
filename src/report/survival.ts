import type { NormalisedExperiment } from "../experiment/experiment.ts";
import { holdsFor } from "../kernels/tiles.ts";
import { isUsual } from "../laws/index.ts";
import type { TheoryCurve } from "../laws/law.ts";
import { parseEvent } from "../models/event.ts";
import type { Model } from "../models/index.ts";
import type { SurvivalCurve } from "../papers/index.ts";
import type { Run } from "../simulate/run.ts";
import { simulate } from "../simulate/simulate.ts";
import { momentBound } from "../theory/gaussian.ts";
import { comparisonCsv } from "./csv.ts";
import { comparisonFigure, probabilityAxis, SHARES } from "./curves.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { halfGone, speaking } from "./remarks.ts";
import { every, how, rowsOf, stopwatch } from "./run.ts";
import { correlations } from "./simultaneous.ts";
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
      remarks: [...halfGone(comparison), ...speaking(comparison)],
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
  // Its observable too: what holds in one generation mostly holds in the next, and how mostly is to be known.
  const observables = [observed(event)];
  const run = await simulate(
    { model, generations, trajectories, seed, survival: [event], observables, record },
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
      correlation: holding(run, event, run.generations.length),
      theory,
    },
    experiment: run.experiment,
  };
}

const observed = (event: string): string => /^\w+/.exec(event)?.[0] ?? event;

/** How whether an event holds is correlated with whether it did at the recorded generation before. */
export function holding(run: Run, event: string, generations: number): Float64Array {
  const condition = parseEvent(event, [observed(event)], "event");
  const rows = rowsOf(run, condition.observable).map((row) =>
    Uint8Array.from(row.subarray(0, generations), (x) => Number(holdsFor(condition, x))),
  );
  return correlations(rows, generations);
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
