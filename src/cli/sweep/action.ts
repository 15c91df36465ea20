import process from "node:process";
import { InputError, invalid } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { randomSeed } from "../../seed.ts";
import { counted } from "../../show/numbers.ts";
import { type Cell, cellsOf } from "../../study/cells.ts";
import { type Sweep, type Swept, sweepCells } from "../../study/sweep.ts";
import { shardsOf } from "../../study/units.ts";
import type { Flags } from "../flags.ts";
import { checkOut, Output, type OutputFile } from "../output.ts";
import type { Shell } from "../shell.ts";
import { dryRun } from "./dry-run.ts";
import { placeOf } from "./place.ts";
import { printJob } from "./print-job.ts";
import { rawFiles, rawText } from "./raw-table.ts";
import { shardOf } from "./shard.ts";
import { CellStore, studyIn } from "./store.ts";
import { tableFiles } from "./tables.ts";
import { lookInto, studyOf } from "./written.ts";

/** What the tables in a directory are of; which study that is, its store knows. */
const ASKED = { command: "sweep" };

/** `lethe sweep`: runs a study, or a part of it, and writes its tables. */
export async function sweepStudy(path: string | undefined, flags: Flags, shell: Shell): Promise<void> {
  const { out, workers = "auto" } = flags;
  const { status, shard: asked } = flags as { status?: string; shard?: string };
  if (status !== undefined) return tellStatus(status, shell);
  if (path === undefined) throw new InputError("missing required argument: study (a JSON file)");
  checkOut(out);
  const { count: parts } = shardOf(asked);
  const written = studyOf(path);
  if (flags["job"] !== undefined || flags["parts"] !== undefined)
    return printJob(path, written, flags, shell);
  if (flags["dryRun"]) {
    return dryRun(cellsOf(written), { out, workers, parts, raw: flags["raw"] === true }, shell);
  }
  if (out === undefined) throw new InputError("missing option: out (a directory for the tables)");
  lookInto(out, shell.note);
  const part = asked ?? partHere(shell);
  const shard = shardOf(part);
  const study = withSeed(written, out, part);
  const cells = cellsOf(study);
  const output = new Output(out, ASKED);
  const store = new CellStore(out, study as object, {
    ...(flags["raw"] === true && { raw: true }),
    tell: shell.note,
  });
  if (store.raw) shell.note(rawText(cells));
  store.begin();
  const run = () =>
    sweepCells(cells, {
      workers,
      store,
      only: (unit) => unit % shard.count === shard.index,
      onProgress: ({ finished, done, total }) =>
        shell.progress(`${finished} of ${counted(cells.length, "cell")}`, done, total),
    });
  let result: Swept;
  try {
    result = await run();
    // What turns out not to be what was written is missing now.
    while (part === undefined && store.raw?.isWhole(cells) === false) result = await run();
  } finally {
    store.raw?.discard();
  }
  store.sync();
  if (part === undefined) output.write(filesOf(result, store, output, study as object));
  const again = store.kept > 0 ? `, ${store.kept} of them from before` : "";
  shell.note(
    part === undefined
      ? `${counted(cells.length, "cell")}${again}; files written to ${out}`
      : `${stateOf(result)} are there${again}; lethe merge ${out} makes the tables of all`,
  );
}

/** All tables of a study. */
function* filesOf(result: Swept, { raw }: CellStore, output: Output, study: object): Generator<OutputFile> {
  yield* tableFiles(result, study);
  if (raw) yield* rawFiles(output, result.outcomes, raw, study);
}

/** The part that a scheduler gives to this process, if there is one. */
function partHere(shell: Shell): string | undefined {
  const place = placeOf(process.env);
  if (place !== undefined) shell.note(`part ${place.part}, by ${place.source}`);
  return place?.part;
}

/** A study that is gone on with keeps the seed that was chosen for it. Parts cannot choose one each. */
function withSeed(written: unknown, out: string, part: string | undefined): unknown {
  if (!isBag(written) || "seed" in written) return written;
  if (part !== undefined)
    throw new InputError(`invalid shard: ${part} (only of a study with a seed, which all parts share)`);
  return { ...written, seed: (studyIn(out) as { seed?: unknown } | undefined)?.seed ?? randomSeed() };
}

/** What there is of a study, in words. */
function stateOf({ cells, missing, shards }: Pick<Sweep, "cells" | "missing" | "shards">): string {
  const there = `${cells.length - missing.length} of ${counted(cells.length, "cell")}`;
  return shards.all === cells.length
    ? there
    : `${there} (${shards.there} of ${counted(shards.all, "shard")})`;
}

/** The cells of the study in a directory, and what keeps them. */
function found(directory: string, shell: Shell): { cells: Cell[]; store: CellStore } {
  const study = studyIn(directory);
  if (study === undefined) throw invalid("dir", directory, "a directory that lethe sweep wrote to");
  lookInto(directory, shell.note);
  return { cells: cellsOf(study), store: new CellStore(directory, study, { tell: shell.note }) };
}

/** `lethe sweep --status`: goes by the names of the files, and changes nothing. */
function tellStatus(directory: string, shell: Shell): void {
  const { cells, store } = found(directory, shell);
  const missing: Cell[] = [];
  const shards = { there: 0, all: 0 };
  const lines = cells.flatMap((cell) => {
    const spans = shardsOf(cell);
    const there = spans.filter((span) => store.has(cell, span)).length;
    shards.all += spans.length;
    shards.there += there;
    if (there === spans.length) return [];
    missing.push(cell);
    return `missing: ${cell.label || "the cell"}${there > 0 ? ` (${there} of ${counted(spans.length, "shard")} are there)` : ""}\n`;
  });
  shell.print(`${stateOf({ cells, missing, shards })} are there\n`);
  for (const line of lines.slice(0, 10)) shell.print(line);
  if (lines.length > 10) shell.print(`… and ${lines.length - 10} more\n`);
}

/** `lethe merge`: writes the tables of a study whose cells are all there. */
export async function merge(directory: string, shell: Shell): Promise<void> {
  const { cells, store } = found(directory, shell);
  const output = new Output(directory, ASKED);
  store.raw?.isWhole(cells);
  const result = await sweepCells(cells, { store, only: () => false });
  const { missing } = result;
  if (missing.length > 0) {
    throw new InputError(
      `invalid dir: ${JSON.stringify(directory)} (${missing.length} of ${counted(cells.length, "cell")} are missing, ` +
        `the first of them ${missing[0].label})`,
    );
  }
  output.write(filesOf(result, store, output, studyIn(directory) as object));
  shell.note(`${counted(cells.length, "cell")}; files written to ${directory}`);
}
