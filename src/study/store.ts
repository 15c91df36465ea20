import type { Shard } from "../chunks/shard.ts";
import type { Trajectories } from "../chunks/trajectories.ts";
import type { Checked } from "../experiment/experiment.ts";
import type { RunDocument } from "../simulate/run-document.ts";
import type { Span } from "../workers/queue.ts";
import type { Cell } from "./cells.ts";

/** Where finished cells are kept, so that a study can be gone on with. */
export interface Store {
  /** What was kept of a cell; undefined where nothing was, or it is not what was written. */
  read(cell: Cell): RunDocument | undefined;
  write(cell: Cell, run: RunDocument): void;
  /** Where shards of long cells are kept (default: nowhere; a cell is then kept as a whole). */
  readonly shards?: ShardStore;
  /** Where every trajectory is kept (default: nowhere). A shard of which they are not there is run again. */
  readonly raw?: RawStore | undefined;
}

/** Where the finished shards of cells are kept that are not finished. */
export interface ShardStore {
  /** Whether there is one, whole or not. */
  has(cell: Cell, span: Span): boolean;
  /** What was kept; undefined where nothing was, or it is not what was written, and then `has` no longer says so. */
  read(cell: Cell, span: Span): Shard | undefined;
  /** Keeps one, whose lists are written over after the call. */
  write(cell: Cell, span: Span, shard: Shard): void;
  /** The cell is finished: its shards are needed no more. */
  drop(cell: Cell): void;
}

/** Where every trajectory of a study is kept, shard by shard; a cell that is not cut is one. */
export interface RawStore {
  /** Whether those of a shard are there, whole or not. */
  has(cell: Cell, span: Span): boolean;
  /** Begins to take those of a shard. `checked` is the experiment that is run: with `until`, of no more generations than are needed. */
  begin(cell: Cell, span: Span, checked: Pick<Checked, "experiment" | "events" | "generations">): RawShard;
}

/** The trajectories of a shard, while it is run. */
export interface RawShard {
  /** Takes the next ones. */
  add(some: Trajectories): void;
  /** All are in, and may be kept. */
  end(): void;
}
