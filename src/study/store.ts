import type { Shard } from "../chunks/shard.ts";
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
}

/** Where the finished shards of cells are kept that are not finished. */
export interface ShardStore {
  /** Whether there is one, whole or not. */
  has(cell: Cell, span: Span): boolean;
  /** What was kept; undefined where nothing was, or it is not what was written, and then `has` no longer says so. */
  read(cell: Cell, span: Span): Shard | undefined;
  write(cell: Cell, span: Span, shard: Shard): void;
  /** The cell is finished: its shards are needed no more. */
  drop(cell: Cell): void;
}
