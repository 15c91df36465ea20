import { type Chunk, type Columns, momentsOf } from "./chunk.ts";
import { keptOf } from "./kept.ts";
import { BLOCK, blockOf, Moments, type Part } from "./moments.ts";
import { ranked } from "./select.ts";

/**
 * Statistics of the records. Chunks may come in any order; they are taken in the order of their trajectories, so
 * that every sum has the same bits however the work was cut.
 */
export class Records {
  readonly width: number;
  readonly trajectories: number;
  /** The first trajectories, whose records are kept. */
  readonly kept: number;
  readonly #early = new Map<number, Chunk>();
  /** [column][trajectory] of those kept. */
  readonly table: Float64Array;
  /** [column][trajectory] of a block that several chunks share. */
  readonly #open: Float64Array;
  readonly #moments = new Moments();
  readonly #each: (chunk: Chunk) => void;
  #next = 0;
  #total: Pick<Part, "mean" | "squares"> | undefined;

  /** `each` is told of every chunk, in the order of the trajectories. */
  constructor(width: number, trajectories: number, each: (chunk: Chunk) => void = () => {}) {
    this.#each = each;
    this.width = width;
    this.trajectories = trajectories;
    this.kept = keptOf(width, trajectories);
    this.table = new Float64Array(width * this.kept);
    this.#open = new Float64Array(width * BLOCK);
  }

  /** Chunks that came before their turn. */
  get waiting(): number {
    return this.#early.size;
  }

  /** Whether all trajectories are in. */
  get complete(): boolean {
    return this.#next === this.trajectories;
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

  #keep({ first, count, records }: Chunk): void {
    const many = Math.min(count, this.kept - first);
    // Of these a chunk has all records; or they are there already.
    if (many > 0 && records.numbers !== this.table)
      copy(records, 0, many, this.width, this.table, this.kept, first);
  }

  /** Takes the moments of the blocks that end in a chunk. */
  #sum(chunk: Chunk): void {
    const { width } = this;
    const { first, count, blocks, raw, records } = chunk;
    for (let b = 0; b < blocks; ++b) {
      const [mean, squares] = momentsOf(chunk, b, width);
      this.#moments.add({ first: first / BLOCK + b, blocks: 1, rows: BLOCK, mean, squares });
    }
    let done = blocks * BLOCK;
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

  #totals(): Pick<Part, "mean" | "squares"> {
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
    return this.table.subarray(column * this.kept, (column + 1) * this.kept);
  }

  /** Columns from, …, to - 1 of one trajectory that is kept. */
  trajectory(t: number, from: number, to: number): Float64Array {
    return Float64Array.from({ length: to - from }, (_, c) => this.table[(from + c) * this.kept + t]);
  }
}

/** Copies `rows` rows of a chunk, from its `from`th on, to another table, whose columns are `toStride` numbers long. */
function copy(
  { numbers, stride, at: first }: Columns,
  from: number,
  rows: number,
  width: number,
  to: Float64Array,
  toStride: number,
  at: number,
): void {
  for (let c = 0; c < width; ++c) {
    const start = c * stride + first + from;
    to.set(numbers.subarray(start, start + rows), c * toStride + at);
  }
}
