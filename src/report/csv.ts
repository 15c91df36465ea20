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

/** A comparison in long format: one row for each number. */
export function comparisonCsv({ over, at, measured, standardError, theory }: Comparison): string {
  function* rows() {
    for (const [i, x] of at.entries()) yield [x, "simulation", "measured", measured[i], standardError[i]];
    for (const { name, side, values } of theory) {
      for (const [i, x] of at.entries()) yield [x, name, side, values[i], null];
    }
  }
  return csv([over, "series", "side", "value", "standard_error"], rows());
}
