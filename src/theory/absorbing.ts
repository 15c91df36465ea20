import { type Factored, factor, solve } from "./linear.ts";

/** A row of M - I without the zeros at its ends; of an absorbing state it is empty. */
export interface Band {
  first: number;
  values: Float64Array;
}

// A multiplication takes a nanosecond: up to so many in all, steps are made one by one. Each also takes as long as STEP.
const STEPPED = 5e6;
const STEP = 300;

// 2^70 steps: the longest first passage of a Gaussian, of 2^53 samples over the whole range of numbers, takes 2^65.
const DOUBLINGS = 70;

/**
 * A Markov chain whose mass leaves it or is absorbed, by its transition operator M on functions of the state:
 * (M u)(x) is the mean of u after a step from x. M - I is kept instead of M, because a chain that moves little in
 * a step would lose its digits beside the 1.
 */
export class Chain {
  readonly size: number;
  readonly #rows: Band[];
  readonly #work: number;
  readonly #powers: Band[][];
  #settled = false;
  #spent = 0;
  #factored: Factored | undefined;

  constructor(rows: Band[]) {
    this.#rows = rows;
    this.#powers = [rows];
    this.size = rows.length;
    this.#work = rows.reduce((sum, { values }) => sum + values.length, this.size + STEP);
  }

  /** M^steps u. */
  advance(u: Float64Array, steps: number): Float64Array {
    let now = u;
    const work = steps * this.#work;
    if (this.#spent + work <= STEPPED || work <= this.size * this.size) {
      this.#spent += work;
      for (let k = 0; k < steps; ++k) now = added(this.#rows, now);
      return now;
    }
    for (let j = 0, left = steps; left > 0; ++j, left = Math.floor(left / 2)) {
      if (left % 2 === 1) now = this.#leap(now, j);
    }
    return now;
  }

  /** The smallest number of steps after which `value(M^steps u)`, which rises with them, is at least `level`. */
  reach(u: Float64Array, value: (u: Float64Array) => number, level: number): number {
    let now = u;
    let steps = 0;
    for (; steps * this.#work <= STEPPED; ++steps) {
      if (value(now) >= level) return steps;
      now = added(this.#rows, now);
    }
    if (value(now) >= level) return steps;
    // From here in leaps of 1, 2, 4, … steps, then back down.
    let j = 0;
    for (; j < DOUBLINGS; ++j) {
      const next = this.#leap(now, j);
      if (value(next) >= level) break;
      now = next;
      steps += 2 ** j;
    }
    if (j === DOUBLINGS) return Infinity;
    for (--j; j >= 0; --j) {
      const next = this.#leap(now, j);
      if (value(next) >= level) continue;
      now = next;
      steps += 2 ** j;
    }
    return steps + 1;
  }

  /** The x with (I - M) x = right on the states that are not absorbing, and 0 on those. */
  solve(right: Float64Array): Float64Array {
    const rows = this.#rows;
    const inner = [...rows.keys()].filter((i) => rows[i].values.length > 0);
    this.#factored ??= factor(
      inner.map((i) => {
        const { first, values } = rows[i];
        return Float64Array.from(inner, (j) => -(values[j - first] ?? 0));
      }),
    );
    const x = new Float64Array(this.size);
    const found = solve(
      this.#factored,
      Float64Array.from(inner, (i) => right[i]),
    );
    inner.forEach((i, at) => {
      x[i] = found[at];
    });
    return x;
  }

  /** M^(2^j) u. */
  #leap(u: Float64Array, j: number): Float64Array {
    return added(this.#power(j), u);
  }

  /** A_j = M^(2^j) - I, by A_{j+1} = 2 A_j + A_j^2. */
  #power(j: number): Band[] {
    while (this.#powers.length <= j && !this.#settled) {
      const last = this.#powers[this.#powers.length - 1];
      const next = doubled(last);
      this.#settled = same(last, next);
      this.#powers.push(next);
    }
    // Once all is absorbed, more steps change nothing.
    return this.#powers[Math.min(j, this.#powers.length - 1)];
  }
}

/** u + A u. */
function added(rows: Band[], u: Float64Array): Float64Array {
  const next = u.slice();
  for (let i = 0; i < rows.length; ++i) {
    const { first, values } = rows[i];
    let sum = 0;
    for (let j = 0; j < values.length; ++j) sum += values[j] * u[first + j];
    next[i] += sum;
  }
  return next;
}

/** 2 A + A^2. */
function doubled(rows: Band[]): Band[] {
  const row = new Float64Array(rows.length);
  return rows.map(({ first, values }) => {
    row.fill(0);
    for (let l = 0; l < values.length; ++l) {
      const weight = values[l];
      const { first: from, values: other } = rows[first + l];
      for (let j = 0; j < other.length; ++j) row[from + j] += weight * other[j];
      row[first + l] += 2 * weight;
    }
    // What is negligible beside the rest of its row would fill the whole matrix in a few doublings.
    return band(row, 1e-18);
  });
}

/** Whether both are the same to rounding. */
function same(a: Band[], b: Band[]): boolean {
  return a.every(({ first, values }, i) => {
    const other = b[i];
    const from = Math.min(first, other.first);
    const to = Math.max(first + values.length, other.first + other.values.length);
    for (let j = from; j < to; ++j) {
      if (Math.abs((values[j - first] ?? 0) - (other.values[j - other.first] ?? 0)) > 1e-15) return false;
    }
    return true;
  });
}

/** The row without what is, at its ends, at most `cut` times its largest number. */
export function band(row: Float64Array, cut = 0): Band {
  let largest = 0;
  for (let j = 0; j < row.length; ++j) largest = Math.max(largest, Math.abs(row[j]));
  let first = 0;
  let last = row.length;
  while (first < last && Math.abs(row[first]) <= cut * largest) ++first;
  while (last > first && Math.abs(row[last - 1]) <= cut * largest) --last;
  return { first, values: row.slice(first, last) };
}

/** A sum of products. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}
