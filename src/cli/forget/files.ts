import type { ForgetReport } from "../../forget/forget.ts";
import type { NamedFile } from "../../plot/index.ts";
import { csv } from "../../show/csv.ts";
import type { OutputFile } from "../output.ts";

/** The files of a report: forget.json, tables for other programs, and two figures. */
export async function forgetFiles(report: ForgetReport, document: Iterable<string>): Promise<OutputFile[]> {
  return [{ name: "forget.json", content: document }, ...tables(report), ...(await figures(report))];
}

function tables({ generations, unique, byCount, words }: ForgetReport): OutputFile[] {
  const { mean, standardError, lower, upper } = unique;
  const left = csv(
    ["generation", "mean", "standardError", "lower", "upper"],
    generations.map((k, i) => [k, mean[i], standardError[i], lower[i], upper[i]]),
  );
  const lives = csv(
    ["count", "words", "median", "q10", "q90", "censored"],
    byCount.map((group) => [group.count, group.types, group.median, group.q10, group.q90, group.censored]),
  );
  // One by one: of ten million words the rows would take more memory than the words.
  function* risk() {
    for (const { word, count, probability, lower, upper } of words)
      yield [word, count, probability, lower, upper];
  }
  const risks = csv(["word", "count", "probability", "lower", "upper"], risk());
  return [
    { name: "unique.csv", content: left },
    { name: "by-count.csv", content: lives },
    { name: "words.csv", content: risks },
  ];
}

async function figures(report: ForgetReport): Promise<NamedFile[]> {
  // Drawing takes a second to load: only those who ask for files wait for it.
  const { figureFiles, forgetFigures } = await import("../../plot/index.ts");
  const files = await Promise.all(forgetFigures(report).map(figureFiles));
  return files.flat();
}
