/** A straight line y = intercept + slope x. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Share of the variance of y that the line explains. */
  readonly r2: number;
  /** How many points it was fitted to. */
  readonly points: number;
}

/** Least squares; null when fewer than two different x are given. */
export function straightLine(points: readonly (readonly number[])[]): Line | null {
  const n = points.length;
  const xMean = points.reduce((sum, [x]) => sum + x, 0) / n;
  const yMean = points.reduce((sum, [, y]) => sum + y, 0) / n;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const [x, y] of points) {
    xx += (x - xMean) ** 2;
    xy += (x - xMean) * (y - yMean);
    yy += (y - yMean) ** 2;
  }
  if (!(xx > 0)) return null;
  const slope = xy / xx;
  return { slope, intercept: yMean - slope * xMean, r2: yy > 0 ? (xy * xy) / (xx * yy) : 1, points: n };
}
