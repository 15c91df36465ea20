import { handful, steps } from "../show/handful.ts";
import { otherEnd, share } from "../show/numbers.ts";
import { figures, typeset, withError } from "../show/typeset.ts";
import { wilson } from "../theory/interval.ts";
import type { Comparison, Table } from "./finding.ts";

/** Measured value, standard error and every curve of theory, at a handful of generations. */
export function comparisonTable(comparison: Comparison, scale: "linear" | "log" = "linear"): Table {
  const { at, over, measured, standardError, theory } = comparison;
  // On a phone the last columns are off the screen: let those be the bounds.
  const curves = [...theory].sort((a, b) => Number(isBound(a)) - Number(isBound(b)));
  return {
    head: [over, "measured", "standard error", ...curves.map(heading)],
    rows: rounded(at, scale).map((i) => [
      figures(at[i]),
      figures(measured[i]),
      certain(comparison, i) ?? figures(standardError[i]),
      ...curves.map(({ values }) => figures(values[i])),
    ]),
  };
}

/** The end of the interval of a share that has no standard error, as no case or every one was seen. */
function certain({ measured, cases }: Comparison, i: number): string | undefined {
  if (!cases || (measured[i] !== 0 && measured[i] !== 1)) return undefined;
  return typeset(otherEnd(measured[i], wilson(measured[i], cases[i])));
}

/** A measured value with its standard error or, where it has none, the end of the interval. */
export function measuredText({ measured, standardError, cases }: Comparison, i: number): string {
  if (!cases) return withError(measured[i], standardError[i]);
  return typeset(share(measured[i], standardError[i], wilson(measured[i], cases[i])));
}

type Curve = Comparison["theory"][number];

const isBound = ({ side }: Curve): boolean => side === "upper" || side === "lower";
/** The name of a curve, and its side where it is a bound; in what it differs from the bound as published. */
export const heading = (curve: Curve): string =>
  isBound(curve) ? `${curve.name} (${[curve.side, curve.note].filter(Boolean).join(", ")})` : curve.name;

/** Places of the recorded numbers next to round ones, and of the last; generation 0 is given, not measured. */
export const rounded = (at: readonly number[], scale: "linear" | "log" = "linear"): number[] =>
  handful(
    at,
    at.findIndex((x) => x > 0),
    scale === "linear" ? steps : undefined,
  );
