import process from "node:process";
import { InputError, invalid } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { randomSeed } from "../../seed.ts";
import { counted } from "../../show/numbers.ts";
import { cellsOf } from "../../study/cells.ts";
import { type Sweep, sweepCells } from "../../study/sweep.ts";
import type { Flags } from "../flags.ts";
import { checkOut, Output } from "../output.ts";
import type { Shell } from "../shell.ts";
import { dryRun } from "./dry-run.ts";
import { placeOf } from "./place.ts";
import { printJob } from "./print-job.ts";
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
    return dryRun(cellsOf(written), { out, workers, parts }, shell);
  }
  if (out === undefined) throw new InputError("missing option: out (a directory for the tables)");
  lookInto(out, shell.note);
  const part = asked ?? partHere(shell);
  const shard = shardOf(part);
  const study = withSeed(written, out, part);
  const cells = cellsOf(study);
  const output = new Output(out, ASKED);
  const store = new CellStore(out, study as object);
  const result = await sweepCells(cells, {
    workers,
    store,
    only: (cell) => cell % shard.count === shard.index,
    onProgress: ({ cell, done }) =>
      shell.progress(`cell ${cell + 1} of ${cells.length}`, cell + done, cells.length),
  });
  if (part === undefined) output.write(tableFiles(result, study as object));
  const again = store.kept > 0 ? `, ${store.kept} of them from before` : "";
  const there = cells.length - result.missing.length;
  shell.note(
    part === undefined
      ? `${counted(there, "cell")}${again}; files written to ${out}`
      : `${there} of ${counted(cells.length, "cell")} are there${again}; lethe merge ${out} makes the tables of all`,
  );
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

/** What there is of the study in a directory; nothing is run. */
async function gathered(directory: string, shell: Shell): Promise<Sweep> {
  const study = studyIn(directory);
  if (study === undefined) throw invalid("dir", directory, "a directory that lethe sweep wrote to");
  lookInto(directory, shell.note);
  return sweepCells(cellsOf(study), { store: new CellStore(directory, study), only: () => false });
}

async function tellStatus(directory: string, shell: Shell): Promise<void> {
  const { cells, missing } = await gathered(directory, shell);
  shell.print(`${cells.length - missing.length} of ${counted(cells.length, "cell")} are there\n`);
  for (const { label } of missing.slice(0, 10)) shell.print(`missing: ${label}\n`);
  if (missing.length > 10) shell.print(`… and ${missing.length - 10} more\n`);
}

/** `lethe merge`: writes the tables of a study whose cells are all there. */
export async function merge(directory: string, shell: Shell): Promise<void> {
  const result = await gathered(directory, shell);
  const { cells, missing } = result;
  if (missing.length > 0) {
    throw new InputError(
      `invalid dir: ${JSON.stringify(directory)} (${missing.length} of ${counted(cells.length, "cell")} are missing, ` +
        `the first of them ${missing[0].label})`,
    );
  }
  new Output(directory, ASKED).write(tableFiles(result, studyIn(directory) as object));
  shell.note(`${counted(cells.length, "cell")}; files written to ${directory}`);
}
