import { categorical } from "../models/categorical.ts";
import type { Vocabulary } from "../papers/index.ts";
import type { Run } from "../simulate/run.ts";
import { simulate } from "../simulate/simulate.ts";
import { summarised } from "./corpus.ts";
import { comparisonCsv } from "./csv.ts";
import { comparisonFigure, DOTS, probabilityAxis } from "./curves.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { atLast } from "./remarks.ts";
import { how, rowsOf, stopwatch } from "./run.ts";
import { correlations } from "./simultaneous.ts";
import { comparisonTable } from "./table.ts";
import { verdicts } from "./verdict.ts";

/** Runs a discrete experiment: the share of the symbols that is left, between the sides of Corollary 1. */
export async function runVocabulary(paper: Vocabulary, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { generations } = paper;
  const trajectories = context.trajectories(paper);
  const { sampling } = paper;
  const model =
    paper.model ?? categorical({ counts: context.corpus.counts.counts, ...(sampling && { sampling }) });
  const observables = ["unique"] as const;
  const run = await simulate(
    { model, generations, trajectories, seed: context.seed, observables },
    how(context),
  );
  const comparison = vocabularyComparison(run);
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: DOTS,
      figure: comparisonFigure(paper, comparison, probabilityAxis(paper.scale)),
      verdicts: verdicts(comparison),
      remarks: [atLast(comparison), ...(paper.model ? [] : [`The corpus: ${context.corpus.name}.`])],
      table: comparisonTable(comparison),
      csv: comparisonCsv(comparison),
      trajectories,
      experiment: paper.model ? run.experiment : summarised(run.experiment, context.corpus),
      seconds: elapsed(),
    },
  ];
}

/** Symbols left, as a share of those at generation 0. */
export function vocabularyComparison(run: Run): Comparison {
  const { mean, standardError, theory } = run.observable("unique");
  const [symbols] = mean;
  const share = (values: Float64Array) => values.map((value) => value / symbols);
  return {
    quantity: "share of the symbols that is left",
    over: "generation",
    at: run.generations,
    measured: share(mean),
    standardError: share(standardError),
    trajectories: run.experiment.trajectories,
    correlation: correlations(rowsOf(run, "unique"), run.generations.length),
    step: 1 / symbols,
    theory: theory.map((curve) => ({ ...curve, values: share(curve.values) })),
  };
}
