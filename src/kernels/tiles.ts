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

/** How many of the numbers at `from`, …, `from + count - 1` there are before the first for which it does not hold. */
export function holding(numbers: Float64Array, from: number, count: number, condition: Condition): number {
  let held = 0;
  while (held < count && holdsFor(condition, numbers[from + held])) ++held;
  return held;
}

/** Adds to counts[to + g] in how many trajectories it holds for number g. */
export function holds(tile: Tile, condition: Condition, counts: Float64Array, to: number): void {
  const { rows, stride, trajectories, count } = tile;
  for (let g = 0; g < count; ++g) {
    for (let t = 0, at = tile.at + g; t < trajectories; ++t, at += stride) {
      if (holdsFor(condition, rows[at])) counts[to + g] += 1;
    }
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
