import { invalid } from "../../check/errors.ts";
import { checkUntilOneOptions, forgetUntilOne, type UntilOneReport } from "../../forget/until-one.ts";
import { csv, formulaNote } from "../../show/csv.ts";
import { finite, finites } from "../../show/finite.ts";
import { jsonText } from "../../show/json.ts";
import { counted, number } from "../../show/numbers.ts";
import type { Progress } from "../../simulate/simulate.ts";
import { version } from "../../version.ts";
import { chosenSeed } from "../chosen-seed.ts";
import { type Flags, pick } from "../flags.ts";
import { checkOut, type OutputFile, outputFor } from "../output.ts";
import { checkPictures } from "../pictures.ts";
import { provenanceLine } from "../provenance-line.ts";
import type { Shell } from "../shell.ts";
import { check, textOf } from "./action.ts";
import { readWords } from "./corpus.ts";
import { provenanceOf, type Subject } from "./document.ts";
import { untilOneText } from "./until-one-text.ts";

/** `lethe forget --until-one`: a text down to its last word. */
export async function untilOneCommand(file: string | undefined, flags: Flags, shell: Shell): Promise<void> {
  if (flags.generations !== undefined) {
    throw invalid("generations", flags.generations, "not with --until-one, which runs as long as it takes");
  }
  const { words, top } = check(file, flags);
  const seed = flags.seed ?? chosenSeed("forget", flags);
  const options = { ...pick(flags, ["samples", "trajectories"]), seed };
  const checked = checkUntilOneOptions(options);
  const { trajectories } = checked;
  checkOut(flags.out);
  const corpus = await readWords(file, words, shell);
  const asked = { command: "forget", until: "one", ...textOf(corpus), ...words, ...checked };
  const output = outputFor(flags, asked);
  if (output) await checkPictures(shell);
  const report = await forgetUntilOne(corpus, options, {
    workers: flags.workers ?? "auto",
    onProgress: (progress) => shell.progress(label(progress, trajectories), progress.done, progress.total),
  });
  const subject = { source: corpus.source, ...words };
  const document = documentOf(report, subject);
  output?.write(await filesOf(report, jsonText(document)));
  shell.print(flags.json ? jsonText(document) : untilOneText(report, subject, top));
  shell.note(provenanceLine(report.run.provenance));
  const warning = output && formulaNote("last-words.csv", report.lastWords);
  if (warning) shell.note(warning);
  if (output) shell.note(`files written to ${output.directory}`);
}

/** Says where a run is: the bar itself follows the words left, on a logarithmic scale. */
function label({ underWay }: Progress, trajectories: number): string {
  if (underWay === undefined) return "forgetting";
  const { trajectory, generation, living } = underWay;
  return `${trajectory + 1} of ${number(trajectories)}: ${counted(living, "word")}, generation ${number(generation)}`;
}

function documentOf(report: UntilOneReport, { source, ...words }: Subject): object {
  const { tokens, types, samples, time, generations, unique, lastWords, run } = report;
  const { trajectories, seed } = run.experiment;
  return {
    lethe: version,
    experiment: { source, ...words, until: "one", samples, trajectories, seed },
    provenance: provenanceOf(run, words.tokenizer),
    source,
    tokens,
    types,
    timeToOne: { ...time, standardError: finite(time.standardError) },
    generations,
    unique: {
      mean: finites(unique.mean),
      standardError: finites(unique.standardError),
      exact: finites(unique.exact),
      lines: finites(unique.lines),
    },
    lastWords,
  };
}

/** forget.json, tables for other programs, and the figure. */
async function filesOf(report: UntilOneReport, document: Iterable<string>): Promise<OutputFile[]> {
  const { generations, unique, lastWords } = report;
  const { mean, standardError, exact, lines } = unique;
  const left = csv(
    ["generation", "mean", "standardError", "exact", "lines"],
    generations.map((k, i) => [k, mean[i], standardError[i], exact[i], lines[i]]),
  );
  const winners = csv(
    ["word", "count", "trajectories", "probability"],
    lastWords.map(({ word, count, trajectories, probability }) => [word, count, trajectories, probability]),
  );
  // Drawing takes a second to load: only those who ask for files wait for it.
  const { figureFiles, untilOneFigure } = await import("../../plot/index.ts");
  return [
    { name: "forget.json", content: document },
    { name: "unique.csv", content: left },
    { name: "last-words.csv", content: winners },
    ...(await figureFiles(untilOneFigure(report))),
  ];
}
