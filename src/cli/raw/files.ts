import { invalid } from "../../check/errors.ts";
import type { Trajectories } from "../../chunks/trajectories.ts";
import type { Checked } from "../../experiment/experiment.ts";
import type { Output, OutputFile } from "../output.ts";
import { keyColumns, partsOf } from "./parts.ts";
import { RawTable } from "./table.ts";

/**
 * Every trajectory of a run, in Parquet, written while it goes on: `trajectories.parquet` has a row for each trajectory
 * and recorded generation with all observables, `events.parquet` one for each trajectory with the times of its events.
 */
export class RawFiles {
  readonly #tables: readonly { readonly name: string; readonly table: RawTable }[];

  /** @throws {InputError} where an observable is called as a column is, or a file cannot be made */
  constructor(output: Output, checked: Checked) {
    checkNames(checked);
    this.#tables = partsOf(checked).map((part) => {
      const name = `${part.name}.parquet`;
      return { name, table: new RawTable(output.open(name), part, checked.experiment) };
    });
  }

  /** Takes the next trajectories. @throws {OutputError} when the disk is full */
  add(some: Trajectories): void {
    for (const { table } of this.#tables) table.add(some);
  }

  /** Ends the files, which can take their places then. */
  end(): OutputFile[] {
    return this.#tables.map(({ name, table }) => ({ name, content: table.end() }));
  }

  /** Removes them: nothing is to come of the run. */
  discard(): void {
    for (const { table } of this.#tables) table.discard();
  }
}

/** Refuses observables that are called as a column is. @throws {InputError} */
function checkNames({ experiment: { observables }, generations }: Checked): void {
  const keys = keyColumns({ generations }).map(({ name }) => name);
  const taken = observables.find((name) => keys.includes(name));
  if (taken !== undefined)
    throw invalid("observables", taken, `with --raw none that is called ${keys.join(" or ")}`);
}

/** How many rows and bytes the tables will have, about. */
export function sizeOf(checked: Checked): { rows: number; bytes: number } {
  const { trajectories, observables } = checked.experiment;
  const rows = trajectories * checked.generations.length;
  return { rows, bytes: 8 * (rows * observables.length + trajectories * checked.events.length) };
}
