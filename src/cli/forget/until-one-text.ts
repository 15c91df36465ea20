import type { UntilOneReport } from "../../forget/until-one.ts";
import { handful } from "../../show/handful.ts";
import { chance, counted, number, plusMinus } from "../../show/numbers.ts";
import { table } from "../../show/table.ts";
import { shorten } from "../../show/width.ts";
import type { Subject } from "./document.ts";
import { corpusText } from "./text.ts";

/** The report for reading. */
export function untilOneText(report: UntilOneReport, subject: Subject, top: number): string {
  const { samples, run } = report;
  const size = `generations of ${counted(samples, "token")} until one word is left`;
  const head = `${corpusText(report, subject)}\n${size}, ${counted(run.experiment.trajectories, "trajectory")}`;
  const parts = [head, times(report), unique(report), lastWords(report, top)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const whole = (x: number): string => number(Math.round(x));

function times({ time, samples }: UntilOneReport): string {
  const { median, q10, q90, mean, standardError, theory } = time;
  const rows = [
    ["simulation", ...[q10, median, q90].map(whole), plusMinus(mean, standardError), ""],
    ["exact law", ...[theory.q10, theory.median, theory.q90, theory.mean, theory.sd].map(whole)],
  ];
  const titles = ["<", "10 %", "median", "90 %", "mean", "sd"];
  const diffusion = `Diffusion: ${whole(theory.diffusion)} on average; 2n is ${number(2 * samples)}`;
  return `Generations until one word is left\n${table(titles, rows)}\n${diffusion}`;
}

function unique({ generations, unique: { mean, standardError, exact, lines } }: UntilOneReport): string {
  const rows = handful(generations, 1).map((i) => [
    number(generations[i]),
    plusMinus(mean[i], standardError[i]),
    number(exact[i]),
    number(lines[i]),
  ]);
  return `Vocabulary left, beside the exact mean and the lines of descent\n${table(["generation", "words left", "= exact", "≈ 2n / (generation + 2)"], rows)}`;
}

function lastWords({ lastWords: words, run }: UntilOneReport, top: number): string {
  if (top === 0) return "";
  const rows = words
    .slice(0, top)
    .map(({ word, count, trajectories, probability }) => [
      `  ${shorten(word, 40)}`,
      number(count),
      number(trajectories),
      chance(probability),
    ]);
  const which = words.length > top ? `, the ${number(top)} most frequent of ${number(words.length)}` : "";
  const of = counted(run.experiment.trajectories, "trajectory");
  return `The last word of ${of}${which}\n${table(["<  word", "count", "trajectories", "probability"], rows)}`;
}
