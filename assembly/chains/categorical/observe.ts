import { log } from "../../math";
import { at, countAt, Vocabulary } from "./vocabulary";

const UNIQUE = 1;
const ENTROPY = 2;
const HETEROZYGOSITY = 4;
export const TOTAL_VARIATION = 8;

/** Counts below this have their term of the entropy in a table, for most symbols share few counts. */
const TABLED: i32 = 1024;
const terms: usize = memory.data(8 * 1024, 16);
/** The total that the table is for. */
let tabledTotal: f64 = 0.0;

// @ts-ignore: decorator
@inline
function term(share: f64): f64 {
  return share * log(share);
}

function tabulate(total: f64): void {
  tabledTotal = total;
  for (let count = 1; count < TABLED; ++count) store<f64>(at(terms, count), term(<f64>count / total));
}

/** Sum of p log p. */
function sumLogs(v: Vocabulary): f64 {
  const total = v.total;
  // The table is not worth making again, for another total, unless there are more symbols than it has terms.
  if (total != tabledTotal && v.living > TABLED) tabulate(total);
  const limit = total == tabledTotal ? <f64>TABLED : 0.0;
  let sum = 0.0;
  for (let i = 0; i < v.living; ++i) {
    const count = countAt(v, v.counts, i);
    sum += count < limit ? load<f64>(at(terms, <i32>count)) : term(count / total);
  }
  return sum;
}

/** Writes the observables in `mask` to out, out + stride, … */
export function observe(v: Vocabulary, mask: i32, out: usize, stride: usize): void {
  if (mask & UNIQUE) {
    store<f64>(out, <f64>v.living);
    out += stride;
  }
  if (mask & ENTROPY) {
    store<f64>(out, 0.0 - sumLogs(v));
    out += stride;
  }
  if ((mask & ~(UNIQUE | ENTROPY)) == 0) return;
  const total = v.total;
  let squares = 0.0;
  let distance = 0.0;
  for (let i = 0; i < v.living; ++i) {
    const share = countAt(v, v.counts, i) / total;
    squares += share * share;
    distance += abs(share - load<f64>(at(v.start, load<u32>(v.symbols + (<usize>i << 2)))));
  }
  const extinct = v.living == 0;
  if (mask & HETEROZYGOSITY) {
    store<f64>(out, extinct ? 0.0 : 1.0 - squares);
    out += stride;
  }
  if (mask & TOTAL_VARIATION) store<f64>(out, extinct ? 1.0 : 0.5 * (distance + v.lost));
}
