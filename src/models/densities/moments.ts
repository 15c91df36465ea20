import type { Truth } from "../../kernels/densities.ts";

/** Of a law: the mean of |x|^2, and that of the squared distance from its mean. */
export interface TrueMoments {
  readonly secondMoment: number;
  readonly within: number;
}

export function momentsOfTruth({ uniform, dimension, weights, centres, stds }: Truth): TrueMoments {
  if (uniform) return { secondMoment: dimension / 3, within: dimension / 12 };
  let square = 0;
  let within = 0;
  for (const axis of centres) {
    let mean = 0;
    for (let c = 0; c < weights.length; ++c) mean += weights[c] * axis[c];
    let spread = 0;
    for (let c = 0; c < weights.length; ++c) {
      spread += weights[c] * ((axis[c] - mean) * (axis[c] - mean) + stds[c] * stds[c]);
    }
    square += mean * mean;
    within += spread;
  }
  return { secondMoment: within + square, within };
}
