import {
  type AtGeneration,
  type AtGenerations,
  answer,
  checkAsked,
  type RegimeOptions,
  statesAt,
} from "./asked.ts";
import type { Regime } from "./regime.ts";

// A rate at generation k takes k steps back.
const LAST = 1e5;

/**
 * h_k, with which a symbol that is expected c times in the data of generation 1 is absent from the model at generation k
 * with probability exp(-c h_k) when every count is drawn as an independent Poisson number: exact then, and near under
 * multinomial sampling while c and k are small beside the samples. h_1 is 1, but where real data have no weight; under
 * "replace" h_k is `extinctionRate`. At generation 0 it is Infinity: nothing is absent.
 *
 * Absent is not lost: see `permanentLoss`. Of growing sizes and of subsamples every generation that is asked for takes as
 * many steps as its number; else all of them take as many as the last.
 *
 * @param options those of a regime, and generations up to 100000
 * @returns a rate per expected occurrence, or an array of them in the order of `generations`
 * @throws {InputError} if an option is missing, unknown or out of range
 * @see Rate of Model Collapse in Recursive Training, arXiv:2412.17646, Theorem 2, for "replace"; the others by the same
 *   generating functions, with immigration: Athreya and Ney, Branching Processes (1972), ch. VI.7
 */
export function absenceRate(options: RegimeOptions & AtGeneration): number;
export function absenceRate(options: RegimeOptions & AtGenerations): Float64Array;
export function absenceRate(options: RegimeOptions & (AtGeneration | AtGenerations)): number | Float64Array {
  const asked = checkAsked(options, [], 1, LAST);
  return answer(asked, ratesAt(asked.regime, asked.generations));
}

/** h_k of a regime that is checked, in the order of the generations. Internal. */
export function ratesAt(regime: Regime, generations: readonly number[]): Float64Array {
  const { name, grows, size, real } = regime;
  if (name === "accumulate") return kept(regime, generations);
  if (name === "accumulate-subsample") return Float64Array.from(generations, (k) => pooled(regime, k));
  // Generation 0 is the truth, and where a set is kept, the symbol must not be in it.
  const first = size(1);
  const set = name === "fixed" ? real(first) : 0;
  const rate = ({ seen, rate }: Back): number => (set + seen + rate) / first;
  // The way back is the same from all generations of the same size.
  const start: Back = { seen: 0, rate: Infinity };
  if (!grows) {
    const step = (back: Back): Back => stepBack(regime, first, back);
    return Float64Array.from(statesAt(generations, start, step), rate);
  }
  return Float64Array.from(generations, (k) => {
    let back = start;
    for (let j = k; j >= 1; j--) back = stepBack(regime, size(j), back);
    return rate(back);
  });
}

/** What is in one batch is kept for ever, so that it is absent while no real data point was it. */
function kept({ size, real }: Regime, generations: readonly number[]): Float64Array {
  const first = size(1);
  const seen = statesAt(generations, Infinity, (before, k) => (k === 1 ? first : before + real(size(k))));
  return Float64Array.from(seen, (points) => points / first);
}

/** What is left of E exp(-r q) of a share q in some model, with the symbol's p: exp(-seen p) E exp(-rate q) of one before. */
interface Back {
  readonly seen: number;
  readonly rate: number;
}

/** A generation of n data points back. */
function stepBack({ name, weight, real }: Regime, n: number, { seen, rate }: Back): Back {
  const r = real(n);
  const s = n - r;
  const each = (points: number, share: number): number =>
    points === 0 || share === 0 ? 0 : -points * Math.expm1(-rate * share);
  if (name === "weighted") return { seen: seen + each(r, weight / r), rate: each(s, (1 - weight) / s) };
  return { seen: name === "fixed" ? 0 : seen + each(r, 1 / n), rate: each(s, 1 / n) };
}

/** Of every copy in the pool a share is drawn: the generating function of all its offspring, back to the first batch. */
function pooled({ size }: Regime, k: number): number {
  if (k === 0) return Infinity;
  const pools = new Float64Array(k + 1);
  for (let j = 1; j <= k; j++) pools[j] = pools[j - 1] + size(j);
  let z = 1 - size(k) / pools[k];
  for (let j = k - 1; j >= 1; j--) {
    const drawn = size(j) / pools[j];
    z *= 1 - drawn + drawn * Math.exp((size(j + 1) / size(j)) * (z - 1));
  }
  return 1 - z;
}
