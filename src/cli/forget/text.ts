import { isPlain } from "../../experiment/regime.ts";
import type { ForgetReport } from "../../forget/forget.ts";
import { handful } from "../../show/handful.ts";
import { ONE_RUN } from "../../show/law-notes.ts";
import { counted, number, percent, plusMinus } from "../../show/numbers.ts";
import { table, wrapped } from "../../show/table.ts";
import { shorten } from "../../show/width.ts";
import { MEDIAN_SLOPE, median } from "../../theory/forgetting.ts";
import { regimeLine } from "../model-line.ts";
import type { Subject } from "./document.ts";
import { presenceText } from "./presence-text.ts";
import { goneText, vocabularyText } from "./regime-text.ts";
import { wordsText } from "./words.ts";

/** The report for reading. */
export function forgetText(report: ForgetReport, subject: Subject, top: number): string {
  const { samples, run } = report;
  const { generations, trajectories } = run.experiment;
  const size = `${counted(generations, "generation")} of ${counted(samples, "token")}`;
  const plain = isPlain(report.regime);
  const drawn = `${size}, ${counted(trajectories, "trajectory")}${regimeLine(report.regime)}`;
  const head = `${corpusText(report, subject)}\n${wrapped(drawn)}`;
  const { presence } = report;
  // What is missing from a part of the pool is not forgotten.
  const isPart = report.regime.name === "accumulate-subsample";
  const lives = presence
    ? presenceText({ ...report, presence }, top)
    : [
        plain ? `${byCount(report)}\n${line(report)}` : goneText(report),
        isPart ? "" : wordsText(report, top),
      ];
  const parts = [head, plain ? unique(report) : vocabularyText(report), ...lives];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The text that is forgotten: what it is called, and how many words it has. */
export const corpusText = (
  { tokens, types }: { readonly tokens: number; readonly types: number },
  { source, tokenizer, ids }: Subject,
): string =>
  `${shorten(source, 80)}\n${counted(tokens, "token")}, ${counted(types, "type")} (${ids === undefined ? `tokenizer ${tokenizer}` : `ids, ${ids}`})`;

const AVERAGE = "Corollary 1: of the average; from above, its running minimum";

function unique({ generations, unique: vocabulary, types, run }: ForgetReport): string {
  const { mean, standardError, lower, upper } = vocabulary;
  const rows = handful(generations, 1).map((i) => [
    number(generations[i]),
    plusMinus(mean[i], standardError[i]),
    percent(mean[i] / types),
    number(lower[i], 6),
    number(upper[i], 6),
  ]);
  const titles = ["generation", "words left", "of all", "≥ theory", "≤ theory"];
  const alone = run.experiment.trajectories === 1 ? `\n${ONE_RUN}` : "";
  return `Vocabulary left, beside Corollary 1\n${table(titles, rows)}\n${AVERAGE}${alone}`;
}

function byCount({ byCount: classes, samples, tokens, run }: ForgetReport): string {
  const { generations, trajectories } = run.experiment;
  const shown = (time: number | null) => (time === null ? `> ${number(generations)}` : number(time));
  const rows = handful(classes.map(({ count }) => count)).map((i) => {
    const { count, types, q10, median: middle, q90, censored } = classes[i];
    return [
      number(count),
      number(types),
      shown(q10),
      shown(middle),
      number(median({ count: (count * samples) / tokens })),
      shown(q90),
      percent(censored / (types * trajectories)),
    ];
  });
  const titles = ["count", "words", "10 %", "median", "≈ theory", "90 %", "still there"];
  return `Generations until a word is forgotten, by how often it occurred\n${table(titles, rows)}`;
}

function line({ fit, samples, tokens }: ForgetReport): string {
  const slope = (MEDIAN_SLOPE * samples) / tokens;
  const scaled = samples === tokens ? "2 / ln 2" : "2 / ln 2 times samples / tokens";
  const theory = `Theory: ${number(slope)} times the count (${scaled})`;
  if (fit === null) return `No straight line: too few medians in the first half of the run\n${theory}`;
  const sign = fit.intercept < 0 ? "-" : "+";
  return (
    `Median = ${number(fit.slope)} count ${sign} ${number(Math.abs(fit.intercept), 3)}, ` +
    `r2 = ${fit.r2.toFixed(5)} over ${counted(fit.points, "point")}\n${theory}`
  );
}
