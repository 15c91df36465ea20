/**
 * A spec, or any JSON, as text to be compared with an earlier one: a line for each plain list or object and each column
 * of a table, and numbers of three digits, so that what is seen to change is a picture and not its last bits.
 */
export function pinned(value: unknown, indent = ""): string {
  if (typeof value === "number") return String(Number(value.toPrecision(3)));
  // Numbers stand in expressions, too.
  if (typeof value === "string")
    return JSON.stringify(value.replace(/\d*\.\d{3,}(e[+-]?\d+)?/g, (text) => pinned(Number(text))));
  if (typeof value !== "object" || value === null) return String(value);
  if (isTable(value)) return pinned(columns(value), indent);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const deeper = isFlat(value) ? "" : `${indent}  `;
  const parts = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => `${deeper}${Array.isArray(value) ? "" : `${name}: `}${pinned(one, deeper)}`);
  return isFlat(value) ? open + parts.join(", ") + close : `${open}\n${parts.join("\n")}\n${indent}${close}`;
}

const isFlat = (value: object): boolean =>
  Object.values(value).every((one) => typeof one !== "object" || one === null);

/** Rows of which all have the same names. */
function isTable(value: object): value is readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value) || value.length < 2) return false;
  const names = (row: unknown) => (typeof row === "object" && row !== null ? Object.keys(row).join() : "");
  return names(value[0]) !== "" && value.every((row) => isFlat(row) && names(row) === names(value[0]));
}

const columns = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]));
