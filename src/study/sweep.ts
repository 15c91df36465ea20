import * as v from "valibot";
import { isBag } from "../check/given.ts";
import { parse } from "../check/schema.ts";
import { howOf, optionsSchema, type SimulateOptions, teller } from "../simulate/simulate.ts";
import { runWorks } from "../workers/recruit.ts";
import { type Cell, cellsOf } from "./cells.ts";
import { Running, type Unit } from "./running.ts";
import type { Store } from "./store.ts";
import { type Outcome, type Tables, tablesOf } from "./tables.ts";
import { remembering } from "./theory.ts";

/** How far a study has come. */
export interface SweepProgress {
  readonly cells: number;
  /** Cells that are there, those of before too. */
  readonly finished: number;
  /** What is done of that which was missing, and all of that: in numbers drawn, about. */
  readonly done: number;
  readonly total: number;
}

/** How to run a study. None of it changes a single bit of the result. */
export interface SweepOptions extends Omit<SimulateOptions, "onProgress" | "onTrajectories"> {
  /** Called every now and then, about ten times a second at most. */
  onProgress?: (progress: SweepProgress) => void;
  /** Where finished cells are kept (default: nowhere). */
  store?: Store;
  /**
   * Which shards to run, by their number from 0 through all cells (default: all). A cell is one shard, unless it is long and
   * the store keeps shards. The tables have the cells that are there.
   */
  only?: (shard: number) => boolean;
}

const isStore = (value: unknown): boolean =>
  isBag(value) && ["read", "write"].every((name) => typeof (value as never)[name] === "function");

const { onTrajectories: _, ...shared } = optionsSchema.entries;
const sweepSchema = v.strictObject({
  ...shared,
  store: v.optional(v.custom<Store>(isStore, "an object with read and write")),
  only: v.optional(v.function("a function")),
});

/** What `sweep()` returns. */
export interface Sweep extends Tables {
  readonly cells: readonly Cell[];
  /** Cells that were neither run nor kept. */
  readonly missing: readonly Cell[];
  /** How many shards there are, and how many of them are not missing. */
  readonly shards: { readonly there: number; readonly all: number };
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
  const { outcomes: _, ...swept } = await sweepCells(cellsOf(study), options);
  return swept;
}

/** The same, with what came of each cell. */
export interface Swept extends Sweep {
  readonly outcomes: readonly Outcome[];
}

/** How often a unit is run before its store is given up: now and then a file is damaged, or another process removes it. */
const TRIES = 3;

/** @throws {Error} where a unit was run so often and is missing still */
function countTry({ cell, span: { first, count } }: Unit, before = 0): number {
  if (before < TRIES) return before + 1;
  const what = `trajectories ${first} to ${first + count - 1} of the cell ${cell.label}`;
  throw new Error(`the store did not keep ${what}, which were run ${TRIES} times`);
}

/** The same of cells that were checked before, as by a command that does so before it makes files. */
export async function sweepCells(cells: readonly Cell[], options: SweepOptions): Promise<Swept> {
  const { store, onProgress, only = () => true, ...rest } = parse(sweepSchema, options) as SweepOptions;
  const { signal, workers, chunk, numeric } = howOf(rest);
  const laws = remembering(await import("../laws/index.ts"));
  const study = new Running(cells, { numeric, chunk, store, laws });
  study.gather();
  const missing = () => study.units.filter((unit, i) => only(i) && !study.isThere(unit));
  const tries = new Map<Unit, number>();
  for (let todo = missing(); todo.length > 0; todo = missing()) {
    for (const unit of todo) tries.set(unit, countTry(unit, tries.get(unit)));
    const total = todo.reduce((sum, { cost }) => sum + cost, 0);
    const tell = teller(
      onProgress &&
        (({ done }) => onProgress({ cells: cells.length, finished: study.runs.size, done, total })),
      total,
    );
    const most = () => Number.POSITIVE_INFINITY;
    await runWorks(study.supply(todo, tell), { backend: numeric.backend, workers, most, signal });
    // A shard that turned out not to be what was written is missing now, and one that another process has used is not.
    study.gather();
  }
  const outcomes = cells.flatMap((cell) => {
    const run = study.runs.get(cell);
    return run ? [{ cell, run }] : [];
  });
  const there = study.units.filter((unit) => study.isThere(unit)).length;
  return {
    cells,
    missing: cells.filter((cell) => !study.isFinished(cell)),
    shards: { there, all: study.units.length },
    outcomes,
    ...tablesOf(outcomes),
  };
}
