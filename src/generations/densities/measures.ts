// What is observed of an estimate, or of an empirical law.
import type { DensitiesPlan } from "../../kernels/plans.ts";
import { cramerVonMises } from "./cramer-von-mises.ts";
import type { Part } from "./density.ts";
import { distanceFrom } from "./distance.ts";
import { type Moments, momentsOf } from "./moments.ts";
import { surpriseUnder } from "./surprise.ts";

type Measure = (parts: readonly Part[]) => number;

/** Writes the observables in `wanted`, each at its place among those in `mask`. */
type Observe = (
  parts: readonly Part[],
  wanted: number,
  mask: number,
  rows: Float64Array,
  out: number,
  stride: number,
) => void;

const MOMENTS = 3;

/** In the order of their bits, from 4 on: what takes more than moments do. */
function furtherOf({ bandwidth, truth, kernelWidth }: DensitiesPlan): (() => Measure)[] {
  if (bandwidth === 0) return [() => cramerVonMises(truth)];
  return [() => distanceFrom(truth), () => distanceFrom(truth, kernelWidth), () => surpriseUnder(truth)];
}

export function measures(plan: DensitiesPlan): Observe {
  const moments: Moments = { secondMoment: 0, within: 0 };
  // Some take memory, so that only those are made that are asked for.
  const further = furtherOf(plan).map((make, i) => (plan.mask & (4 << i) ? make() : undefined));
  return (parts, wanted, mask, rows, out, stride) => {
    if (wanted & MOMENTS) momentsOf(parts, moments);
    const write = (bit: number, value: () => number): void => {
      if (!(mask & bit)) return;
      if (wanted & bit) rows[out] = value();
      out += stride;
    };
    write(1, () => moments.secondMoment);
    write(2, () => moments.within);
    further.forEach((measure, i) => {
      if (measure) write(4 << i, () => measure(parts));
    });
  };
}
