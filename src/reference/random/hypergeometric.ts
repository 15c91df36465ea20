// Twin of assembly/random/hypergeometric.ts.
import { log } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { type Law, reduced } from "./hypergeometric-law.ts";
import { fillRare, rare, table, WORTH_A_TABLE } from "./inversion.ts";
import { remembered } from "./remembered.ts";
import { positiveUniform, RARE, TRIES, uniform } from "./uniform.ts";

export function hypergeometric(stream: Stream, marked: number, unmarked: number, draws: number): number {
  const { law, base, sign } = reduced(marked, unmarked, draws);
  if (law.least === 0) return base;
  if (law.mean < RARE) return base + sign * rare(stream, law.mean);
  if (law.isNarrow) return base + sign * invert(stream, law, law.ofNone());
  return base + sign * reject(stream, law, law.hat(), (k) => law.logRatio(k));
}

function invert(stream: Stream, law: Law, first: number): number {
  const { last } = law;
  let probability = first;
  let u = uniform(stream);
  let k = 0;
  while (u >= probability && k < last) {
    u -= probability;
    k += 1;
    probability *= law.factor(k);
  }
  return k;
}

function reject(
  stream: Stream,
  { least, mean }: Law,
  { a, b, alpha, squeeze }: ReturnType<Law["hat"]>,
  logRatio: (k: number) => number,
): number {
  const center = mean + 0.5;
  for (let tries = TRIES; tries > 0; --tries) {
    const u = uniform(stream) - 0.5;
    const v = positiveUniform(stream);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + center);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > least) continue;
    if (log((v * alpha) / (a / (us * us) + b)) <= logRatio(k)) return k;
  }
  return Number.NaN;
}

export function fillHypergeometric(
  stream: Stream,
  marked: number,
  unmarked: number,
  draws: number,
  out: Float64Array,
): void {
  const { law, base, sign } = reduced(marked, unmarked, draws);
  if (law.least === 0) {
    out.fill(0);
  } else if (law.mean < RARE) {
    fillRare(stream, law.mean, out);
  } else if (law.isNarrow) {
    fillNarrow(stream, law, out);
  } else {
    const hat = law.hat();
    const ratio = (k: number) => law.logRatio(k);
    const logRatio = out.length < 64 ? ratio : remembered(ratio, law.mean);
    for (let i = 0; i < out.length; ++i) out[i] = reject(stream, law, hat, logRatio);
  }
  for (let i = 0; i < out.length; ++i) out[i] = base + sign * out[i];
}

function fillNarrow(stream: Stream, law: Law, out: Float64Array): void {
  const { least, most, total, last } = law;
  if (!table.isFor(-least, most, total, last)) {
    const first = law.ofNone();
    if (out.length < WORTH_A_TABLE) {
      for (let i = 0; i < out.length; ++i) out[i] = invert(stream, law, first);
      return;
    }
    table.prepare(-least, most, total, last, first, (k) => law.factor(k));
  }
  table.fill(stream, out);
}
