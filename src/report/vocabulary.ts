import { categorical, weightsOf } from "../models/categorical.ts";
import type { TheoryCurve } from "../models/model.ts";
import type { Vocabulary } from "../papers/index.ts";
import type { Run } from "../simulate/run.ts";
import { simulate } from "../simulate/simulate.ts";
import { type AtGenerations, expectedUniquePoisson, uniqueBounds } from "../theory/categorical.ts";
import { expectedUnique } from "../theory/categorical-exact.ts";
import { summarised } from "./corpus.ts";
import { comparisonCsv } from "./csv.ts";
import { comparisonFigure, DOTS, probabilityAxis } from "./curves.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { how, stopwatch } from "./run.ts";
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
  const weights = weightsOf(model);
  const symbols = weights.filter((weight) => weight > 0).length;
  const expected = { weights, samples: model.samples, generations: run.generations };
  const theory = model.sampling === "poisson" ? byPoisson(expected) : byMultinomial(expected);
  const comparison = vocabularyComparison(run, theory, symbols);
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: DOTS,
      figure: comparisonFigure(paper, comparison, probabilityAxis(paper.scale)),
      verdicts: verdicts(comparison),
      remarks: paper.model ? [] : [`The corpus: ${context.corpus.name}.`],
      table: comparisonTable(comparison),
      csv: comparisonCsv(comparison),
      trajectories,
      experiment: paper.model ? run.experiment : summarised(run.experiment, context.corpus),
      seconds: elapsed(),
    },
  ];
}

/** Under Poisson sampling each symbol is a model of Theorem 2, which is exact. */
const byPoisson = (options: AtGenerations): TheoryCurve[] => [
  { name: "Theorem 2, summed", side: "exact", values: expectedUniquePoisson(options) },
];

/** More samples than this, and the exact chain of each count would take too long. */
const FEW = 2000;

/** Corollary 1 and, for few samples, the exact expectation. */
const byMultinomial = (options: AtGenerations): TheoryCurve[] => [
  ...corollary(uniqueBounds(options)),
  ...(options.samples <= FEW
    ? [{ name: "exact chain", side: "exact" as const, values: expectedUnique(options) }]
    : []),
];

/** Both sides of Corollary 1. */
export const corollary = (bounds: {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}): TheoryCurve[] =>
  (["upper", "lower"] as const).map((side) => ({ name: "Corollary 1", side, values: bounds[side] }));

/** Symbols left, as a share of `symbols`; theory comes in numbers of them. */
export function vocabularyComparison(run: Run, theory: readonly TheoryCurve[], symbols: number): Comparison {
  const { mean, standardError } = run.observable("unique");
  const share = (values: Float64Array) => values.map((value) => value / symbols);
  return {
    quantity: "share of the symbols that is left",
    over: "generation",
    at: run.generations,
    measured: share(mean),
    standardError: share(standardError),
    trajectories: run.experiment.trajectories,
    step: 1 / symbols,
    theory: theory.map((curve) => ({ ...curve, values: share(curve.values) })),
  };
}
