// What follows a number of ones among n samples. The next one is drawn by an alias table of that count's own, made when it
// is first needed: one word a draw.
import { alias, buildAlias, MOST } from "../random/alias";

/** The most columns of a table, so that all of them stay in a near cache. */
export const COLUMNS = 512;
/** The probabilities of a law; 640 zeros stand before them. */
export const probabilities: usize = memory.data(8 * (640 + 2048), 16) + 8 * 640;

/** Where the law of what follows a count is. */
@unmanaged
class Transition {
  /** The alias table; 0 until it is made. */
  entries: usize;
  /** Its number of columns - 1. */
  mask: u32;
  /** The count that column 0 stands for. */
  offset: i64;
}

let transitions: usize = 0;
let room: usize = 0;
/** The largest count with a table. */
export let last: i64 = 0;
/** The samples of a generation. */
export let trials: i64 = 0;

/** Bytes of what stands before the tables of counts 0, …, `limit`. */
export function tableHeads(limit: i32): usize {
  return offsetof<Transition>() * (limit + 2);
}

/**
 * Makes ready to draw. At `tables` are the address of the first free byte, then, from the next head on, the transitions
 * from 0, …, `limit`, all zero at first; behind them there has to be room for a table of 512 columns each.
 */
export function prepareTransitions(tables: usize, limit: i64, n: i64): void {
  transitions = tables + 16;
  room = tables;
  last = limit;
  trials = n;
  if (load<usize>(room) == 0) store<usize>(room, tables + tableHeads(<i32>limit));
}

/** The count that probability 0 of the law made last stands for. */
export let lowest: f64 = 0.0;

/**
 * Leaves the law of what follows c, as far from it as is likelier than 2^-60, by the ratios of neighbours: binomial of n
 * trials, or Poisson where n is 0. The count itself is likeliest. Returns how many columns it takes.
 */
export function makeLaw(c: f64, n: f64): i32 {
  const odds = c / (n - c);
  const reach = floor(9.0 * sqrt(n > 0.0 ? (c * (n - c)) / n : c)) + 12.0;
  const low = max(0.0, c - reach);
  const high = n > 0.0 ? min(n, c + reach) : c + reach;
  memory.fill(probabilities, 0, 8 * MOST);

  const peak = probabilities + (<usize>(c - low) << 3);
  let total = 1.0;
  let at = peak;
  let probability = 1.0;
  store<f64>(peak, 1.0);
  for (let k = c; k < high; k += 1.0) {
    probability *= (n > 0.0 ? (n - k) * odds : c) / (k + 1.0);
    store<f64>((at += 8), probability);
    total += probability;
  }
  at = peak;
  probability = 1.0;
  for (let k = c; k > low; k -= 1.0) {
    probability *= k / (n > 0.0 ? (n - k + 1.0) * odds : c);
    store<f64>((at -= 8), probability);
    total += probability;
  }
  let columns = 2;
  while (<f64>columns < high - low + 1.0) columns <<= 1;
  const end = probabilities + (<usize>columns << 3);
  for (at = probabilities; at < end; at += 8) store<f64>(at, load<f64>(at) / total);
  lowest = low;
  return columns;
}

function build(to: Transition, count: i64): void {
  const columns = makeLaw(<f64>count, <f64>trials);
  const entries = load<usize>(room);
  store<usize>(room, entries + (<usize>columns << 3));
  buildAlias(probabilities, columns, entries);
  to.entries = entries;
  to.mask = columns - 1;
  to.offset = <i64>lowest;
}

/** What `word` makes follow `count`, which is at most the limit. */
// @ts-ignore: decorator
@inline
export function following(count: i64, word: u64): i64 {
  const from = changetype<Transition>(transitions + (<usize>count << 4));
  if (from.entries == 0) build(from, count);
  return from.offset + <i64>alias(from.entries, from.mask, word);
}
