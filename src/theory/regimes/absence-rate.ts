import { type AtGeneration, type AtGenerations, answer, checkAsked, type RegimeOptions } from "./asked.ts";
import type { Regime } from "./regime.ts";

// A rate at generation k takes k steps back.
const LAST = 1e5;

/**
 * h_k, with which a symbol that is expected c times in the data of generation 1 is absent from the model at generation k
 * with probability exp(-c h_k) when every count is drawn as an independent Poisson number: exact then, and near under
 * multinomial sampling while c and k are small beside the samples. h_1 is 1 in every regime; under "replace" h_k is
 * `extinctionRate`. At generation 0 it is Infinity: nothing is absent.
 *
 * Absent is not lost: see `permanentLoss`.
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
  const at = new Map<number, number>();
  const { regime, generations } = asked;
  const rate = (k: number): number => at.get(k) ?? at.set(k, rateAt(regime, k)).get(k)!;
  return answer(asked, Float64Array.from(generations, rate));
}

/** h_k of a regime that is checked. Internal. */
export function rateAt(regime: Regime, k: number): number {
  if (k === 0) return Infinity;
  if (regime.name === "accumulate") return 1;
  if (regime.name === "accumulate-subsample") return pooled(regime, k);
  let sum = 0;
  let rate = Infinity;
  for (let j = k; j >= 1; j--) {
    const back = stepBack(regime, regime.size(j), rate);
    sum += back.seen;
    rate = back.rate;
  }
  // Generation 0 is the truth.
  const first = regime.size(1);
  if (regime.name === "fixed") return (regime.real(first) + rate) / first;
  return (sum + rate) / first;
}

/**
 * E exp(-rate q) of a share q in the model, n data points later back: of those that are real, the share `seen` of n p is
 * left; of the others, a rate of the share in the model before.
 */
function stepBack({ name, weight, real }: Regime, n: number, rate: number): { seen: number; rate: number } {
  const r = real(n);
  const s = n - r;
  const each = (points: number, share: number): number =>
    points === 0 || share === 0 ? 0 : -points * Math.expm1(-rate * share);
  if (name === "weighted") return { seen: each(r, weight / r), rate: each(s, (1 - weight) / s) };
  // Where a set is kept, the symbol is not in it.
  return { seen: name === "fixed" ? 0 : each(r, 1 / n), rate: each(s, 1 / n) };
}

/** Of every copy in the pool a share is drawn: the generating function of all its offspring, back to the first batch. */
function pooled({ size }: Regime, k: number): number {
  const pools = new Float64Array(k + 1);
  for (let j = 1; j <= k; j++) pools[j] = pools[j - 1] + size(j);
  let z = 1 - size(k) / pools[k];
  for (let j = k - 1; j >= 1; j--) {
    const drawn = size(j) / pools[j];
    z *= 1 - drawn + drawn * Math.exp((size(j + 1) / size(j)) * (z - 1));
  }
  return 1 - z;
}
