import { meanOf, squaresFrom } from "../../reference/lanes.ts";
import type { Part } from "./density.ts";

/** The mean of |x|^2 under an estimate, and that of the squared distance from its mean. */
export interface Moments {
  secondMoment: number;
  within: number;
}

/** Of an average of estimates; of one, with the operations of its kernel. */
export function momentsOf(parts: readonly Part[], out: Moments): void {
  let within = 0;
  let square = 0;
  const axes = parts[0].cloud.axes.length;
  for (let a = 0; a < axes; ++a) {
    const means = parts.map(({ cloud }) => meanOf(cloud.axes[a], cloud.n));
    const mean = parts.reduce((sum, { weight }, p) => sum + weight * means[p], 0);
    let spread = 0;
    for (let p = 0; p < parts.length; ++p) {
      const { cloud, width, weight } = parts[p];
      const apart = means[p] - mean;
      const squares = squaresFrom(cloud.axes[a], cloud.n, means[p]);
      spread += weight * (squares / cloud.n + apart * apart + width * width);
    }
    within += spread;
    square += mean * mean;
  }
  out.within = within;
  out.secondMoment = within + square;
}
