import type { Chunk } from "./chunk.ts";
import { type Columns, copy } from "./columns.ts";
import { keptOf } from "./kept.ts";
import { BLOCK, blockOf, Moments, type Part, type Sums } from "./moments.ts";
import { ranked } from "./select.ts";
import { Tables } from "./tables.ts";

/**
 * Statistics of the records. Chunks may come in any order; they are taken in the order of their trajectories, so
 * that every sum has the same bits however the work was cut.
 */
export class Records {
  readonly width: number;
  readonly trajectories: number;
  /** How many records are kept: those of the first trajectories. */
  readonly kept: number;
  /** Of how many trajectories of the whole run all records are kept, the first ones. */
  readonly #keptOfAll: number;
  readonly #first: number;
  readonly #end: number;
  readonly #early = new Map<number, Chunk>();
  /** [column][trajectory] of those kept. */
  readonly #table: Float64Array;
  /** [column][trajectory] of a block that several chunks share. */
  readonly #open: Float64Array;
  readonly #moments = new Moments();
  readonly #each: (chunk: Chunk) => void;
  #next: number;
  #total: Sums | undefined;

  /** Of all trajectories, or of a span of them, which begins with a block; `each` is told of every chunk, in their order. */
  constructor(
    width: number,
    trajectories: number,
    span = { first: 0, count: trajectories },
    each: (chunk: Chunk) => void = () => {},
    tables = new Tables(),
  ) {
    this.#each = each;
    this.width = width;
    this.trajectories = trajectories;
    this.#keptOfAll = keptOf(width, trajectories);
    this.#first = span.first;
    this.#end = span.first + span.count;
    this.#next = span.first;
    this.kept = Math.max(0, Math.min(this.#keptOfAll, this.#end) - span.first);
    this.#table = tables.take(width * this.kept);
    this.#open = new Float64Array(width * BLOCK);
  }

  /** Chunks that came before their turn. */
  get waiting(): number {
    return this.#early.size;
  }

  /** Whether all trajectories are in. */
  get complete(): boolean {
    return this.#next === this.#end;
  }

  add(chunk: Chunk): void {
    this.#early.set(chunk.first, chunk);
    for (let due = this.#early.get(this.#next); due !== undefined; due = this.#early.get(this.#next)) {
      this.#early.delete(this.#next);
      this.#keep(due);
      this.#sum(due);
      this.#each(due);
    }
  }

  /** Where those of the trajectories that are kept are, and may be written to at once: as if it began with the first of all. */
  get columns(): Columns {
    return { numbers: this.#table, stride: this.kept, at: -this.#first };
  }

  #keep({ first, count, records }: Chunk): void {
    const many = Math.min(count, this.#keptOfAll - first);
    // Of these a chunk has all records; or they are there already.
    if (many > 0 && records.numbers !== this.#table)
      copy(records, 0, many, this.width, this.#table, this.kept, first - this.#first);
  }

  /** Takes the moments of the blocks that end in a chunk. */
  #sum(chunk: Chunk): void {
    const { width } = this;
    const { count, parts, raw, records } = chunk;
    let done = 0;
    for (const part of parts) {
      this.#moments.add(part);
      done += part.rows;
    }
    this.#next += done;
    while (done < count) {
      const at = this.#next % BLOCK;
      const block = (this.#next - at) / BLOCK;
      const rows = Math.min(BLOCK, this.trajectories - block * BLOCK);
      const many = Math.min(rows - at, count - done);
      copy(records, done - (count - raw), many, width, this.#open, BLOCK, at);
      if (at + many === rows) this.#moments.add(blockOf(this.#open, width, BLOCK, 0, rows, block));
      done += many;
      this.#next += many;
    }
  }

  /** What is known of the trajectories so far: parts of moments in order, and the table [column][trajectory] of those kept. */
  get state(): { readonly parts: readonly Part[]; readonly table: Float64Array } {
    return { parts: this.#moments.parts, table: this.#table };
  }

  /** Takes what others know of the next `count` trajectories, which begin with a block; their parts are used up. */
  take(count: number, { parts, table }: Records["state"]): void {
    const many = Math.max(0, Math.min(count, this.#keptOfAll - this.#next));
    const columns = { numbers: table, stride: many, at: 0 };
    if (many > 0) copy(columns, 0, many, this.width, this.#table, this.kept, this.#next - this.#first);
    for (const part of parts) this.#moments.add(part);
    this.#next += count;
  }

  #totals(): Sums {
    this.#total ??= this.#moments.total();
    return this.#total;
  }

  mean(): Float64Array {
    return this.#totals().mean;
  }

  /** Standard deviations over trajectories, divisor R - 1; NaN for a single trajectory. */
  sd(): Float64Array {
    return this.#totals().squares.map((squares) => Math.sqrt(squares / (this.trajectories - 1)));
  }

  /** The smallest value of a column that a share q of the trajectories kept does not exceed. */
  quantile(column: number, q: number): number {
    // A hair less than q, so that 3 of 10 reach the quantile 0.3 in spite of rounding.
    const rank = Math.max(0, Math.ceil(q * this.kept * (1 - 1e-12)) - 1);
    return ranked(this.column(column), rank);
  }

  /** The values of one column, of the trajectories kept. */
  column(column: number): Float64Array {
    return this.#table.subarray(column * this.kept, (column + 1) * this.kept);
  }

  /** Columns from, …, to - 1 of one trajectory that is kept. */
  trajectory(t: number, from: number, to: number): Float64Array {
    return Float64Array.from({ length: to - from }, (_, c) => this.#table[(from + c) * this.kept + t]);
  }
}
