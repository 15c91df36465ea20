const UNIT = 2 ** 52;
const ROOT = 2 ** 26;

/** Sums of squares of whole numbers, each in two parts: high 2^52 + low. They are exact, so in any order the same. */
export interface Squares {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

export const emptySquares = (length: number): Squares => ({
  high: new Float64Array(length),
  low: new Float64Array(length),
});

/** Adds the square of a whole number, which may be up to 2^52, to sum i. */
export function addSquare(sums: Squares, i: number, x: number): void {
  // x = a 2^26 + b, so that x^2 = a^2 2^52 + 2ab 2^26 + b^2; the upper part of 2ab 2^26 is carried.
  const a = Math.floor(x / ROOT);
  const b = x - a * ROOT;
  const cross = 2 * a * b;
  const carried = Math.floor(cross / ROOT);
  add(sums, i, a * a + carried, b * b);
  add(sums, i, 0, (cross - carried * ROOT) * ROOT);
}

/** Adds other sums, one by one. */
export function addSquares(sums: Squares, more: Squares): void {
  for (let i = 0; i < more.low.length; ++i) add(sums, i, more.high[i], more.low[i]);
}

/** Both parts of what is added are below 2^52, and so are those of the sum. */
function add({ high, low }: Squares, i: number, more: number, rest: number): void {
  const sum = low[i] + rest;
  const carry = sum >= UNIT;
  low[i] = carry ? sum - UNIT : sum;
  high[i] += carry ? more + 1 : more;
}

/** Sum i. */
export const squaresAt = ({ high, low }: Squares, i: number): bigint =>
  BigInt(high[i]) * BigInt(UNIT) + BigInt(low[i]);
