type Cell = string | number | null;

/** Comma-separated values, in pieces: UTF-8, a header, lines ended by \n; what is not a finite number is left empty. */
export function* csv(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield `${header.join(",")}\n`;
  for (const row of rows) yield `${row.map(cell).join(",")}\n`;
}

function cell(value: Cell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (value === null) return "";
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
