/** Which field of a line is what; -1 for none. */
export interface Layout {
  readonly tabs: boolean;
  readonly fields: number;
  readonly count: number;
  /** How many words have the count. */
  readonly words: number;
  /** The word that has it. */
  readonly word: number;
  readonly header: boolean;
}

export const COLUMNS = "count and, if you like, words or word";

const DECIMAL = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A whole number from 0 to 2^53-1, in any decimal notation (`1e6`, `12.0`); else undefined. */
export function whole(text: string): number | undefined {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isSafeInteger(value) ? value : undefined;
}

/**
 * The fields of a line: between tabs as they are; between commas, where a field in quotes may hold commas, and quotes
 * doubled. Undefined when a quote is not closed, or followed by something.
 */
export function fieldsOf(line: string, tabs: boolean): string[] | undefined {
  if (tabs) return line.split("\t");
  if (!line.includes('"')) return line.split(",");
  const fields: string[] = [];
  const field = /\s*"((?:[^"]|"")*)"\s*(,|$)|([^,]*)(,|$)/y;
  for (;;) {
    const match = field.exec(line);
    if (match === null) return undefined;
    const bare = match[3] as string | undefined;
    if (bare?.trimStart().startsWith('"')) return undefined;
    fields.push(bare ?? match[1].replaceAll('""', '"'));
    if ((match[2] ?? match[4]) === "") return fields;
  }
}

/** What the first line of a table says of all of them: as a header, or by its numbers. A string says what is wrong. */
export function layoutOf(line: string): Layout | string {
  const tabs = line.includes("\t");
  const fields = fieldsOf(line, tabs);
  if (fields === undefined) return "a quote that is not closed";
  const numbers = fields.map((field) => /^\s*[+-]?\.?\d/.test(field));
  const plain = { tabs, fields: fields.length, words: -1, word: -1 };
  if (!numbers.includes(true)) return headed(fields, plain);
  if (fields.length === 1) return { ...plain, count: 0, header: false };
  if (fields.length > 2) return `${fields.length} fields and no header (${COLUMNS})`;
  if (numbers[0] && numbers[1]) return { ...plain, count: 0, words: 1, header: false };
  const count = numbers.indexOf(true);
  return { ...plain, count, word: 1 - count, header: false };
}

function headed(fields: string[], plain: Omit<Layout, "count" | "header">): Layout | string {
  const names = fields.map((field) => field.trim().toLowerCase());
  for (const name of ["count", "words", "word"]) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) return `column ${name} twice in the header`;
  }
  const [count, words, word] = ["count", "words", "word"].map((name) => names.indexOf(name));
  if (count < 0) return `no column count in the header ${names.join(", ").slice(0, 60)} (${COLUMNS})`;
  if (words >= 0 && word >= 0) return "columns words and word in the header: one of them only";
  return { ...plain, count, words, word, header: true };
}
