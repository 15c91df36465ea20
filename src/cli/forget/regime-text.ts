// The report where a generation is trained on more than what the last one produced.
import type { ForgetReport } from "../../forget/forget.ts";
import { handful } from "../../show/handful.ts";
import { ONE_RUN } from "../../show/law-notes.ts";
import { number, percent, plusMinus } from "../../show/numbers.ts";
import { table, wrapped } from "../../show/table.ts";

/** How much of the vocabulary is in the model, and, where that settles, how much in the long run. */
export function vocabularyText({ generations, unique, types, limit, run }: ForgetReport): string {
  const { mean, standardError, expected } = unique;
  const rows = handful(generations, 1).map((i) => [
    number(generations[i]),
    plusMinus(mean[i], standardError[i]),
    percent(mean[i] / types),
    ...(expected ? [number(expected[i], 6), percent(expected[i] / types)] : []),
  ]);
  const titles = [
    "generation",
    "words left",
    "of all",
    ...(expected ? ["≈ vocabulary law", "≈ of all"] : []),
  ];
  const end = limit === null ? "" : `\n${wrapped(longRun(mean[mean.length - 1], limit, types))}`;
  const alone = expected && run.experiment.trajectories === 1 ? `\n${ONE_RUN}` : "";
  return `Vocabulary in the model\n${table(titles, rows)}${alone}${end}`;
}

const longRun = (last: number, limit: number, types: number): string =>
  `In the long run: ${percent(limit / types)} of the vocabulary by the law, ${percent(last / types)} at the last generation`;

/** The share of the words that are gone, by how often they occurred. */
export function goneText({ byCount, regime, run, types }: ForgetReport): string {
  const { generations, trajectories } = run.experiment;
  const gone = byCount.map(({ types, censored }) => 1 - censored / (types * trajectories));
  const known = byCount.every((one) => one.gone !== undefined);
  const rows = handful(byCount.map(({ count }) => count)).map((i) => {
    const { count, types, gone: expected = 0 } = byCount[i];
    return [number(count), number(types), percent(gone[i]), ...(known ? [percent(expected)] : [])];
  });
  const isPart = regime.name === "accumulate-subsample";
  const what = isPart
    ? `Words that were missing at least once by generation ${number(generations)}`
    : `Words that are gone by generation ${number(generations)}`;
  const all = gone.reduce((sum, share, i) => sum + share * byCount[i].types, 0) / types;
  const [{ count }] = byCount;
  const rare = `of those that occurred ${count === 1 ? "once" : `${number(count)} times`}, ${percent(gone[0])}`;
  const meaning = `${percent(all)} of the vocabulary ${MEANING[regime.name]}; ${rare}.`;
  const titles = ["count", "words", isPart ? "missed" : "gone", ...(known ? ["≈ theory"] : [])];
  return `${wrapped(`${what}, by how often they occurred`)}\n${table(titles, rows)}\n\n${wrapped(meaning)}`;
}

/** What has become of the words that are counted. */
const MEANING: Record<string, string> = {
  replace: "is forgotten for good",
  accumulate: "is forgotten for good, nearly all at the first draw: what was once drawn is kept",
  "accumulate-subsample":
    "was missing from a model at least once; what is still in the pool of all data can be drawn again",
  fixed: "is forgotten for good: words of the kept real data never are, and no others come back",
  weighted: "is forgotten for good: real data without a weight bring nothing back",
};
