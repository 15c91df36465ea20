// Twin of assembly/chains/categorical.ts.
import { absorbingSize, type CategoricalPlan, type Chain, popcount } from "../../kernels.ts";
import { integerKey, type Key } from "../../seed.ts";
import { log } from "../math.ts";
import { binomial } from "../random/binomial.ts";
import { poisson } from "../random/poisson.ts";
import { Stream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import { prefixSums } from "../sums.ts";
import { type Vocabulary, vocabulary } from "./vocabulary.ts";

const UNIQUE = 1;
const ENTROPY = 2;
const HETEROZYGOSITY = 4;
const TOTAL_VARIATION = 8;
const REACH = 512;

function tallySamples(v: Vocabulary, stream: Stream, draws: number): void {
  const { suffix: prefix, tally, living } = v;
  prefixSums(v.counts, prefix, living);
  tally.fill(0, 0, living);
  const total = prefix[living - 1];
  for (let i = 0; i < draws; ++i) {
    const target = uniform(stream) * total;
    let low = 0;
    let high = living - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (prefix[middle] > target) high = middle;
      else low = middle + 1;
    }
    tally[low] += 1;
  }
}

function step(v: Vocabulary, stream: Stream, { samples: n, byPoisson, bySamples }: CategoricalPlan): void {
  const { counts, symbols, suffix, tally, living } = v;
  const first = v.generation === 0;
  const scale = first ? n / v.total : 1;
  if (bySamples && living > 0) tallySamples(v, stream, byPoisson ? poisson(stream, scale * v.total) : n);
  v.generation += 1;
  let kept = 0;
  let left = n;
  let rest = v.total;
  let total = 0;
  for (let i = 0; i < living; ++i) {
    const count = counts[i];
    const beyond = first && !bySamples ? suffix[i + 1] : rest - count;
    const next = bySamples
      ? tally[i]
      : byPoisson
        ? poisson(stream, scale * count)
        : binomial(stream, left, count / rest, beyond / rest);
    rest = beyond;
    left -= next;
    total += next;
    const symbol = symbols[i];
    if (next > 0) {
      counts[kept] = next;
      symbols[kept] = symbol;
      ++kept;
    } else {
      v.died[symbol] = v.generation;
      v.lost += v.start[symbol];
    }
  }
  v.living = kept;
  v.total = total;
}

function observe(v: Vocabulary, mask: number, rows: Float64Array, out: number, stride: number): void {
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

export function categoricalChain(plan: CategoricalPlan, seed: Key): Chain {
  const { mask, watched } = plan;
  const rows = new Float64Array(popcount(mask) * REACH);
  const v = vocabulary(plan.weights);
  let stream: Stream;
  return {
    width: 1,
    reach: REACH,
    start(first) {
      stream = new Stream(seed, integerKey(first));
      v.reset();
    },
    advance(generations, recorded) {
      for (let g = 0; g < generations; ++g) {
        step(v, stream, plan);
        const wanted = recorded[g] ? mask : watched;
        if (wanted === mask) {
          observe(v, mask, rows, g, generations);
          continue;
        }
        let out = g;
        for (let bit = 1; bit <= TOTAL_VARIATION; bit <<= 1) {
          if (wanted & bit) observe(v, bit, rows, out, generations);
          if (mask & bit) out += generations;
        }
      }
      return rows.subarray(0, popcount(mask) * generations);
    },
    absorbed: () => v.living <= absorbingSize(plan),
    living: () => v.living,
    died: () => v.died,
  };
}
