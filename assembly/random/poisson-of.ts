// Poisson variates of many means, which mostly have no table of their own. A mean is cut into parts, and a variate drawn
// of each: a whole part, sixteenths, and a rest, of which nearly always nothing comes. A mean below 8 has one table for
// the first two.
import { exp } from "../math";
import { alias, buildAlias } from "./alias";
import { FARTHEST, walk } from "./inversion";
import { poisson } from "./poisson";
import { buildPoissonTables, TABLED, tabledPoisson } from "./poisson-table";
import { giveBack, refill, take, waiting, word } from "./stream";
import { RARE } from "./uniform";

/** Means of 0, 1, …, 127 sixteenths. */
const FINE: f64 = 128.0;
/** Pr(X > 63) < 1e-34 for a mean of 127 / 16. */
const COLUMNS: i32 = 64;

const tables: usize = memory.data(8 * 128 * 64, 16);
const probabilities: usize = memory.data(8 * 64, 16);
let built = false;

function build(): void {
  buildPoissonTables();
  if (built) return;
  built = true;
  for (let units = 0.0; units < FINE; units += 1.0) {
    const mean = 0.0625 * units;
    let probability = exp(-mean);
    for (let k = 0; k < COLUMNS; ++k) {
      store<f64>(probabilities + (<usize>k << 3), probability);
      probability *= mean / (<f64>k + 1.0);
    }
    buildAlias(probabilities, COLUMNS, tables + (<usize>units << 9));
  }
}

/** A whole number below 1024: adding 2^52 leaves it in the lowest bits. */
// @ts-ignore: decorator
@inline
function whole(x: f64): usize {
  return <usize>(reinterpret<u64>(x + 4503599627370496.0) & 1023);
}

// @ts-ignore: decorator
@inline
function fine(units: usize, word: u64): i32 {
  return <i32>alias(tables + (units << 9), COLUMNS - 1, word);
}

/** A variate of the rest of a mean, less than 1 / 16: nothing up to 1 - rest, and a bit beyond. */
// @ts-ignore: decorator
@inline
function ofRest(rest: f64, word: u64): f64 {
  const u = <f64>(<i64>(word >> 11)) * 1.1102230246251565e-16; // 2^-53
  return u < 1.0 - rest ? 0.0 : walkRest(u, rest);
}

function walkRest(u: f64, rest: f64): f64 {
  return walk(u, exp(-rest), rest, 0.0, FARTHEST);
}

/** Replaces every weight in numbers[0..count) by a variate of mean scale * weight. */
export function fillPoissonOf(s: usize, scale: f64, numbers: usize, count: i32): void {
  build();
  const end = numbers + (<usize>count << 3);
  while (numbers < end) {
    if (waiting(s) == 0) refill(s);
    const ready = waiting(s);
    let from = take(s, ready);
    const stop = from + (<usize>ready << 3);
    let mean = 0.0;
    for (; numbers < end && from + 24 <= stop; numbers += 8) {
      mean = scale * load<f64>(numbers);
      const units = floor(16.0 * mean);
      if (!(mean >= RARE && units < 16.0 * (TABLED + 1.0))) break;
      let drawn: i32;
      if (units < FINE) drawn = fine(whole(units), load<u64>(from));
      else {
        drawn = tabledPoisson(floor(mean), load<u64>(from)) + fine(whole(units) & 15, load<u64>(from, 8));
        from += 8;
      }
      store<f64>(numbers, <f64>drawn + ofRest(mean - 0.0625 * units, load<u64>(from, 8)));
      from += 16;
    }
    giveBack(s, <i32>((stop - from) >> 3));
    if (numbers == end) return;
    store<f64>(numbers, one(s, scale * load<f64>(numbers)));
    numbers += 8;
  }
}

/** The same for a single mean. */
function one(s: usize, mean: f64): f64 {
  const units = floor(16.0 * mean);
  if (!(mean >= RARE && units < 16.0 * (TABLED + 1.0))) return poisson(s, mean);
  let drawn = 0;
  if (units < FINE) drawn = fine(whole(units), word(s));
  else {
    drawn = tabledPoisson(floor(mean), word(s));
    drawn += fine(whole(units) & 15, word(s));
  }
  return <f64>drawn + ofRest(mean - 0.0625 * units, word(s));
}
