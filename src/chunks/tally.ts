import { addForgotten, emptyForgotten, type ForgottenTally, joinForgotten } from "./forgotten.ts";
import { addPresence, emptyPresence, type PresenceTally } from "./presence.ts";
import { addSquare, addSquares, emptySquares, type Squares } from "./squares.ts";
import type { Task } from "./task.ts";

/** How often something happened first at each generation. Sparse: at most one entry a trajectory and generation. */
export type Times = Map<number, number>;

export function count(times: Times, generation: number, cases = 1): void {
  times.set(generation, (times.get(generation) ?? 0) + cases);
}

/**
 * What is counted of an event over all trajectories. Counts are whole numbers, so they add up to the same bits in
 * any order.
 */
export interface EventTally {
  /** Trajectories in which the event holds, at each recorded generation. */
  readonly holds: Float64Array;
  /** First generation at which it does not. */
  readonly failures: Times;
}

/** What is counted of the symbols of a categorical model. Symbols of equal weight are exchangeable: one group. */
export interface SymbolTally {
  /** Group of each symbol; -1 for a symbol of weight 0, which was never there. */
  readonly groupOf: Int32Array;
  /** Weight at generation 0 of each group, falling. */
  readonly weights: readonly number[];
  readonly sizes: readonly number[];
  /** When the symbols of each group were forgotten; undefined when there are too many groups to keep. */
  readonly times: ForgottenTally | undefined;
  /**
   * For each group whose times are kept, the squares, summed over trajectories, of the generations that its symbols
   * were missing in the trajectory, up to the last generation and all together. They depend on one another.
   */
  readonly squares: Squares | undefined;
  /** In how many trajectories each symbol was forgotten by the last generation. */
  readonly forgotten: Float64Array;
  /** For each group, where it is counted when symbols are absent and the groups are not too many. */
  readonly presence: PresenceTally | undefined;
}

export interface Tally {
  readonly events: readonly EventTally[];
  readonly symbols: SymbolTally | undefined;
}

/** Past this many different weights, times to forget are not kept. */
export const MAX_GROUPS = 200_000;

export function emptyTally({ checked: { events, generations }, plan, untilOver }: Task): Tally {
  const hasSymbols = plan.kind === "categorical" && !untilOver;
  return {
    events: events.map(() => ({ holds: new Float64Array(generations.length), failures: new Map() })),
    symbols: hasSymbols ? emptySymbols(plan.weights, plan.countFrom !== undefined) : undefined,
  };
}

function emptySymbols(weights: Float64Array, comesBack: boolean): SymbolTally {
  // By sorting: a hash table of many thousand fractions takes ten times as long.
  const falling = weights.slice().sort().reverse();
  const distinct: number[] = [];
  const sizes: number[] = [];
  for (const weight of falling) {
    if (weight === 0) break;
    if (weight !== distinct.at(-1)) sizes[distinct.push(weight) - 1] = 0;
    sizes[distinct.length - 1] += 1;
  }
  const groupOf = new Int32Array(weights.length);
  for (let i = 0; i < weights.length; ++i) groupOf[i] = weights[i] > 0 ? placeIn(distinct, weights[i]) : -1;
  const kept = distinct.length <= MAX_GROUPS;
  return {
    groupOf,
    weights: distinct,
    sizes,
    times: kept ? emptyForgotten(distinct.length) : undefined,
    squares: kept ? emptySquares(distinct.length) : undefined,
    forgotten: new Float64Array(weights.length),
    presence: kept && comesBack ? emptyPresence(distinct.length) : undefined,
  };
}

/** Where a number stands among falling ones. */
function placeIn(falling: readonly number[], number: number): number {
  let low = 0;
  let high = falling.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (falling[middle] > number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts what one trajectory of so many generations forgot, from the generation in which each symbol died (0: it lives). */
export function countForgotten(symbols: SymbolTally, died: Uint32Array, generations: number): void {
  const { groupOf, times, squares, forgotten, weights } = symbols;
  const missing = new Float64Array(times ? weights.length : 0);
  for (let symbol = 0; symbol < died.length; ++symbol) {
    const generation = died[symbol];
    if (generation === 0) continue;
    forgotten[symbol] += 1;
    if (!times) continue;
    const group = groupOf[symbol];
    addForgotten(times, group, generation);
    missing[group] += generations - generation;
  }
  if (squares) for (let g = 0; g < missing.length; ++g) if (missing[g] > 0) addSquare(squares, g, missing[g]);
}

/** Adds what was counted of other trajectories of the same task. */
export function addTally(tally: Tally, more: Tally): void {
  for (const [e, { holds, failures }] of more.events.entries()) {
    addCounts(tally.events[e].holds, holds);
    addTimes(tally.events[e].failures, failures);
  }
  if (!tally.symbols || !more.symbols) return;
  addCounts(tally.symbols.forgotten, more.symbols.forgotten);
  if (tally.symbols.presence && more.symbols.presence)
    addPresence(tally.symbols.presence, more.symbols.presence);
  const { times, squares } = tally.symbols;
  if (squares && more.symbols.squares) addSquares(squares, more.symbols.squares);
  if (times && more.symbols.times) joinForgotten(times, more.symbols.times);
}

function addCounts(counts: Float64Array, more: Float64Array): void {
  for (let i = 0; i < counts.length; ++i) counts[i] += more[i];
}

function addTimes(times: Times, more: Times): void {
  for (const [generation, many] of more) count(times, generation, many);
}
