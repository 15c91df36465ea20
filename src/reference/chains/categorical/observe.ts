// Twin of assembly/chains/categorical/observe.ts.
import { log } from "../../../kernels/math.ts";
import type { Vocabulary } from "./vocabulary.ts";

const UNIQUE = 1;
const ENTROPY = 2;
const HETEROZYGOSITY = 4;
export const TOTAL_VARIATION = 8;

const TABLED = 1024;
const terms = new Float64Array(TABLED);
let tabledTotal = 0;

function term(share: number): number {
  return share * log(share);
}

function tabulate(total: number): void {
  tabledTotal = total;
  for (let count = 1; count < TABLED; ++count) terms[count] = term(count / total);
}

function sumLogs({ counts, living, total }: Vocabulary): number {
  if (total !== tabledTotal && living > TABLED) tabulate(total);
  const limit = total === tabledTotal ? TABLED : 0;
  let sum = 0;
  for (let i = 0; i < living; ++i) {
    sum += counts[i] < limit ? terms[counts[i]] : term(counts[i] / total);
  }
  return sum;
}

export function observe(v: Vocabulary, mask: number, rows: Float64Array, out: number, stride: number): void {
  if (mask & UNIQUE) {
    rows[out] = v.living;
    out += stride;
  }
  if (mask & ENTROPY) {
    rows[out] = 0 - sumLogs(v);
    out += stride;
  }
  if ((mask & ~(UNIQUE | ENTROPY)) === 0) return;
  const { counts, symbols, start, living, total } = v;
  let squares = 0;
  let distance = 0;
  for (let i = 0; i < living; ++i) {
    const share = counts[i] / total;
    squares += share * share;
    distance += Math.abs(share - start[symbols[i]]);
  }
  const extinct = living === 0;
  if (mask & HETEROZYGOSITY) {
    rows[out] = extinct ? 0 : 1 - squares;
    out += stride;
  }
  if (mask & TOTAL_VARIATION) rows[out] = extinct ? 1 : 0.5 * (distance + v.lost);
}
