import { type ColumnChoice, placesOf } from "./choice.ts";
import { isNumber } from "./whole.ts";

/** Which field of a row is what; -1 for none. */
export interface Layout {
  readonly fields: number;
  readonly count: number;
  /** How many words have the count. */
  readonly words: number;
  /** The word that has it. */
  readonly word: number;
  /** How many fields the word takes: more than one where the words of n-grams are between spaces like the columns. */
  readonly span: number;
  /** The names of the columns, where the first row has them. */
  readonly names: readonly string[] | undefined;
  /** Nobody said that this column is the count: neither a header nor the user. */
  readonly guessed: boolean;
}

/** What the column of counts may be called, in any case; `count` comes before the others. */
export const COUNT_NAMES = [
  ...["count", "counts", "freq", "freqs", "frequency", "frequencies", "freqcount", "rawfreq", "raw_freq"],
  ...["n", "occurrences", "occurrence", "occ", "tokens", "hits", "token_count", "word_count"],
];
/** What the column of words may be called. */
export const WORD_NAMES = [
  ...["word", "token", "type", "term", "string", "item", "lemma", "ngram", "wordform", "word_form"],
  ...["token_id", "tokenid", "id", "symbol", "key"],
];
/** The first of a table is rarely one of these: a year or a number is the name of a column then. */
const HEADINGS = ["word", "token", "type", "term", "lemma"];

/** A cell as a message can show it. */
const brief = (cell: string): string => {
  const text = cell.trim();
  return text.length > 20 ? `${text.slice(0, 17)}...` : text;
};

const say = (example: string) => `say which it is, as in --columns ${example}`;

/**
 * What the first rows of a table say of all of them, the choice of the user before them. A string says what is wrong.
 * `spaced`: white space is between the fields.
 */
export function layoutOf(
  rows: readonly string[][],
  choice: ColumnChoice | undefined,
  spaced: boolean,
): Layout | string {
  const [first, ...others] = rows;
  const header = !first.some(isNumber);
  if (choice !== undefined) {
    const places = placesOf(choice, first, header);
    if (typeof places === "string") return places;
    const { count, words = -1, word = -1 } = places;
    const names = header || places.named || !isNumber(first[count]) ? first : undefined;
    return { fields: first.length, count, words, word, span: 1, names, guessed: false };
  }
  return header ? headed(first, others) : headless(rows, spaced);
}

function headed(names: readonly string[], rows: readonly string[][]): Layout | string {
  const lower = names.map((name) => name.trim().toLowerCase());
  for (const name of ["count", "words", "word"]) {
    if (lower.indexOf(name) !== lower.lastIndexOf(name)) return `column ${name} twice in the header`;
  }
  const shown = names.map((name) => name.trim()).join(", ");
  const counts = lower.includes("count") ? ["count"] : lower.filter((name) => COUNT_NAMES.includes(name));
  if (counts.length === 0) {
    const last = brief(names.at(-1) as string) || names.length;
    return `no column count in the header ${shown.slice(0, 60)}; ${say(`count=${last}`)}`;
  }
  if (counts.length > 1) {
    return `columns ${counts.join(" and ")} may both be the count; ${say(`count=${counts[0]}`)}`;
  }
  const count = lower.indexOf(counts[0]);
  const words = lower.indexOf("words");
  const known = lower.findIndex((name, i) => i !== count && WORD_NAMES.includes(name));
  if (words >= 0 && lower.includes("word")) return "columns words and word in the header: one of them only";
  const base = { fields: names.length, count, words, span: 1, names, guessed: false };
  if (words >= 0) return { ...base, word: -1 };
  if (known >= 0) return { ...base, word: known };
  const rest = names.map((_, i) => i).filter((i) => i !== count);
  const text = rest.find((i) => rows.some((row) => row.length > i && !isNumber(row[i])));
  if (text !== undefined || rest.length === 0 || rows.length === 0) return { ...base, word: text ?? -1 };
  const other = brief(names[rest[0]]);
  return (
    `column ${other} may be a word (an id, a year) or how many words have the count; ` +
    say(`word=${other},count=${brief(names[count])} or words=${other},count=${brief(names[count])}`)
  );
}

function headless(rows: readonly string[][], spaced: boolean): Layout | string {
  const [first] = rows;
  const fields = first.length;
  const base = { fields, words: -1, span: 1, names: undefined, guessed: true };
  if (fields === 1) return { ...base, count: 0, word: -1 };
  const numeric = first
    .map((_, i) => i)
    .filter((i) => rows.every((row) => row.length !== fields || isNumber(row[i])));
  if (numeric.length > 1) {
    return fields === 2
      ? "two columns of numbers and no header: a count and how many words have it, or a word (an id, a year) and its " +
          `count; ${say("count,words or --columns word,count")}`
      : `columns ${numeric.map((i) => i + 1).join(", ")} hold numbers, and no header says which is the count; ` +
          say(`word=${first.findIndex((cell) => !isNumber(cell)) + 1 || 1},count=${numeric[1] + 1}`);
  }
  // Where no column has nothing else, the one that begins with a number is held to it, and the row at fault named.
  const count = numeric[0] ?? first.findIndex(isNumber);
  const heading = first.find((cell) => HEADINGS.includes(cell.trim().toLowerCase()));
  if (heading !== undefined) {
    return (
      `${brief(heading)} and ${first[count].trim()} may be a header or a row; rename the columns, or where it is a row ` +
      say(`word=${first.indexOf(heading) + 1},count=${count + 1}`)
    );
  }
  const span = spaced && count === fields - 1 ? count : 1;
  return { ...base, count, word: count === 0 ? 1 : 0, span };
}
