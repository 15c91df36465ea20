// What follows from the shares of all symbols of a categorical model.
import { log } from "../../kernels/math.ts";

/** A discrete distribution beside the true one. A model that died out has shares of 0. */
export interface Both {
  readonly shares: Float64Array;
  readonly truth: Float64Array;
  /** Samples a generation, for the smoothing. */
  readonly samples: number;
}

export const categoricalDerived = {
  l2({ shares, truth }: Both): number {
    let sum = 0;
    for (let i = 0; i < truth.length; ++i) sum += (shares[i] - truth[i]) * (shares[i] - truth[i]);
    return sum;
  },
  kl({ shares, truth }: Both): number {
    let sum = 0;
    for (let i = 0; i < truth.length; ++i) {
      if (shares[i] > 0)
        sum += shares[i] * (truth[i] > 0 ? log(shares[i] / truth[i]) : Number.POSITIVE_INFINITY);
    }
    return Math.max(0, sum);
  },
  klForward({ shares, truth, samples }: Both): number {
    let known = 0;
    for (let i = 0; i < truth.length; ++i) if (truth[i] > 0) known += 1;
    let sum = 0;
    for (let i = 0; i < truth.length; ++i) {
      if (truth[i] > 0) sum += truth[i] * log((truth[i] * (samples + known)) / (shares[i] * samples + 1));
    }
    return Math.max(0, sum);
  },
  lostMass({ shares, truth }: Both): number {
    let sum = 0;
    for (let i = 0; i < truth.length; ++i) if (shares[i] === 0) sum += truth[i];
    return sum;
  },
  top1({ shares }: Both): number {
    let most = 0;
    for (let i = 0; i < shares.length; ++i) if (shares[i] > most) most = shares[i];
    return most;
  },
  hallucinated({ shares, truth }: Both): number {
    let sum = 0;
    for (let i = 0; i < truth.length; ++i) if (truth[i] === 0) sum += shares[i];
    return sum;
  },
};

/** Shares of weights; nothing where there are none. */
export function sharesOf(weights: Float64Array, out = new Float64Array(weights.length)): Float64Array {
  let total = 0;
  for (let i = 0; i < weights.length; ++i) total += weights[i];
  if (total === 0) return out.fill(0);
  for (let i = 0; i < weights.length; ++i) out[i] = weights[i] / total;
  return out;
}
