import { csvText } from "../show/csv.ts";
import { bars } from "./curves.ts";
import type { Comparison } from "./finding.ts";

/** What follows the first column of a comparison; `lower` and `upper` are the 95 % interval of a share. */
export const HEAD = ["series", "side", "value", "standardError", "lower", "upper"];

/** A comparison in long format: one row for each number. */
export const comparisonCsv = (comparison: Comparison): string =>
  csvText([comparison.over, ...HEAD], comparisonRows(comparison, "simulation"));

/** Its rows, the measurement under the name given. */
export function* comparisonRows(
  comparison: Comparison,
  series: string,
): Generator<(string | number | null)[]> {
  const { at, measured, standardError, cases, theory } = comparison;
  const { low, high } = bars(comparison);
  for (const [i, x] of at.entries()) {
    yield [
      x,
      series,
      "measured",
      measured[i],
      standardError[i],
      ...(cases ? [low[i], high[i]] : [null, null]),
    ];
  }
  for (const { name, side, values } of theory) {
    for (const [i, x] of at.entries()) yield [x, name, side, values[i], null, null, null];
  }
}
