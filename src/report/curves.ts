import type { Axis, Figure, Part } from "../plot/index.ts";
import type { Comparison } from "./finding.ts";

/** What the dots of most figures are. */
export const DOTS = "Dots: mean over the trajectories; bars: ±2 standard errors, often smaller than the dot.";

/** A comparison as a figure: bounds dashed, exact curves solid, the measurement on top. */
export function comparisonFigure(
  { name, title }: { readonly name: string; readonly title: string },
  comparison: Comparison,
  y: Partial<Axis> = {},
  x: Partial<Axis> = {},
): Figure {
  const { quantity, over, at, measured, standardError } = comparison;
  const bar = (sign: number) => measured.map((value, i) => value + sign * 2 * (standardError[i] || 0));
  const points: Part = {
    kind: "measured",
    label: "simulation ± 2 s.e.",
    x: at,
    y: measured,
    low: bar(-1),
    high: bar(1),
  };
  return {
    name,
    title,
    x: { title: over, scale: "linear", ...x },
    y: { title: quantity, scale: "linear", ...y },
    parts: [...theoryParts(comparison), points],
  };
}

/** The curves of theory. */
export function theoryParts({ at, theory }: Comparison): Part[] {
  // At generation 0 nothing has happened yet and all bounds are exact: a line from there would be a cliff.
  const from = at.findIndex((x) => x > 0);
  return theory.map(({ name, side, values }) =>
    side === "upper" || side === "lower"
      ? { kind: "bound", name, side, x: at.slice(from), y: values.slice(from) }
      : { kind: side, label: name, x: at, y: values },
  );
}

/** Probabilities and shares: all of them on a linear axis, as far down as they go on a logarithmic one. */
export const probabilityAxis = (scale: Axis["scale"]): Partial<Axis> =>
  scale === "linear" ? { scale, domain: [0, 1] } : { scale };
