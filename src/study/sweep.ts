import type { RunDocument } from "../simulate/run-document.ts";
import { type SimulateOptions, simulateChecked } from "../simulate/simulate.ts";
import { type Cell, cellsOf } from "./cells.ts";
import { type Outcome, type Tables, tablesOf } from "./tables.ts";

/** Where finished cells are kept, so that a study can be gone on with. */
export interface Store {
  /** What was kept of a cell; undefined where nothing was, or it is not what was written. */
  read(cell: Cell): RunDocument | undefined;
  write(cell: Cell, run: RunDocument): void;
}

/** How to run a study. None of it changes a single bit of the result. */
export interface SweepOptions extends Omit<SimulateOptions, "onProgress" | "onTrajectories"> {
  /** Told of every cell, when it begins and as it goes on: trajectory-generations done in it. */
  onProgress?: (progress: { readonly cell: number; readonly cells: number; readonly done: number }) => void;
  /** Where finished cells are kept (default: nowhere). */
  store?: Store;
  /** Which cells to run, by their number from 0 (default: all). The tables have those that there are. */
  only?: (cell: number) => boolean;
}

/** What `sweep()` returns. */
export interface Sweep extends Tables {
  readonly cells: readonly Cell[];
  /** Cells that were neither run nor kept. */
  readonly missing: readonly Cell[];
}

/**
 * Runs a study: an experiment in which options may be lists, of which every combination is run; `zip` ties lists
 * together, and `generations` may depend on the cell, as in `"20*samples"`.
 *
 * @throws {InputError} for a bad study, before the first cell is run
 * @throws {unknown} the signal's reason when it was aborted; cells that were finished are in the store
 *
 * @example
 * const { times } = await sweep({
 *   model: { name: "gaussian", samples: [10, 30, 100], estimator: ["ml", "unbiased"] },
 *   generations: "20*samples", trajectories: 1000, seed: 1, survival: ["std>0.1"],
 * });
 * times.samples;   // [10, 10, 30, 30, 100, 100]
 * times.median;    // generations
 */
export async function sweep(study: unknown, options: SweepOptions = {}): Promise<Sweep> {
  return sweepCells(cellsOf(study), options);
}

/** The same of cells that were checked before, as by a command that does so before it makes files. */
export async function sweepCells(cells: readonly Cell[], options: SweepOptions): Promise<Sweep> {
  const { store, onProgress, only = () => true, ...rest } = options;
  const outcomes: Outcome[] = [];
  for (const [i, cell] of cells.entries()) {
    const tell = (done: number) => onProgress?.({ cell: i, cells: cells.length, done });
    tell(0);
    let run = store?.read(cell);
    if (run === undefined) {
      if (!only(i)) continue;
      const result = await simulateChecked(cell.checked, {
        ...rest,
        onProgress: ({ done, total }) => tell(done / total),
      });
      run = result.toJSON();
      store?.write(cell, run);
    }
    outcomes.push({ cell, run });
  }
  const there = new Set(outcomes.map(({ cell }) => cell));
  return { cells, missing: cells.filter((cell) => !there.has(cell)), ...tablesOf(outcomes) };
}
