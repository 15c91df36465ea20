// Chains of a count: the number of ones among n samples, or the sum of Poisson samples. From a count up to a limit the
// next one is drawn by an alias table of that count's own, made when it is first needed: one word a generation.
import { alias, buildAlias } from "../random/alias";
import { poisson } from "../random/poisson";
import { word } from "../random/stream";
import { getValue, setValue, trajectory } from "./state";

/** The most columns of a table, so that all of them stay in a near cache. */
const COLUMNS = 512;
const probabilities: usize = memory.data(8 * 512, 16);
/** Generations between two looks at who is still alive. */
const BLOCK = 64;
/** Trajectories that advance side by side: as many as the processor sees at once. */
const TOGETHER: usize = 8;

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

/** A trajectory that is still alive. */
@unmanaged
class Walker {
  count: i64;
  stream: usize;
  row: usize;
}

const walkers: usize = memory.data(16 * 32, 16);

let transitions: usize = 0;
let room: usize = 0;
/** The largest count with a table. */
let last: i64 = 0;
/** Samples of the Bernoulli chain; 0 for the Poisson chain. */
let trials: i64 = 0;

/**
 * Makes ready to walk. At `tables` are the address of the first free byte, then, 16 bytes each, the transitions from
 * 0, …, `limit`, all zero at first; behind them there has to be room for a table of 512 columns each.
 */
export function prepareTransitions(tables: usize, limit: i64, n: i64): void {
  transitions = tables + 16;
  room = tables;
  last = limit;
  trials = n;
  if (load<usize>(room) == 0) store<usize>(room, transitions + ((<usize>limit + 1) << 4));
}

/**
 * The law from `count`, as far from it as is likelier than 2^-60, by the ratios of neighbours: binomial, or Poisson
 * where there are no trials. The count itself is likeliest.
 */
function build(to: Transition, count: i64): void {
  const c = <f64>count;
  const n = <f64>trials;
  const odds = c / (n - c);
  const reach = floor(9.0 * sqrt(n > 0.0 ? (c * (n - c)) / n : c)) + 12.0;
  const low = max(0.0, c - reach);
  const high = n > 0.0 ? min(n, c + reach) : c + reach;
  let columns = 2;
  while (<f64>columns < high - low + 1.0) columns <<= 1;
  memory.fill(probabilities, 0, <usize>columns << 3);

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
  const end = probabilities + (<usize>columns << 3);
  for (at = probabilities; at < end; at += 8) store<f64>(at, load<f64>(at) / total);

  const entries = load<usize>(room);
  store<usize>(room, entries + (<usize>columns << 3));
  buildAlias(probabilities, columns, entries);
  to.entries = entries;
  to.mask = columns - 1;
  to.offset = <i64>low;
}

// @ts-ignore: decorator
@inline
function draw(s: usize, count: i64): i64 {
  const from = changetype<Transition>(transitions + (<usize>count << 4));
  if (from.entries == 0) build(from, count);
  return from.offset + <i64>alias(from.entries, from.mask, word(s));
}

/** The count that follows `count`. A count of ones above n / 2 is drawn as n less a count of zeros. */
// @ts-ignore: decorator
@inline
function next(s: usize, count: i64): i64 {
  if (trials == 0) return count <= last ? draw(s, count) : <i64>poisson(s, <f64>count);
  const many = count > last;
  const drawn = draw(s, select<i64>(trials - count, count, many));
  return select<i64>(trials - drawn, drawn, many);
}

/** Generations side by side: a table is looked up for one while the others' are on their way from the cache. */
function walk(first: usize, end: usize, steps: i32, n: f64): void {
  for (let at: usize = 0; at < <usize>steps << 3; at += 8) {
    for (let w = first; w < end; w += offsetof<Walker>()) {
      const walker = changetype<Walker>(w);
      const reached = next(walker.stream, walker.count);
      walker.count = reached;
      store<f64>(walker.row + at, <f64>reached / n);
    }
  }
}

/**
 * Takes `count` trajectories, whose value 0 is the share of ones or the sum, from generation `begin` of their rows of
 * `generations` to the end; a row is counts over n. Those that have reached 0 or all the trials stay there.
 */
export function walkCounts(
  trajectories: usize, count: i32, generations: i32, begin: i32, rows: usize, n: f64,
): void {
  const stride = <usize>generations << 3;
  for (let g = begin; g < generations; g += BLOCK) {
    const steps = min(BLOCK, generations - g);
    let end = walkers;
    for (let i = 0; i < count; ++i) {
      const s = trajectory(trajectories, i);
      const row = rows + <usize>i * stride + (<usize>g << 3);
      const value = getValue(s, 0);
      const reached = trials > 0 ? nearest(value * n) : value;
      if (reached == 0.0 || reached == <f64>trials) {
        for (let at: usize = 0; at < <usize>steps << 3; at += 8) store<f64>(row + at, reached / n);
      } else {
        const walker = changetype<Walker>(end);
        walker.stream = s;
        walker.row = row;
        walker.count = <i64>reached;
        end += offsetof<Walker>();
      }
    }
    for (let w = walkers; w < end; w += TOGETHER * offsetof<Walker>()) {
      walk(w, min(end, w + TOGETHER * offsetof<Walker>()), steps, n);
    }
    for (let w = walkers; w < end; w += offsetof<Walker>()) {
      const walker = changetype<Walker>(w);
      const reached = <f64>walker.count;
      setValue(walker.stream, 0, trials > 0 ? reached / n : reached);
    }
  }
}
