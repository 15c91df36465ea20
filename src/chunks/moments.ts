// Means and squared deviations of the columns of a table, by blocks of rows. Blocks are joined two and two, blocks 0 and
// 1, 2 and 3, then those pairs, and so on: the sums have the same bits however the rows came in, and rows that were taken
// down elsewhere can be joined to them, if they begin with a block.
import { moments } from "../kernels/tiles.ts";

/** Rows of a block: as many as trajectories run side by side. */
export const BLOCK = 32;

/** Of each column. */
export interface Sums {
  readonly mean: Float64Array;
  /** The sum of squared deviations from the mean. */
  readonly squares: Float64Array;
}

export const emptySums = (width: number): Sums => ({
  mean: new Float64Array(width),
  squares: new Float64Array(width),
});

/** What is known of the rows of neighbouring blocks. */
export interface Part extends Sums {
  /** The number of its first block; a multiple of `blocks`. */
  readonly first: number;
  /** How many blocks it has: a power of two. */
  readonly blocks: number;
  readonly rows: number;
}

/** What is known of rows that came in order. */
export class Moments {
  /** What was joined so far, in order. */
  readonly parts: Part[] = [];

  /** Takes the next part, joining it to those before where they are a pair; `spare` is given the lists that this leaves over. */
  add(part: Part, spare?: Sums[]): void {
    let last = part;
    for (let before = this.parts.at(-1); before && isPair(before, last); before = this.parts.at(-1)) {
      this.parts.pop();
      spare?.push({ mean: last.mean, squares: last.squares });
      last = join(before, last);
    }
    this.parts.push(last);
  }

  /** All rows together. */
  total(): Sums {
    return this.parts.map(copyOf).reduceRight((after, before) => join(before, after));
  }
}

const copyOf = (part: Part): Part => ({ ...part, mean: part.mean.slice(), squares: part.squares.slice() });

const isPair = (a: Part, b: Part): boolean => a.blocks === b.blocks && a.first % (2 * a.blocks) === 0;

/**
 * Takes b into the numbers of a.
 * T. F. Chan, G. H. Golub & R. J. LeVeque (1983), https://doi.org/10.1080/00031305.1983.10483115
 */
function join(a: Part, b: Part): Part {
  const rows = a.rows + b.rows;
  const share = b.rows / rows;
  const { mean, squares } = a;
  for (let c = 0; c < mean.length; ++c) {
    const difference = b.mean[c] - mean[c];
    mean[c] += difference * share;
    squares[c] += b.squares[c] + difference * difference * (a.rows * share);
  }
  return { first: a.first, blocks: a.blocks + b.blocks, rows, mean, squares };
}

/** One block: rows from, …, from + rows - 1 of a table whose columns are `stride` numbers long. */
export function blockOf(
  table: Float64Array,
  width: number,
  stride: number,
  from: number,
  rows: number,
  number: number,
): Part {
  const { mean, squares } = emptySums(width);
  for (let c = 0; c < width; ++c) {
    moments(
      { rows: table, at: c * stride + from, stride: 1, trajectories: rows, count: 1 },
      mean,
      squares,
      c,
    );
  }
  return { first: number, blocks: 1, rows, mean, squares };
}
