// What is observed of a discrete distribution, beside that of generation 0.
import { log } from "../../kernels/math.ts";
import type { Shares } from "./shares.ts";

const UNIQUE = 1;
const ENTROPY = 2;
const HETEROZYGOSITY = 4;
const TOTAL_VARIATION = 8;

/** Each observable, in the order of its bit. */
const OBSERVABLES = [UNIQUE, ENTROPY, HETEROZYGOSITY, TOTAL_VARIATION];

export function observer(truth: Shares) {
  const start = new Float64Array(truth.symbols.length);
  for (let i = 0; i < truth.living; ++i) start[truth.symbols[i]] = truth.weights[i] / truth.total;

  const read = {
    [UNIQUE]: ({ seen }: Shares) => seen,
    [ENTROPY]({ weights, living, total }: Shares) {
      let sum = 0;
      for (let i = 0; i < living; ++i) {
        const share = weights[i] / total;
        if (share > 0) sum -= share * log(share);
      }
      return sum;
    },
    [HETEROZYGOSITY]({ weights, living, total }: Shares) {
      let squares = 0;
      for (let i = 0; i < living; ++i) squares += (weights[i] / total) * (weights[i] / total);
      return living === 0 ? 0 : 1 - squares;
    },
    [TOTAL_VARIATION]({ symbols, weights, living, total }: Shares) {
      let above = 0;
      for (let i = 0; i < living; ++i) above += Math.max(0, weights[i] / total - start[symbols[i]]);
      return living === 0 ? 1 : above;
    },
  } as Record<number, (shares: Shares) => number>;

  return (
    shares: Shares,
    wanted: number,
    mask: number,
    rows: Float64Array,
    out: number,
    stride: number,
  ): void => {
    for (const bit of OBSERVABLES) {
      if (wanted & bit) rows[out] = read[bit](shares);
      if (mask & bit) out += stride;
    }
  };
}
