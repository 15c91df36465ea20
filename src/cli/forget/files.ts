import { isPlain } from "../../experiment/regime.ts";
import type { ForgetReport } from "../../forget/forget.ts";
import type { ForgetPresence } from "../../forget/presence.ts";
import type { NamedFile } from "../../plot/index.ts";
import { csv } from "../../show/csv.ts";
import type { OutputFile } from "../output.ts";

/** The files of a report: forget.json, tables for other programs, and two figures. */
export async function forgetFiles(report: ForgetReport, document: Iterable<string>): Promise<OutputFile[]> {
  return [{ name: "forget.json", content: document }, ...tables(report), ...(await figures(report))];
}

function tables(report: ForgetReport): OutputFile[] {
  return [
    { name: "unique.csv", content: leftTable(report) },
    ...(report.presence ? presenceTables(report.presence) : lifeTables(report)),
  ];
}

function leftTable({ generations, unique, regime }: ForgetReport): OutputFile["content"] {
  const { mean, standardError, lower, upper, expected } = unique;
  const theory = isPlain(regime) ? { lower, upper } : { expected: expected ?? [] };
  return csv(
    ["generation", "mean", "standardError", ...Object.keys(theory)],
    generations.map((k, i) => [
      ...[k, mean[i], standardError[i]],
      ...Object.values(theory).map((values) => values[i] ?? null),
    ]),
  );
}

function lifeTables({ byCount, words, regime }: ForgetReport): OutputFile[] {
  const plain = isPlain(regime);
  const lives = csv(
    ["count", "words", "median", "q10", "q90", "censored", ...(plain ? [] : ["gone"])],
    byCount.map(({ count, types, median, q10, q90, censored, gone = null }) => [
      ...[count, types, median, q10, q90, censored],
      ...(plain ? [] : [gone]),
    ]),
  );
  // One by one: of ten million words the rows would take more memory than the words.
  function* risk() {
    for (const { word, count, probability, lower, upper } of words)
      yield [word, count, probability, lower, upper];
  }
  const risks = csv(["word", "count", "probability", "lower", "upper"], risk());
  return [
    { name: "by-count.csv", content: lives },
    { name: "words.csv", content: risks },
  ];
}

const MEASURES = ["absent", "meanAbsence", "meanPresence"] as const;

function presenceTables({ byCount, words }: ForgetPresence): OutputFile[] {
  const counts = csv(
    [
      ...["count", "words"],
      ...MEASURES.flatMap((name) => [name, `${name}Error`, `${name}Theory`]),
      ...["absences", "open"],
    ],
    byCount.map(({ count, types, absences, open, theory, ...measured }) => [
      ...[count, types],
      ...MEASURES.flatMap((name) => [
        ...[measured[name].value, measured[name].standardError],
        theory?.[name] ?? null,
      ]),
      ...[absences, open],
    ]),
  );
  function* each() {
    for (const one of words) yield [one.word, one.count, ...MEASURES.map((name) => one[name])];
  }
  return [
    { name: "by-count.csv", content: counts },
    { name: "words.csv", content: csv(["word", "count", ...MEASURES], each()) },
  ];
}

async function figures(report: ForgetReport): Promise<NamedFile[]> {
  // Drawing takes a second to load: only those who ask for files wait for it.
  const { figureFiles, forgetFigures } = await import("../../plot/index.ts");
  const files = await Promise.all(forgetFigures(report).map(figureFiles));
  return files.flat();
}
