import Papa from "papaparse";
import { isNumber } from "./whole.ts";

/** How the lines of a table are cut into fields. */
export interface Dialect {
  /** What stands between fields; a space stands for any white space, or for the first after the number of `padded`. */
  readonly delimiter: "\t" | ";" | "," | " ";
  /** A field may stand between double quotes. */
  readonly quoted: boolean;
  /** The end of a line; before \n a \r is dropped. */
  readonly newline: "\n" | "\r";
  /** Lines as `uniq -c` writes them: a number, a space, and the rest of the line as one field. */
  readonly padded: boolean;
}

/** So many lines tell how a table is written. */
const LINES = 200;
const PADDED = /^ *\d+ \S/;

/** How a table is written, by its beginning, of which the last line may be cut unless it is `whole`. */
export function dialectOf(beginning: string, whole: boolean): Dialect {
  const newline = beginning.includes("\n") || !beginning.includes("\r") ? "\n" : "\r";
  const lines = beginning.split(newline === "\n" ? /\r?\n/ : "\r");
  if (!whole && lines.length > 1) lines.pop();
  // Lines that begin with # may be comments, which look like nothing.
  const kept = lines.filter((line) => line.trim() !== "" && !line.startsWith("#")).slice(0, LINES);
  const cut = !whole || kept.length === LINES;
  const base = { newline, padded: false } as const;
  for (const delimiter of ["\t", ";", ","] as const) {
    const quotes = delimiter === "\t" && !isQuoted(kept[0] ?? "") ? [false, true] : [true];
    for (const quoted of quotes) {
      if (isTable(kept, delimiter, quoted, cut)) return { ...base, delimiter, quoted };
    }
  }
  if (kept.some((line) => line.startsWith(" ")) && kept.every((line) => PADDED.test(line))) {
    return { ...base, delimiter: " ", quoted: false, padded: true };
  }
  if (isSpaced(kept)) return { ...base, delimiter: " ", quoted: false };
  return { ...base, ...ofLine(kept[0] ?? "") };
}

/** Whether white space cuts every line into as many fields, two at least, and some column has nothing but numbers. */
function isSpaced(lines: string[]): boolean {
  const rows = lines.map((line) => line.trim().split(/\s+/));
  const fields = rows[0]?.length ?? 0;
  if (fields < 2 || rows.some((row) => row.length !== fields)) return false;
  const below = rows.length > 1 ? rows.slice(1) : rows;
  return rows[0].some((_, i) => below.every((row) => isNumber(row[i])));
}

/** Whether every line has as many fields, two at least. */
function isTable(lines: string[], delimiter: string, quoted: boolean, cut: boolean): boolean {
  if (!(lines[0] ?? "").includes(delimiter)) return false;
  const { data, errors } = Papa.parse<string[]>(lines.join("\n"), {
    delimiter,
    newline: "\n",
    fastMode: quoted ? undefined : true,
  });
  // A line break in quotes may have been where the lines were cut.
  const last = data.length - 1;
  if (errors.some(({ row }) => !(cut && row === last))) return false;
  const rows = cut && errors.length > 0 ? data.slice(0, last) : data;
  return rows.length > 0 && rows[0].length > 1 && (isEven(rows) || hasRowNames(rows));
}

const isEven = (rows: readonly string[][]): boolean => rows.every((row) => row.length === rows[0].length);

/** Whether all rows have one field more than the header: R gives names to rows, and none to their column. */
export function hasRowNames([header, ...rows]: readonly string[][]): boolean {
  return rows.length > 0 && !header.some(isNumber) && rows.every((row) => row.length === header.length + 1);
}

/** Whether whatever is no number in a line stands between quotes, as in the tables that R writes. */
function isQuoted(line: string): boolean {
  const texts = line.split("\t").filter((field) => !isNumber(field));
  return texts.length > 0 && texts.every((field) => /^".+"\s*$/.test(field));
}

/** Of a table whose lines do not agree: what the first of them has. The others are then refused by their number. */
function ofLine(line: string): { delimiter: Dialect["delimiter"]; quoted: boolean } {
  if (line.includes("\t")) return { delimiter: "\t", quoted: isQuoted(line) };
  for (const delimiter of [";", ","] as const)
    if (line.includes(delimiter)) return { delimiter, quoted: true };
  if (/\S\s+\S/.test(line) && !line.startsWith('"')) return { delimiter: " ", quoted: false };
  return { delimiter: ",", quoted: true };
}
