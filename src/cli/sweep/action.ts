import { InputError } from "../../check/errors.ts";
import { isBag } from "../../check/given.ts";
import { randomSeed } from "../../seed.ts";
import { counted } from "../../show/numbers.ts";
import { type Cell, cellsOf } from "../../study/cells.ts";
import { sweep } from "../../study/sweep.ts";
import type { Flags } from "../flags.ts";
import { checkOut, Output } from "../output.ts";
import { readJson } from "../run/json-file.ts";
import type { Shell } from "../shell.ts";
import { CellStore } from "./store.ts";
import { tableFiles } from "./tables.ts";

/** `lethe sweep`: runs a study and writes its tables. */
export async function sweepStudy(path: string, flags: Flags, shell: Shell): Promise<void> {
  checkOut(flags.out);
  const written = readJson(path);
  if (flags["dryRun"]) {
    shell.print(planText(await cellsOf(written)));
    return;
  }
  const { out } = flags;
  if (out === undefined) throw new InputError("missing option: out (a directory for the tables)");
  // A study that is gone on with keeps the seed that was chosen for it.
  const study =
    isBag(written) && !("seed" in written)
      ? { ...written, seed: CellStore.seedIn(out) ?? randomSeed() }
      : written;
  const cells = await cellsOf(study);
  const output = new Output(out);
  const store = new CellStore(out, study as object);
  const tables = await sweep(study, {
    workers: flags.workers ?? "auto",
    store,
    onProgress: ({ cell, done }) =>
      shell.progress(`cell ${cell + 1} of ${cells.length}`, cell + done, cells.length),
  });
  output.write(tableFiles(tables));
  const again = store.kept > 0 ? `, ${store.kept} of them from before` : "";
  shell.note(`${counted(cells.length, "cell")}${again}; files written to ${out}`);
}

/** What would be run. */
function planText(cells: readonly Cell[]): string {
  const steps = cells.map(({ checked: { experiment } }) => experiment.generations * experiment.trajectories);
  const total = steps.reduce((a, b) => a + b);
  const lines = cells.map(({ label, checked: { experiment } }) => {
    const { generations, trajectories, seed } = experiment;
    return `${label || "(one cell)"}: ${counted(generations, "generation")} × ${trajectories}, seed ${seed}\n`;
  });
  return `${lines.join("")}${counted(cells.length, "cell")}, ${counted(total, "trajectory-generation")}\n`;
}
