import { bars } from "./curves.ts";
import type { Comparison } from "./finding.ts";

/** Rows as CSV (RFC 4180): numbers in full precision, so that reading them gives the same bits; NaN and null empty. */
export function csv(head: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  const lines = [head.map(cell).join(",")];
  for (const row of rows) lines.push(row.map(cell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null || Number.isNaN(value)) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What follows the first column of a comparison; `lower` and `upper` are the 95 % interval of a share. */
export const HEAD = ["series", "side", "value", "standard_error", "lower", "upper"];

/** A comparison in long format: one row for each number. */
export const comparisonCsv = (comparison: Comparison): string =>
  csv([comparison.over, ...HEAD], comparisonRows(comparison, "simulation"));

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
