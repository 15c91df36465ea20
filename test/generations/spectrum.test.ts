// Sums over pairs by characteristic functions, beside the pairs themselves.
import { expect, it } from "vitest";
import type { Part } from "../../src/generations/densities/density.ts";
import { bySpectrum } from "../../src/generations/densities/spectrum.ts";
import { Generator } from "../../src/index.ts";
import type { Truth } from "../../src/kernels/densities.ts";
import { normalSurvival } from "../../src/theory/normal.ts";

const rng = new Generator("spectrum");
const list = (n: number, middle: number, std: number) =>
  Float64Array.from({ length: n }, () => middle + std * rng.normal());
const part = (values: Float64Array, width: number, weight: number): Part => ({
  cloud: { n: values.length, axes: [values] },
  width,
  weight,
});
const normals = (centres: number[], stds: number[], weights: number[]): Truth => ({
  uniform: false,
  dimension: 1,
  weights: Float64Array.from(weights),
  centres: [Float64Array.from(centres)],
  stds: Float64Array.from(stds),
});
const UNIFORM: Truth = { ...normals([], [], []), uniform: true };

const density = (d: number, variance: number) =>
  Math.exp((-d * d) / 2 / variance) / Math.sqrt(2 * Math.PI * variance);

/** The sum over all pairs, one by one. */
function byPairs(parts: Part[], { uniform, weights, centres: [centres], stds }: Truth, more: number): number {
  let all = 0;
  for (const one of parts) {
    for (const x of one.cloud.axes[0]) {
      // Rows are summed apart: half a million terms in one sum would lose digits.
      let sum = 0;
      const share = one.weight / one.cloud.n;
      for (const other of parts) {
        const variance = one.width ** 2 + other.width ** 2 + more;
        for (const y of other.cloud.axes[0])
          sum += share * (other.weight / other.cloud.n) * density(x - y, variance);
      }
      if (uniform) {
        const std = Math.sqrt(one.width ** 2 + more);
        sum -= 2 * share * (normalSurvival(-x / std) - normalSurvival((1 - x) / std));
      } else
        weights.forEach((weight, c) => {
          sum -= 2 * share * weight * density(x - centres[c], one.width ** 2 + stds[c] ** 2 + more);
        });
      all += sum;
    }
  }
  return all;
}

const one = [part(list(700, 1, 2), 0.5, 1)];
const two = [part(list(400, -3, 1), 0.3, 0.4), part(list(500, 4, 1), 0.8, 0.6)];
const MIXTURE = normals([-2, 1], [0.8, 1.3], [0.35, 0.65]);

it.each([
  ["an estimate and a mixture, with a kernel", one, MIXTURE, 0.25],
  ["an estimate and a mixture", one, MIXTURE, 0],
  ["an estimate and a wide normal", one, normals([0], [10], [1]), 0.25],
  ["an estimate and a narrow normal", one, normals([0], [0.01], [1]), 0],
  ["an estimate and uniform numbers", one, UNIFORM, 0],
  ["two estimates averaged", two, MIXTURE, 0.25],
  [
    "two estimates averaged, and points",
    two,
    normals([-1, 0, 5, 5], [0, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]),
    0.25,
  ],
  ["points without a width", [part(list(700, 0, 1), 0, 1)], MIXTURE, 0.25],
  ["far from 0", [part(list(700, 1e6, 1), 0.5, 1)], normals([1e6 - 1], [2], [1]), 0.25],
  ["uniform numbers beside far ones", [part(list(700, 30, 2), 0.5, 1)], UNIFORM, 0.25],
  ["points all alike", [part(new Float64Array(700).fill(2), 0.5, 1)], MIXTURE, 0.25],
] as [string, Part[], Truth, number][])("%s: 1e-14", (_, parts, truth, more) => {
  const sum = bySpectrum(parts, truth, more);
  expect(sum).toBeDefined();
  expect(Math.abs((sum as number) - byPairs(parts, truth, more))).toBeLessThan(1e-14);
});

it("leaves few points, and the plane, to the pairs", () => {
  expect(bySpectrum([part(list(20, 0, 1), 0.1, 1)], MIXTURE, 0)).toBe(undefined);
  expect(bySpectrum(one, { ...MIXTURE, dimension: 2 }, 0)).toBe(undefined);
});
