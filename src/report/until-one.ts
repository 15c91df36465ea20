import { forgetUntilOne, type UntilOneReport } from "../forget/until-one.ts";
import type { TheoryCurve } from "../laws/law.ts";
import type { UntilOne } from "../papers/index.ts";
import { untilOneFigure } from "../plot/index.ts";
import { plural } from "../plural.ts";
import { figures, withError } from "../show/typeset.ts";
import { timeToOneCdf } from "../theory/categorical.ts";
import { summarised } from "./corpus.ts";
import { comparisonCsv } from "./csv.ts";
import type { Comparison, Context, Finding } from "./finding.ts";
import { how, rowsOf, stopwatch } from "./run.ts";
import { correlations } from "./simultaneous.ts";
import { holding } from "./survival.ts";
import { comparisonTable } from "./table.ts";
import { verdicts } from "./verdict.ts";

/** Forgets the corpus down to its last word: how many are left, and whether it is the last, by the exact laws. */
export async function runUntilOne(paper: UntilOne, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { corpus, seed } = context;
  const trajectories = context.trajectories(paper);
  const report = await forgetUntilOne(corpus.counts, { trajectories, seed }, how(context));
  const { generations, unique } = report;
  const left = wordsLeft(report);
  // What is no more than an approximation is shown and not judged.
  const lines: TheoryCurve = { name: "2n / (generation + 2)", side: "approximation", values: unique.lines };
  const shown = { ...left, theory: [...left.theory, lines] };
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: `Thin lines: single runs, at ${generations.length} ${plural(generations.length, "generation")} until the last is down to one word.`,
      figure: { ...untilOneFigure(report), name: paper.name, title: paper.title },
      verdicts: [...verdicts(left), ...verdicts(notYetOne(report, corpus.counts.counts))],
      remarks: [time(report), ...lastWords(report), `The corpus: ${corpus.name}.`],
      table: comparisonTable(shown, "log"),
      csv: comparisonCsv(shown),
      trajectories,
      experiment: summarised(report.run.experiment, corpus),
      seconds: elapsed(),
    },
  ];
}

function wordsLeft({ generations, unique, run }: UntilOneReport): Comparison {
  return {
    quantity: "different words left",
    over: "generation",
    at: generations,
    measured: unique.mean,
    standardError: unique.standardError,
    trajectories: run.experiment.trajectories,
    correlation: correlations(rowsOf(run, "unique"), generations.length),
    step: 1,
    theory: [{ name: "exact mean", side: "exact", values: unique.exact }],
  };
}

/** The share of the trajectories with more than one word, by the law of the time to one. */
function notYetOne({ run, generations, samples }: UntilOneReport, weights: ArrayLike<number>): Comparison {
  const [event] = run.experiment.survival;
  const { probability, standardError } = run.survival(event);
  const values = timeToOneCdf({ weights, samples, generations }).map((p) => 1 - p);
  return {
    quantity: "share with more than one word",
    over: "generation",
    at: generations,
    measured: probability.slice(0, generations.length),
    standardError: standardError.slice(0, generations.length),
    cases: new Float64Array(generations.length).fill(run.experiment.trajectories),
    correlation: holding(run, event, generations.length),
    theory: [{ name: "law of the time to one word", side: "exact", values }],
  };
}

function time({ time: { mean, standardError, theory }, samples }: UntilOneReport): string {
  return (
    `One word is left after ${withError(mean, standardError)} generations on average; the exact mean is ` +
    `${figures(Math.round(theory.mean))}, with a standard deviation of ${figures(Math.round(theory.sd))}, and 2n is ` +
    `${figures(2 * samples)}.`
  );
}

function lastWords({ lastWords: words }: UntilOneReport): string[] {
  const shown = words.map(({ word, trajectories }) =>
    trajectories > 1 ? `${word} (${trajectories})` : word,
  );
  return [`The last words: ${shown.join(", ")}.`];
}
