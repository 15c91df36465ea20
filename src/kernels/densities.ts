// What kernel density estimates and empirical laws are made of.
import { exp, log } from "./math.ts";

/**
 * The law of generation 0: uniform numbers from 0 to 1 in each coordinate, or a mixture of normals, of the same width in
 * each coordinate. Given points are normals of width 0.
 */
export interface Truth {
  readonly uniform: boolean;
  readonly dimension: number;
  /** Of the normals; they add up to 1. None of a uniform law. */
  readonly weights: Float64Array;
  /** Their means, coordinate by coordinate. */
  readonly centres: readonly Float64Array[];
  /** Their standard deviations. */
  readonly stds: Float64Array;
}

/** A number, or a rule that makes it of the number of data points. */
export type Bandwidth = number | "scott" | "silverman";

/** The standard deviation of the kernel, of so many points. */
export function bandwidthOf(rule: Bandwidth, points: number, dimension: number): number {
  if (typeof rule === "number") return rule;
  const many = rule === "scott" ? points : (points * (dimension + 2)) / 4;
  return exp(-log(many) / (dimension + 4));
}

/** The width of all normals of a law, where they have one and equal weights: then a draw is that of an estimate. */
export function commonWidth({ uniform, weights, stds }: Truth): number | undefined {
  if (uniform) return undefined;
  return weights.every((weight) => weight === weights[0]) && stds.every((std) => std === stds[0])
    ? stds[0]
    : undefined;
}

/** How many trajectories are run side by side where data are replaced: one of many points, so that a call stays short. */
export const widthOf = ({ samples }: { readonly samples: number }): number => (samples <= 1024 ? 32 : 1);
