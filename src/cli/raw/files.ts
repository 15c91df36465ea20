import { invalid } from "../../check/errors.ts";
import type { Trajectories } from "../../chunks/trajectories.ts";
import type { Checked } from "../../experiment/experiment.ts";
import type { OpenFile } from "../open-file.ts";
import type { Output, OutputFile } from "../output.ts";
import { RawTable } from "./table.ts";

/** Columns of the tables, which no observable may be called. */
const KEYS = ["trajectory", "generation"];

/**
 * Every trajectory of a run, in Parquet, written while it goes on: `trajectories.parquet` has a row for each trajectory
 * and recorded generation with all observables, `events.parquet` one for each trajectory with the times of its events.
 */
export class RawFiles {
  readonly #files: readonly { readonly name: string; readonly file: OpenFile }[];
  readonly #records: RawTable;
  readonly #times: RawTable | undefined;
  readonly #observables: readonly string[];
  readonly #events: readonly string[];

  /** @throws {InputError} where an observable is called as a column is, or a file cannot be made */
  constructor(output: Output, { experiment, events, generations }: Checked) {
    const { observables, trajectories, seed } = experiment;
    checkNames(observables);
    this.#observables = observables;
    this.#events = events.map(({ text }) => text);
    const names = ["trajectories.parquet", ...(events.length > 0 ? ["events.parquet"] : [])];
    this.#files = names.map((name) => ({ name, file: output.open(name) }));
    const [records, times] = this.#files;
    this.#records = new RawTable(records.file, {
      ...{ trajectories, seed, generations },
      values: observables.map((name) => ({ name, type: "DOUBLE" })),
    });
    this.#times =
      times &&
      new RawTable(times.file, {
        ...{ trajectories, seed },
        values: this.#events.map((name) => ({ name, type: "INT64", nullable: true })),
      });
  }

  /** Takes the next trajectories. @throws {OutputError} when the disk is full */
  add({ count, observables, timeTo }: Trajectories): void {
    this.#records.add(
      count,
      this.#observables.map((name) => observables[name]),
    );
    this.#times?.add(
      count,
      this.#events.map((event) => timeTo[event]),
    );
  }

  /** Ends the files, which can take their places then. */
  end(): OutputFile[] {
    this.#records.end();
    this.#times?.end();
    return this.#files.map(({ name, file }) => ({ name, content: file }));
  }

  /** Removes them: nothing is to come of the run. */
  discard(): void {
    for (const { file } of this.#files) file.discard();
  }
}

/** Refuses observables that are called as a column is. @throws {InputError} */
export function checkNames(observables: readonly string[]): void {
  const taken = observables.find((name) => KEYS.includes(name));
  if (taken !== undefined)
    throw invalid("observables", taken, `with --raw none that is called ${KEYS.join(" or ")}`);
}

/** How many rows and bytes the tables will have, about. */
export function sizeOf({ experiment, events, generations }: Checked): { rows: number; bytes: number } {
  const { trajectories, observables } = experiment;
  const rows = trajectories * generations.length;
  return { rows, bytes: 8 * (rows * observables.length + trajectories * events.length) };
}
