import type { Comparison } from "./finding.ts";
import { figures } from "./format.ts";

/** A table of text; the first column names the row. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** About this many generations stand in a table; all of them are in the CSV file. */
const ROWS = 8;

/** Measured value, standard error and every curve of theory, at a handful of generations. */
export function comparisonTable({ at, over, measured, standardError, theory }: Comparison): Table {
  return {
    head: [over, "measured", "standard error", ...theory.map(heading)],
    rows: handful(at).map((i) => [
      figures(at[i]),
      figures(measured[i]),
      figures(standardError[i]),
      ...theory.map(({ values }) => figures(values[i])),
    ]),
  };
}

const heading = ({ name, side }: Comparison["theory"][number]): string =>
  side === "upper" || side === "lower" ? `${name} (${side})` : name;

/** Indices of the recorded numbers next to round ones: 1, 2, 5, 10, … of the last, and the last. */
export function handful(at: readonly number[]): number[] {
  const last = at[at.length - 1];
  const wanted = last <= ROWS + 2 ? at : round(last);
  const nearest = (target: number) =>
    at.reduce((best, x, i) => (Math.abs(x - target) < Math.abs(at[best] - target) ? i : best), 0);
  return [...new Set(wanted.map(nearest))].filter((i) => at[i] > 0).sort((a, b) => a - b);
}

/** 1, then steps of a tenth to a fifth of the last. */
function round(last: number): number[] {
  const step = [1, 2, 5].map((digit) => digit * 10 ** Math.floor(Math.log10(last) - 0.5)).find((s) => last / s <= ROWS);
  const every = step ?? 10 ** Math.floor(Math.log10(last));
  return [1, ...Array.from({ length: Math.floor(last / every) }, (_, i) => (i + 1) * every), last];
}
