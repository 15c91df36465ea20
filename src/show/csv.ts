import { counted } from "./numbers.ts";

type Cell = string | number | null;

/**
 * Comma-separated values, in pieces: UTF-8, a header, lines ended by \n, quotes as in RFC 4180. Numbers have all their
 * digits, so that reading them gives the same bits; what is not a finite number is left empty.
 */
export function* csv(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield `${header.map(cell).join(",")}\n`;
  for (const row of rows) yield `${row.map(cell).join(",")}\n`;
}

/** The same as one string. */
export const csvText = (header: readonly string[], rows: Iterable<readonly Cell[]>): string =>
  [...csv(header, rows)].join("");

function cell(value: Cell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (value === null) return "";
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** What a spreadsheet takes for the beginning of a formula, quotes or not. */
const FORMULA = /^[=+@-][^=+@-]/;

/**
 * Warns of words in a table that a spreadsheet would run as formulas. They are written as they are: a sign before them
 * would make them other words for every other program.
 */
export function formulaNote(file: string, words: readonly { readonly word: string }[]): string | undefined {
  const many = words.filter(({ word }) => FORMULA.test(word)).length;
  if (many === 0) return undefined;
  return (
    `${file}: ${counted(many, "word")} with =, +, - or @ in front, which a spreadsheet may run as a formula: ` +
    "let it import the column as text"
  );
}
