import { type Axis, type Figure, type Part, theoryParts } from "../plot/index.ts";
import { type Interval, wilson } from "../theory/interval.ts";
import type { Comparison } from "./finding.ts";

/** What the dots of most figures are. */
export const DOTS = "Dots: mean over the trajectories; bars: ±2 standard errors, often smaller than the dot.";

/** What they are where a share of the trajectories is measured. */
export const SHARES = "Dots: share of the trajectories; bars: 95 % intervals, often smaller than the dot.";

/** The ends of the bars: ±2 standard errors of a mean, the 95 % interval of a share. Generation 0 is given. */
export function bars({ at, measured, standardError, cases }: Comparison): {
  low: Float64Array;
  high: Float64Array;
} {
  const around = (i: number): Interval => {
    if (cases && at[i] > 0) return wilson(measured[i], cases[i]);
    const error = 2 * (standardError[i] || 0);
    return { lower: measured[i] - error, upper: measured[i] + error };
  };
  return {
    low: measured.map((_, i) => around(i).lower),
    high: measured.map((_, i) => around(i).upper),
  };
}

/** A comparison as a figure: bounds dashed, exact curves solid, the measurement on top. */
export function comparisonFigure(
  { name, title }: { readonly name: string; readonly title: string },
  comparison: Comparison,
  y: Partial<Axis> = {},
  x: Partial<Axis> = {},
): Figure {
  const { quantity, over, at, measured } = comparison;
  const points: Part = {
    kind: "measured",
    label: comparison.cases ? "simulation, 95 %" : "simulation ± 2 s.e.",
    x: at,
    y: measured,
    ...bars(comparison),
  };
  return {
    name,
    title,
    x: { title: over, scale: "linear", ...x },
    y: { title: quantity, scale: "linear", ...y },
    parts: [...theoryParts(comparison), points],
  };
}

/** Probabilities and shares: all of them on a linear axis, as far down as they go on a logarithmic one. */
export const probabilityAxis = (scale: Axis["scale"]): Partial<Axis> =>
  scale === "linear" ? { scale, domain: [0, 1] } : { scale };
