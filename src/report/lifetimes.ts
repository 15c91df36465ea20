import { type ForgetReport, forget } from "../forget/forget.ts";
import type { TheoryCurve } from "../laws/law.ts";
import type { Lifetimes } from "../papers/index.ts";
import { forgetFigures } from "../plot/index.ts";
import { plural } from "../plural.ts";
import { csvText } from "../show/csv.ts";
import { counted } from "../show/numbers.ts";
import { figures } from "../show/typeset.ts";
import { survivalBounds } from "../theory/bernoulli.ts";
import { MEDIAN_SLOPE, median, quantile } from "../theory/forgetting.ts";
import { summarised } from "./corpus.ts";
import { comparisonCsv } from "./csv.ts";
import { DOTS } from "./curves.ts";
import type { Comparison, Context, Finding, Table } from "./finding.ts";
import { atLast } from "./remarks.ts";
import { how, stopwatch } from "./run.ts";
import { comparisonTable } from "./table.ts";
import { verdicts } from "./verdict.ts";
import { vocabularyComparison } from "./vocabulary.ts";

/** Forgets the corpus: the vocabulary over all generations, and the time to forget a word by its count. */
export async function runLifetimes(paper: Lifetimes, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { corpus, seed } = context;
  const trajectories = context.trajectories(paper);
  const report = await forget(
    corpus.counts,
    { generations: paper.generations, trajectories, seed },
    how(context),
  );
  const [left, lifetimes] = forgetFigures(report);
  const vocabulary = vocabularyComparison(report.run);
  const lives = lifeComparison(report);
  const shared = { trajectories, experiment: summarised(report.run.experiment, corpus) };
  const corpusRemark = `The corpus: ${corpus.name}.`;
  const seconds = elapsed();
  return [
    {
      ...shared,
      ...paper.vocabulary,
      legend: DOTS,
      figure: { ...left, name: paper.vocabulary.name, title: paper.vocabulary.title },
      verdicts: verdicts(vocabulary),
      remarks: [atLast(vocabulary), corpusRemark],
      table: comparisonTable(vocabulary, "log"),
      csv: comparisonCsv(vocabulary),
      seconds,
    },
    {
      ...shared,
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend:
        "Dots: median over all words of that count and all trajectories, larger where there are more words; bars: 10 % to " +
        "90 % of them, cut off where the run ends. The exact law is that of Poisson sampling; resampling a long corpus comes close to it.",
      figure: { ...lifetimes, name: paper.name, title: paper.title },
      verdicts: verdicts(lives),
      remarks: [
        ...line(report),
        ...spread(report),
        `The runs are those of “${paper.vocabulary.title}”.`,
        corpusRemark,
      ],
      table: lifeTable(report),
      csv: lifeCsv(report),
      seconds: elapsed() - seconds,
    },
  ];
}

/** Counts whose median should come in the first half of the run: what is seen of others depends on chance. */
function inTime({ byCount, run, samples, tokens }: ForgetReport): ForgetReport["byCount"] {
  const { generations } = run.experiment;
  return byCount.filter(({ count }) => (MEDIAN_SLOPE * count * samples) / tokens <= generations / 2);
}

/**
 * The share of words still known at the median of the exact law, between the sides of Theorem 1. Words of one trajectory
 * are taken for independent, which is the milder test: as they compete for the same draws, the variance is smaller, by
 * half of what share of the corpus the words of that count are.
 */
function lifeComparison(report: ForgetReport): Comparison {
  const { run, samples, tokens } = report;
  const times = new Map(run.forgetting().groups.map(({ weight, time }) => [weight, time]));
  const classes = inTime(report).map(({ count }) => {
    const generation = median({ count: (count * samples) / tokens });
    const time = times.get(count);
    if (time === undefined) throw new Error(`no words of count ${count}`);
    const bounds = survivalBounds({ p: count / tokens, samples, generation });
    return { count, cases: time.observed, alive: time.survival(generation), bounds };
  });
  const theory = (side: "upper" | "lower"): TheoryCurve => ({
    name: "Theorem 1 at the exact median",
    side,
    values: Float64Array.from(classes, ({ bounds }) => bounds[side]),
  });
  return {
    quantity: "share still known at the exact median",
    over: "count",
    at: classes.map(({ count }) => count),
    measured: Float64Array.from(classes, ({ alive }) => alive),
    standardError: Float64Array.from(classes, ({ alive, cases }) => Math.sqrt((alive * (1 - alive)) / cases)),
    cases: classes.map(({ cases }) => cases),
    theory: [theory("upper"), theory("lower")],
  };
}

function line({ fit, samples, tokens }: ForgetReport): string[] {
  if (fit === null) return [];
  const slope = (MEDIAN_SLOPE * samples) / tokens;
  return [
    `Straight line through the medians of ${fit.points} ${plural(fit.points, "count")}: ${figures(fit.slope)} generations for each occurrence, ` +
      `where 2 / ln 2 is ${figures(slope)}; r²\u00a0=\u00a0${fit.r2.toFixed(4)}.`,
  ];
}

/** How far single words are from the median, of the count that most words have. */
function spread({ byCount }: ForgetReport): string[] {
  const most = byCount.reduce((a, b) => (b.types > a.types ? b : a));
  const { count, types, q10, median, q90 } = most;
  if (median === null || q10 === null) return [];
  const late = q90 === null ? "nine tenths later than the run goes" : `nine tenths by ${figures(q90)}`;
  return [
    `Single words are far from it: of the ${counted(types, "word")} that occurred ${count === 1 ? "once" : `${figures(count)} times`}, a tenth are ` +
      `gone by generation ${figures(q10)}, half by ${figures(median)}, ${late}.`,
  ];
}

function lifeTable(report: ForgetReport): Table {
  const classes = inTime(report);
  const share = report.samples / report.tokens;
  const wanted = new Set([1, 2, 3, 5, 10, 20, 50, 100]);
  const rows = classes.length > wanted.size ? classes.filter(({ count }) => wanted.has(count)) : classes;
  const number = (value: number | null) => (value === null ? "later" : figures(value));
  const exact = (count: number, q: number) => figures(quantile({ count: count * share, q }));
  return {
    head: [
      "count",
      "words",
      "median",
      "10\u00a0%",
      "90\u00a0%",
      "exact median",
      "exact 10\u00a0%",
      "exact 90\u00a0%",
      "2c / ln\u00a02",
    ],
    rows: rows.map(({ count, types, median, q10, q90 }) => [
      figures(count),
      figures(types),
      ...[median, q10, q90].map(number),
      ...[0.5, 0.1, 0.9].map((q) => exact(count, q)),
      figures(MEDIAN_SLOPE * count * share),
    ]),
  };
}

function lifeCsv({ byCount, samples, tokens }: ForgetReport): string {
  const quantiles = [
    [0.1, "q10"],
    [0.5, "median"],
    [0.9, "q90"],
  ] as const;
  const rows = byCount.flatMap((group) =>
    quantiles.flatMap(([q, name]) => [
      [group.count, group.types, "simulation", q, group[name]],
      [group.count, group.types, "exact law", q, quantile({ count: (group.count * samples) / tokens, q })],
    ]),
  );
  return csvText(["count", "words", "series", "quantile", "generations"], rows);
}
