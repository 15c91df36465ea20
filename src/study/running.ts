import { addShard, shardOf } from "../chunks/shard.ts";
import { Tables } from "../chunks/tables.ts";
import { type Checked, checkExperiment } from "../experiment/experiment.ts";
import type { Kernels } from "../kernels/kernels.ts";
import type * as AllLaws from "../laws/index.ts";
import { originOf } from "../simulate/provenance.ts";
import { Result } from "../simulate/result.ts";
import type { RunDocument } from "../simulate/run-document.ts";
import { workOf } from "../simulate/work.ts";
import type { Span } from "../workers/queue.ts";
import type { Supply, Work } from "../workers/work.ts";
import { cellDocument } from "./cell-document.ts";
import type { Cell } from "./cells.ts";
import type { Store } from "./store.ts";
import { costOf, shardsOf } from "./units.ts";
import { generationsUntilOver } from "./until.ts";

/** What is run at once, and not in parts: a shard of a cell, which may be all of it. */
export interface Unit {
  readonly cell: Cell;
  readonly span: Span;
  /** In numbers drawn, about; of a cell that may end sooner, at most. */
  readonly cost: number;
}

/** What a study is run with. */
interface Means {
  readonly numeric: Kernels;
  readonly chunk: number | undefined;
  readonly laws: typeof AllLaws;
  readonly store: Store | undefined;
}

/** A study under way: what is there of its cells, and what is to be run. */
export class Running {
  readonly cells: readonly Cell[];
  /** All units, those of a cell together. */
  readonly units: readonly Unit[];
  /** What came of the cells that are finished. */
  readonly runs = new Map<Cell, RunDocument>();
  readonly #spans: ReadonlyMap<Cell, readonly Span[]>;
  readonly #means: Means;
  readonly #tables = new Tables();

  constructor(cells: readonly Cell[], means: Means) {
    this.cells = cells;
    this.#means = means;
    const isCut = means.store?.shards !== undefined;
    const whole = ({ checked: { experiment } }: Cell) => [{ first: 0, count: experiment.trajectories }];
    this.#spans = new Map(cells.map((cell) => [cell, isCut ? shardsOf(cell) : whole(cell)]));
    this.units = [...this.#spans].flatMap(([cell, spans]) => {
      const each = costOf(cell.checked);
      return spans.map((span) => ({ cell, span, cost: each * span.count }));
    });
  }

  /** Takes what is kept of the cells. */
  gather(): void {
    for (const cell of this.cells) {
      if (this.runs.has(cell)) continue;
      const run = this.#means.store?.read(cell);
      if (run) this.runs.set(cell, run);
      else this.#join(cell);
    }
  }

  /** Whether a unit was run, as far as is known. */
  isThere({ cell, span }: Pick<Unit, "cell" | "span">): boolean {
    const { shards, raw } = this.#means.store ?? {};
    const isKnown = this.runs.has(cell) || (this.#isCut(cell) && shards?.has(cell, span) === true);
    return isKnown && raw?.has(cell, span) !== false;
  }

  /** Whether all of a cell was run. */
  isFinished(cell: Cell): boolean {
    return this.runs.has(cell) && (this.#spans.get(cell) ?? []).every((span) => this.isThere({ cell, span }));
  }

  /** Units one after the other, as the work of a pool. `tell` hears of a unit how much of its cost is done. */
  supply(units: readonly Unit[], tell: (done: number) => void): Supply {
    const todo = units[Symbol.iterator]();
    const ready: Work[] = [];
    return () => {
      const work = ready.pop();
      if (work) return work;
      const next = todo.next();
      return next.done ? undefined : this.#workOf(next.value, ready, tell);
    };
  }

  #workOf({ cell, span, cost }: Unit, ready: Work[], tell: (done: number) => void): Work {
    const { numeric, chunk, store } = this.#means;
    const { trajectories, generations } = cell.checked.experiment;
    let left = cost;
    const take = (some: number) => {
      const done = Math.min(left, some);
      left -= done;
      tell(done);
    };
    const how = {
      chunk,
      tables: this.#tables,
      tell: (done: number) => take((done * cost) / (span.count * generations)),
    };
    const whole = (checked: Checked) => {
      const raw = store?.raw?.begin(cell, span, checked);
      return workOf(checked, numeric, {
        ...{ ...how, span },
        onTrajectories: raw && ((some) => raw.add(some)),
        finish: (work) => {
          raw?.end();
          // Of a cell that is there only its trajectories were missing.
          if (this.runs.has(cell)) return take(left);
          if (span.count === trajectories) this.#keep(cell, checked, work);
          else {
            store?.shards?.write(cell, span, shardOf(work));
            this.#join(cell);
          }
          this.#tables.give(work.records.columns.numbers);
          take(left);
        },
      });
    };
    if (cell.until === undefined) return whole(cell.checked);
    return workOf(cell.checked, numeric, {
      ...{ ...how, untilOver: true },
      finish: ({ tally, records }) => {
        this.#tables.give(records.columns.numbers);
        const generations = generationsUntilOver(tally, cell.checked.experiment);
        ready.push(whole(checkExperiment({ ...cell.checked.experiment, generations })));
      },
    });
  }

  #isCut(cell: Cell): boolean {
    return (this.#spans.get(cell)?.length ?? 0) > 1;
  }

  /** Makes a cell of its shards, if they are all there. */
  #join(cell: Cell): void {
    const { numeric, store } = this.#means;
    const shards = store?.shards;
    const spans = this.#spans.get(cell) ?? [];
    if (!shards || !this.#isCut(cell) || !spans.every((span) => shards.has(cell, span))) return;
    const work = workOf(cell.checked, numeric, { tables: this.#tables });
    for (const span of spans) {
      const shard = shards.read(cell, span);
      // One that is not what was written is to be run again.
      if (shard === undefined) return;
      addShard(work, span.count, shard);
    }
    this.#keep(cell, cell.checked, work);
    this.#tables.give(work.records.columns.numbers);
    shards.drop(cell);
  }

  #keep(cell: Cell, checked: Checked, { tally, records }: Pick<Work, "tally" | "records">): void {
    const { numeric, laws, store } = this.#means;
    const origin = originOf(checked.experiment.seed, numeric.backend);
    const run = cellDocument(new Result(checked, tally, records, { ...origin, workers: 1 }, laws));
    store?.write(cell, run);
    this.runs.set(cell, run);
  }
}
