import { type Band, band, Chain } from "./absorbing.ts";
import { binomialRule } from "./gauss-rule.ts";
import { interpolate, nearest } from "./lagrange.ts";

/** Up to so many samples every count is a node: the chain is the transition matrix itself. */
export const EXACT_SAMPLES = 400;
// Below: nodes at every count; a binomial is summed while its variance is small, else by a Gauss rule.
const SMALL = 12;
const SUMMED = 400;
const GAUSS = 8;

/**
 * The Wright-Fisher chain X' ~ Binomial(n, x/n) on a grid. A function of the count is kept at every count near
 * both ends and, between, at points that are evenly spaced in y = ln((1 + x) / (1 + n - x)); elsewhere it is
 * interpolated. All that is asked here varies on a scale of 1 in y, whatever n is.
 */
export interface WrightFisher {
  readonly chain: Chain;
  /** The nodes, rising from 0 to n. */
  readonly counts: Float64Array;
  /** The weights of the values at the nodes on average after one draw from a symbol of share x / n, rest = n - x. */
  draw(x: number, rest: number): Float64Array;
}

/** The nodes as distances from the nearer end, and their y. */
interface Grid {
  n: number;
  every: boolean;
  x: Float64Array;
  rest: Float64Array;
  y: Float64Array;
}

function gridOf(n: number, spacing: number): Grid {
  const every = n <= EXACT_SAMPLES;
  const x: number[] = [];
  const rest: number[] = [];
  const add = (from: number, toEnd: number): void => {
    x.push(from);
    rest.push(toEnd);
  };
  const ends = every ? n : SMALL;
  for (let j = 0; j <= ends; ++j) add(j, n - j);
  if (!every) {
    const from = Math.log((1 + SMALL) / (1 + n - SMALL));
    const steps = Math.ceil((2 * -from) / spacing);
    for (let i = 1; i < steps; ++i) {
      const odds = Math.exp(from * (1 - (2 * i) / steps));
      add((odds * (1 + n) - 1) / (1 + odds), (1 + n - odds) / (1 + odds));
    }
    for (let j = SMALL; j >= 0; --j) add(n - j, j);
  }
  const y = Float64Array.from(x, (value, i) => Math.log((1 + value) / (1 + rest[i])));
  return { n, every, x: Float64Array.from(x), rest: Float64Array.from(rest), y };
}

/** Calls `take(j, mass)` for the counts j of Binomial(n, x/n) worth keeping, for x <= n/2. */
function eachCount(n: number, x: number, rest: number, take: (j: number, mass: number) => void): void {
  const mode = Math.min(n, Math.floor((n + 1) * (x / n)));
  const odds = x / rest;
  const down: number[] = [1];
  for (let j = mode, w = 1; j > 0; --j) {
    w *= j / ((n - j + 1) * odds);
    if (!(w > 1e-20)) break;
    down.push(w);
  }
  const up: number[] = [];
  // Beside a count of 0, which is the end, even a tiny probability of another is all there is.
  const least = 1e-20 * (mode === 0 ? Math.min(1, n * odds) : 1);
  for (let j = mode, w = 1; j < n; ++j) {
    w *= ((n - j) * odds) / (j + 1);
    if (!(w > least)) break;
    up.push(w);
  }
  let total = 0;
  for (const w of down) total += w;
  for (const w of up) total += w;
  down.forEach((w, i) => {
    take(mode - i, w / total);
  });
  up.forEach((w, i) => {
    take(mode + 1 + i, w / total);
  });
}

/** The mean after one draw from x <= n/2, as weights of the nodes; of M - I if `node` is given, the index of x. */
function drawn({ n, every, y }: Grid, x: number, rest: number, node?: number): Float64Array {
  const last = y.length - 1;
  const row = new Float64Array(last + 1);
  const at = node === undefined ? Math.log((1 + x) / (1 + rest)) : y[node];
  if (every || x * (rest / n) <= SUMMED) {
    eachCount(n, x, rest, (j, mass) => {
      if (every || j <= SMALL) row[j] += mass;
      else if (n - j <= SMALL) row[last - (n - j)] += mass;
      else interpolate(y, Math.log((1 + j) / (1 + n - j)), 0, mass, row);
    });
    if (node !== undefined) row[node] -= 1;
    return row;
  }
  const { points, weights } = binomialRule(x, rest, GAUSS);
  const centre = node ?? nearest(y, at);
  points.forEach((d, i) => {
    interpolate(y, at, Math.log1p(d / (1 + x)) - Math.log1p(-d / (1 + rest)), weights[i], row, centre);
  });
  if (node !== undefined) {
    row[node] = 0;
    row[node] = -row.reduce((sum, value) => sum + value, 0);
  }
  return row;
}

/** Builds the chain for n samples; `spacing` is the distance of the nodes in y. */
export function wrightFisherGrid(n: number, spacing = 0.15): WrightFisher {
  const grid = gridOf(n, spacing);
  const { x, rest } = grid;
  const last = x.length - 1;
  const rows: Band[] = Array.from(x, () => ({ first: 0, values: new Float64Array(0) }));
  for (let i = 1; i < last; ++i) {
    const mirrored = x[i] > rest[i];
    const row = mirrored ? drawn(grid, rest[i], x[i], last - i).reverse() : drawn(grid, x[i], rest[i], i);
    rows[i] = band(row);
  }
  return {
    chain: new Chain(rows),
    counts: x,
    draw: (from, left) => (from > left ? drawn(grid, left, from).reverse() : drawn(grid, from, left)),
  };
}
