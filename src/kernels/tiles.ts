// What is read from the rows of trajectories that ran side by side. Twin of assembly/sums/tiles.ts.

/** How a number is compared with that of an event; the kernels know them by their places. */
export const OPERATORS = ["!=", ">=", "<=", ">", "<"] as const;

export type Operator = (typeof OPERATORS)[number];

/** What holds for a number x where `x operator value` does, for all the values. */
export interface Condition {
  readonly operator: Operator;
  readonly values: readonly number[];
}

/** Numbers of trajectories that ran side by side. */
export interface Tile {
  readonly rows: Float64Array;
  /** Where those of the first trajectory are. */
  readonly at: number;
  /** From the numbers of a trajectory to those of the next. */
  readonly stride: number;
  readonly trajectories: number;
  /** Of each trajectory. */
  readonly count: number;
}

/** Whether `x operator value`. */
function compares(operator: Operator, x: number, value: number): boolean {
  switch (operator) {
    case ">":
      return x > value;
    case ">=":
      return x >= value;
    case "<":
      return x < value;
    case "<=":
      return x <= value;
    case "!=":
      return x !== value;
  }
}

/** Whether a condition holds for x. */
export function holdsFor({ operator, values }: Condition, x: number): boolean {
  for (let v = 0; v < values.length; ++v) if (!compares(operator, x, values[v])) return false;
  return true;
}

/**
 * How many numbers of trajectory t there are before the first for which a condition does not hold, to held[t]; and in how
 * many trajectories it holds for number g, to counts[g].
 */
export function watch(tile: Tile, condition: Condition, held: Float64Array, counts: Float64Array): void {
  const { rows, stride, trajectories, count } = tile;
  counts.fill(0, 0, count);
  for (let t = 0, from = tile.at; t < trajectories; ++t, from += stride) {
    let first = count;
    for (let g = count - 1; g >= 0; --g) {
      if (holdsFor(condition, rows[from + g])) counts[g] += 1;
      else first = g;
    }
    held[t] = first;
  }
}

/** The mean of number g over the trajectories, and the sum of squared deviations from it: to mean[to + g], squares[to + g]. */
export function moments(tile: Tile, mean: Float64Array, squares: Float64Array, to: number): void {
  const { rows, stride, trajectories, count } = tile;
  for (let g = 0; g < count; ++g) {
    // From the first of them: equal numbers have that mean, and no deviation, to the bit. What cancels below is at most
    // as many times what is left as there are numbers, as the first is one of them.
    const first = rows[tile.at + g];
    let sum = 0;
    let square = 0;
    for (let t = 1, at = tile.at + g + stride; t < trajectories; ++t, at += stride) {
      const difference = rows[at] - first;
      sum += difference;
      square += difference * difference;
    }
    const shift = sum / trajectories;
    mean[to + g] = first + shift;
    squares[to + g] = square - sum * shift;
  }
}
