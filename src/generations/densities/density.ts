// A kernel density estimate: normals of one width around all points of a cloud, which weigh the same.
import { type Cloud, emptyCloud, swap } from "./cloud.ts";

export interface Part {
  readonly cloud: Cloud;
  /** Standard deviation of the kernel; 0 for the points themselves. */
  width: number;
  /** Of all of its points together. */
  weight: number;
}

/** What is fitted: an estimate, or two that are averaged, of which the second weighs nothing otherwise. */
export interface Density {
  /** Whether it is the true law, which is drawn from in its own way. */
  isTruth: boolean;
  readonly parts: readonly [Part, Part];
}

const emptyPart = (dimension: number): Part => ({ cloud: emptyCloud(dimension), width: 0, weight: 0 });

/** The true law, with room for a fit. */
export const trueDensity = (dimension: number): Density => ({
  isTruth: true,
  parts: [emptyPart(dimension), emptyPart(dimension)],
});

/** The parts that weigh anything. */
export const partsOf = ({ parts }: Density): Part[] => parts.filter(({ weight }) => weight > 0);

/** weight * real + (1 - weight) * fitted, in place of the latter; both are estimates of one part. */
export function averageWith(real: Density, weight: number, fitted: Density): void {
  const [synthetic, second] = fitted.parts;
  const [first] = real.parts;
  swap(first.cloud, second.cloud);
  second.width = first.width;
  second.weight = weight;
  synthetic.weight = 1 - weight;
}
