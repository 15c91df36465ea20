import { dot } from "./absorbing.ts";
import { condensed } from "./condensed.ts";
import type { Symbols } from "./symbols.ts";
import { chainOf } from "./wright-fisher.ts";
import type { WrightFisher } from "./wright-fisher-grid.ts";

/** All symbols of a model on the grid of the Wright-Fisher chain. */
export interface OnGrid extends WrightFisher {
  /** The weights of the nodes in the sum, over the symbols, of a function of their counts after the first draw. */
  readonly first: Float64Array;
}

/** Puts the symbols on the grid: what is summed over them is linear, so that one vector serves them all. */
export function onGrid(symbols: Symbols, samples: number): OnGrid {
  const made = chainOf(samples);
  const first = new Float64Array(made.chain.size);
  const { p, rest, many } = condensed(symbols);
  for (let g = 0; g < p.length; ++g) {
    const row = made.draw(p[g] * samples, rest[g] * samples);
    for (let i = 0; i < first.length; ++i) first[i] += many[g] * row[i];
  }
  return { ...made, first };
}

/** The sum over the symbols of the mean of u(count) at each generation, in their order; `start` at generation 0. */
export function sums(
  { chain, first }: OnGrid,
  u: Float64Array,
  generations: readonly number[],
  start: number,
): Float64Array {
  const result = new Float64Array(generations.length).fill(start);
  const later = [...generations.keys()].filter((i) => generations[i] > 0);
  let now = u;
  let steps = 0;
  for (const i of later.sort((a, b) => generations[a] - generations[b])) {
    now = chain.advance(now, generations[i] - 1 - steps);
    steps = generations[i] - 1;
    result[i] = dot(first, now);
  }
  return result;
}

/** The expected number of symbols alive at each generation, in their order. */
export function aliveOnGrid(symbols: Symbols, samples: number, generations: readonly number[]): Float64Array {
  const grid = onGrid(symbols, samples);
  const alive = new Float64Array(grid.chain.size).fill(1, 1);
  return sums(grid, alive, generations, symbols.types);
}
