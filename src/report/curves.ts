import type { Axis, Figure, Part } from "../plot/index.ts";
import type { Comparison } from "./finding.ts";

/** What the dots of most figures are. */
export const DOTS = "Dots: mean over the trajectories; bars: ±2 standard errors, often smaller than the dot.";

/** A comparison as a figure: bounds dashed, exact curves solid, the measurement on top. */
export function comparisonFigure(
  { name, title }: { readonly name: string; readonly title: string },
  { quantity, over, at, measured, standardError, theory }: Comparison,
  y: Partial<Axis> = {},
  x: Partial<Axis> = {},
): Figure {
  const parts: Part[] = theory.map(({ name, side, values }) =>
    side === "upper" || side === "lower"
      ? { kind: "bound", name, side, x: at, y: values }
      : { kind: side, label: name, x: at, y: values },
  );
  const bar = (sign: number) => measured.map((value, i) => value + sign * 2 * (standardError[i] || 0));
  parts.push({ kind: "measured", label: "simulation ± 2 s.e.", x: at, y: measured, low: bar(-1), high: bar(1) });
  return {
    name,
    title,
    x: { title: over, scale: "linear", ...x },
    y: { title: quantity, scale: "linear", ...y },
    parts,
  };
}
