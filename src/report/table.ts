import { wilson } from "../simulate/interval.ts";
import type { Comparison, Table } from "./finding.ts";
import { figures, withError } from "./format.ts";

/** About this many generations stand in a table; all of them are in the CSV file. */
const ROWS = 10;

/** Measured value, standard error and every curve of theory, at a handful of generations. */
export function comparisonTable(comparison: Comparison, scale: "linear" | "log" = "linear"): Table {
  const { at, over, measured, standardError, cases, theory } = comparison;
  // On a phone the last columns are off the screen: let those be the bounds.
  const curves = [...theory].sort((a, b) => Number(isBound(a)) - Number(isBound(b)));
  return {
    head: [over, "measured", "standard error", ...curves.map(heading)],
    rows: handful(at, scale).map((i) => [
      figures(at[i]),
      figures(measured[i]),
      cases && certain(comparison, i) ? otherEnd(measured[i], cases[i]) : figures(standardError[i]),
      ...curves.map(({ values }) => figures(values[i])),
    ]),
  };
}

/** Whether no case or every one was seen, which leaves a share without a standard error. */
const certain = ({ measured, standardError }: Comparison, i: number): boolean =>
  standardError[i] === 0 && (measured[i] === 0 || measured[i] === 1);

/** The end of the 95 % interval that is not 0 or 1. */
function otherEnd(share: number, cases: number): string {
  const { lower, upper } = wilson(share, cases);
  return share === 0 ? `≤ ${figures(upper)}` : `≥ ${figures(lower)}`;
}

/** A measured value with its standard error or, where it has none, the end of the interval. */
export function measuredText(comparison: Comparison, i: number): string {
  const { measured, standardError, cases } = comparison;
  if (!cases || !certain(comparison, i)) return withError(measured[i], standardError[i]);
  return `${figures(measured[i])} (${otherEnd(measured[i], cases[i])})`;
}

type Curve = Comparison["theory"][number];

const isBound = ({ side }: Curve): boolean => side === "upper" || side === "lower";
/** The name of a curve, and its side where it is a bound. */
export const heading = (curve: Curve): string =>
  isBound(curve) ? `${curve.name} (${curve.side})` : curve.name;

/** Indices of the recorded numbers next to round ones, and of the last. */
export function handful(at: readonly number[], scale: "linear" | "log" = "linear"): number[] {
  const last = at[at.length - 1];
  const nearest = (target: number) =>
    at.reduce((best, x, i) => (Math.abs(x - target) < Math.abs(at[best] - target) ? i : best), 0);
  const wanted = scale === "log" ? multiples(last) : steps(last);
  return [...new Set(wanted.map(nearest))].filter((i) => at[i] > 0).sort((a, b) => a - b);
}

/** 1, 2, 5, 10, … */
function multiples(last: number): number[] {
  const decades = Array.from({ length: Math.ceil(Math.log10(last)) + 1 }, (_, i) => 10 ** i);
  return [...decades.flatMap((power) => [power, 2 * power, 5 * power]).filter((x) => x < last), last];
}

/** 1, then even steps of 1, 2 or 5 times a power of ten. */
function steps(last: number): number[] {
  let step = 1;
  for (let i = 0; last / step > ROWS; i++) step = [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3);
  return [1, ...Array.from({ length: Math.floor(last / step) }, (_, i) => (i + 1) * step), last];
}
