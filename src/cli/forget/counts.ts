import { invalid } from "../../check/errors.ts";
import { type Projection, project } from "../../forget/project.ts";
import { csv } from "../../show/csv.ts";
import { finites } from "../../show/finite.ts";
import { handful } from "../../show/handful.ts";
import { jsonText } from "../../show/json.ts";
import { counted, number, percent } from "../../show/numbers.ts";
import { table as textTable, wrapped } from "../../show/table.ts";
import { shorten } from "../../show/width.ts";
import { type CountTable, readCountTable } from "../../text/count-table.ts";
import { replacedNote } from "../../text/notes.ts";
import { shortName } from "../../text/open.ts";
import { reading } from "../../text/reading.ts";
import { columnChoice } from "../../text/table/choice.ts";
import { version } from "../../version.ts";
import type { Flags } from "../flags.ts";
import { listedGenerations } from "../generations.ts";
import { checkOut, type OutputFile, outputFor } from "../output.ts";
import type { Shell } from "../shell.ts";

/** What only a text, or only a simulation, has a use for. */
const STRANGERS = {
  tokenizer: "not with --counts: there is no text",
  jsonField: "not with --counts: there is no text",
  ids: "not with --counts: there is no text",
  top: "not with --counts: there are no words to list",
  samples: "not with --counts: --scale says how many words are drawn",
  trajectories: "not with --counts: nothing is simulated",
  seed: "not with --counts: nothing is simulated",
  workers: "not with --counts: nothing is simulated",
};

/** A table that was read, what becomes of it, and the counts shown of it, rising. */
interface Projected {
  readonly table: CountTable & { readonly source: string };
  readonly projection: Projection;
  readonly times: readonly ReturnType<Projection["time"]>[];
}

/** `lethe forget --counts`: how fast a table of counts is forgotten, by the exact law. */
export async function forgetCounts(file: string | undefined, flags: Flags, shell: Shell): Promise<void> {
  if (file !== undefined) throw invalid("file", file, "a text or --counts, not both");
  for (const [name, why] of Object.entries(STRANGERS)) {
    if (flags[name] !== undefined) throw invalid(name, flags[name], why);
  }
  const columns = flags["columns"] as string | undefined;
  if (columns !== undefined) columnChoice(columns);
  const samples = scaleOf(flags["scale"]);
  const generations = listedGenerations(flags.generations);
  const path = flags["counts"] as string;
  const name = shortName(path);
  checkOut(flags.out);
  const { onProgress } = reading(path, shell);
  const read = await readCountTable(path, { columns, onProgress });
  shell.note(columnsNote(name, read));
  if (read.replaced > 0) shell.note(replacedNote(name, read.replaced));
  const { source: table, tokens, types } = read;
  const asked = {
    command: "forget",
    counts: table,
    columns: read.columns,
    tokens,
    types,
    samples,
    generations,
  };
  const output = outputFor(flags, asked);
  const projection = project(read, { samples, generations });
  const last = read.counts.length - 1;
  const shown = handful([...read.counts].reverse()).map((i) => projection.time(last - i));
  const projected = { table: read, projection, times: shown };
  const document = documentOf(projected);
  output?.write(filesOf(projected, jsonText(document)));
  shell.print(flags.json ? jsonText(document) : textOf(projected));
  if (output) shell.note(`files written to ${output.directory}`);
}

/** Which columns were taken, as they could have been asked for. */
function columnsNote(name: string, { columns, comments }: CountTable): string {
  const roles = ["word", "words", "count"] as const;
  const taken = roles.flatMap((role) => (role in columns ? [`${role}=${columns[role]}`] : []));
  const left = comments === 0 ? "" : `; ${counted(comments, "comment line")} left out`;
  return `${name}: columns ${shorten(taken.join(","), 80)}${left}`;
}

function scaleOf(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  if (typeof given === "number" && given >= 1 && given < Number.POSITIVE_INFINITY) return given;
  throw invalid("scale", given, "a number of words, 1 or more");
}

function documentOf({ table, projection, times }: Projected): object {
  const { source, tokens, types, counts, columns } = table;
  const { samples, generations, unique } = projection;
  return {
    lethe: version,
    experiment: { counts: source, columns, samples, sampling: "poisson" },
    source,
    tokens,
    types,
    distinct: counts.length,
    generations,
    unique: { mean: finites(unique.mean), sd: finites(unique.sd) },
    byCount: times,
  };
}

function filesOf({ projection, times }: Projected, document: Iterable<string>): OutputFile[] {
  const { generations, unique } = projection;
  const left = generations.map((k, i) => [k, unique.mean[i], unique.sd[i]]);
  const lives = times.map(({ count, words, scaled, q10, median, q90 }) => [
    ...[count, words, scaled],
    ...[median, q10, q90],
  ]);
  return [
    { name: "forget.json", content: document },
    { name: "unique.csv", content: csv(["generation", "mean", "sd"], left) },
    { name: "by-count.csv", content: csv(["count", "words", "scaled", "median", "q10", "q90"], lives) },
  ];
}

/** Whole numbers once they are large; next to nothing is only that. */
const amount = (x: number): string => (x > 0 && x < 1e-4 ? "< 0.0001" : number(x >= 1e4 ? Math.round(x) : x));

function textOf({ table, projection, times }: Projected): string {
  const { source, tokens, types, counts } = table;
  const { samples, generations, unique } = projection;
  const scaled = samples !== tokens;
  const size = scaled
    ? `scaled to ${counted(samples, "token")}: the same types, each count times ${number(samples / tokens)}`
    : "as many drawn in each generation";
  const head =
    `${shorten(source, 80)}\n${counted(tokens, "token")}, ${counted(types, "type")}, ` +
    `${counted(counts.length, "different count")}\n${wrapped(size)}`;
  const left = generations.map((k, i) => [
    number(k),
    amount(unique.mean[i]),
    amount(unique.sd[i]),
    percent(unique.mean[i] / types),
  ]);
  const lives = times.map(({ count, words, scaled: many, q10, median, q90 }) => [
    ...[number(count), number(words), ...(scaled ? [number(many)] : [])],
    ...[number(q10), number(median), number(q90)],
  ]);
  return `${[
    head,
    `Vocabulary left, by the exact law under Poisson sampling\n${textTable(["generation", "words left", "sd", "of all"], left)}`,
    `Generations until a word is forgotten, by how often it occurred; the same law\n${textTable(
      ["count", "words", ...(scaled ? ["scaled"] : []), "10 %", "median", "90 %"],
      lives,
    )}`,
  ].join("\n\n")}\n`;
}
