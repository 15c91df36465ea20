import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { Collapse } from "../papers/index.ts";
import { simulate } from "../simulate/simulate.ts";
import { comparisonCsv } from "./csv.ts";
import { comparisonFigure, DOTS } from "./curves.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { how, partOf, stopwatch } from "./run.ts";
import { comparisonTable } from "./table.ts";
import { verdicts } from "./verdict.ts";

const EVENT = "unique>1";

/** Runs models of more and more samples until a single symbol is left: when that is. */
export async function runCollapse(paper: Collapse, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { name, models, generationsPerSample } = paper;
  const trajectories = context.trajectories(paper);
  const measured: number[] = [];
  const standardError: number[] = [];
  const experiments: NormalisedExperiment[] = [];
  const curves = new Map<string, { side: "exact" | "approximation"; values: number[] }>();
  let censored = 0;
  for (const [i, model] of models.entries()) {
    const { samples } = model;
    const seed = `${context.seed}: ${name}, n = ${samples}`;
    const generations = generationsPerSample * samples;
    const run = await simulate(
      { model, generations, trajectories, seed, survival: [EVENT], observables: [], record: "log:1" },
      how(partOf(context, i, models.length)),
    );
    const time = run.timeTo(EVENT);
    measured.push(time.mean);
    standardError.push(time.standardError);
    censored += time.censored;
    experiments.push(run.experiment);
    for (const { name: curve, side, mean } of time.theory) {
      if (side !== "exact" && side !== "approximation") continue;
      if (!curves.has(curve)) curves.set(curve, { side, values: [] });
      curves.get(curve)?.values.push(mean);
    }
  }
  const comparison: Comparison = {
    quantity: "generations",
    over: "samples",
    at: models.map(({ samples }) => samples),
    measured: Float64Array.from(measured),
    standardError: Float64Array.from(standardError),
    trajectories,
    theory: [...curves].map(([curve, { side, values }]) => ({
      name: curve,
      side,
      values: Float64Array.from(values),
    })),
  };
  // What is no more than an approximation is shown and not judged.
  const exact = comparison.theory.filter(({ side }) => side === "exact");
  return [
    {
      name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: DOTS,
      figure: comparisonFigure(paper, comparison, { scale: "log" }, { scale: "log" }),
      verdicts: verdicts({ ...comparison, theory: exact }),
      remarks: [`${censored} of all runs ended before, after ${generationsPerSample} n fits.`],
      table: comparisonTable(comparison, "log"),
      csv: comparisonCsv(comparison),
      trajectories,
      experiment: experiments,
      seconds: elapsed(),
    },
  ];
}
