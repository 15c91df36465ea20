// Twin of assembly/chains/categorical/observe.ts.
import { log } from "../../math.ts";
import type { Vocabulary } from "./vocabulary.ts";

const UNIQUE = 1;
const ENTROPY = 2;
const HETEROZYGOSITY = 4;
export const TOTAL_VARIATION = 8;

export function observe(v: Vocabulary, mask: number, rows: Float64Array, out: number, stride: number): void {
  if (mask & UNIQUE) {
    rows[out] = v.living;
    out += stride;
  }
  if ((mask & ~UNIQUE) === 0) return;
  const { counts, symbols, start, living, total } = v;
  let logs = 0;
  let squares = 0;
  let distance = 0;
  for (let i = 0; i < living; ++i) {
    const share = counts[i] / total;
    if (mask & ENTROPY) logs += share * log(share);
    squares += share * share;
    distance += Math.abs(share - start[symbols[i]]);
  }
  const extinct = living === 0;
  if (mask & ENTROPY) {
    rows[out] = 0 - logs;
    out += stride;
  }
  if (mask & HETEROZYGOSITY) {
    rows[out] = extinct ? 0 : 1 - squares;
    out += stride;
  }
  if (mask & TOTAL_VARIATION) rows[out] = extinct ? 1 : 0.5 * (distance + v.lost);
}
