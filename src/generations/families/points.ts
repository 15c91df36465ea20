// A pool of which a part is drawn without replacement, where no statistic stands for the data points: they are kept.
import type { ScalarPlan } from "../../kernels/plans.ts";
import type { Stream } from "../../kernels/stream.ts";
import { meanOf, squaresFrom } from "../../reference/lanes.ts";
import { poisson as drawPoisson } from "../../reference/random/poisson.ts";
import { integer } from "../../reference/random/uniform.ts";
import { fillZiggurat } from "../../reference/random/ziggurat.ts";
import type { Family } from "./family.ts";
import type { Numbers, Parameters } from "./numbers.ts";

/** Data points one by one, in any order. */
export interface Points {
  values: Float64Array;
  n: number;
}

/** A family of few numbers, on data points that are kept. */
export function onPoints(
  { kind }: ScalarPlan,
  family: Omit<Family<Numbers, Parameters>, "thin">,
): Family<Points, Parameters> {
  const numbers = family.statistic();
  const fill = kind === "poisson" ? fillPoisson : fillGaussian;
  const { parameters, average, copy, observe, sharpen } = family;
  return {
    ...{ parameters, average, copy, observe, ...(sharpen && { sharpen }) },
    statistic: () => ({ values: new Float64Array(64), n: 0 }),
    clear(points) {
      points.n = 0;
    },
    draw(stream, from, n, out) {
      out.n = 0;
      fill(stream, from, room(out, n).subarray(0, n));
      out.n = n;
    },
    add(to, more) {
      room(to, to.n + more.n).set(more.values.subarray(0, more.n), to.n);
      to.n += more.n;
    },
    thin,
    fit({ values, n }, out) {
      const mean = meanOf(values, n);
      numbers.n = n;
      numbers.first = kind === "poisson" ? Math.round(mean * n) : mean;
      numbers.second = squaresFrom(values, n, mean);
      family.fit(numbers, out);
    },
  };
}

function fillGaussian(stream: Stream, [mean, variance]: Parameters, out: Float64Array): void {
  fillZiggurat(stream, out);
  const std = Math.sqrt(variance);
  for (let i = 0; i < out.length; ++i) out[i] = mean + std * out[i];
}

function fillPoisson(stream: Stream, [rate]: Parameters, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = drawPoisson(stream, rate);
}

/** The first n of a shuffle that goes no further; the pool's order is of no account. */
export function thin(stream: Stream, { values, n: all }: Points, n: number, out: Points): void {
  for (let i = 0; i < n; ++i) {
    const other = integer(stream, i, all - i);
    const value = values[other];
    values[other] = values[i];
    values[i] = value;
  }
  out.n = 0;
  room(out, n).set(values.subarray(0, n));
  out.n = n;
}

/** The values, with room for so many. */
export function room(points: Points, n: number): Float64Array {
  if (n > points.values.length) {
    const longer = new Float64Array(Math.max(n, 2 * points.values.length));
    longer.set(points.values.subarray(0, points.n));
    points.values = longer;
  }
  return points.values;
}
