// Data points of one or two coordinates, kept one by one in any order.
import type { Stream } from "../../kernels/stream.ts";
import { integer } from "../../reference/random/uniform.ts";

export interface Cloud {
  n: number;
  /** The points' coordinates, a list for each; they have room for more. */
  axes: Float64Array[];
}

export const emptyCloud = (dimension: number): Cloud => ({
  n: 0,
  axes: Array.from({ length: dimension }, () => new Float64Array(64)),
});

/** Makes room for n points, of which the first are those that are there. */
export function makeRoom(cloud: Cloud, n: number): void {
  cloud.axes = cloud.axes.map((axis) => {
    if (n <= axis.length) return axis;
    const longer = new Float64Array(Math.max(n, 2 * axis.length));
    longer.set(axis.subarray(0, cloud.n));
    return longer;
  });
}

export function join(to: Cloud, more: Cloud): void {
  makeRoom(to, to.n + more.n);
  to.axes.forEach((axis, a) => {
    axis.set(more.axes[a].subarray(0, more.n), to.n);
  });
  to.n += more.n;
}

/** The first n of a shuffle that goes no further; the pool's order is of no account. */
export function thin(stream: Stream, { axes, n: all }: Cloud, n: number, out: Cloud): void {
  for (let i = 0; i < n; ++i) {
    const other = integer(stream, i, all - i);
    for (const axis of axes) {
      const value = axis[other];
      axis[other] = axis[i];
      axis[i] = value;
    }
  }
  out.n = 0;
  makeRoom(out, n);
  out.axes.forEach((axis, a) => {
    axis.set(axes[a].subarray(0, n));
  });
  out.n = n;
}

/** Exchanges the points of two clouds, without a copy. */
export function swap(one: Cloud, other: Cloud): void {
  const { n, axes } = one;
  one.n = other.n;
  one.axes = other.axes;
  other.n = n;
  other.axes = axes;
}
