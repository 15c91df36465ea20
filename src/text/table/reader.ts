import { show } from "../../check/errors.ts";
import { plural } from "../../plural.ts";
import type { Column, ColumnChoice } from "./choice.ts";
import { dialectOf, hasRowNames } from "./dialect.ts";
import { isObject, JsonRows } from "./json.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { type Refuse, type Row, type Rows, rowsOf } from "./rows.ts";
import { isNumber } from "./whole.ts";

/** So many characters, and so many rows, tell how a table is written. */
const BEGINNING = 1 << 16;
const FIRST_ROWS = 1000;

/** Of a row what is read: how often a word occurs, and, where there are such columns, the word, or how many they are. */
export interface Cells {
  readonly count: string;
  readonly word: string | undefined;
  readonly words: string | undefined;
  readonly line: number;
}

/** The columns that were taken: their names, or where there is no header their numbers from 1. */
export interface TakenColumns {
  readonly count: Column;
  readonly word?: Column;
  readonly words?: Column;
}

/** Cuts a table that arrives in pieces into rows, and finds out which column is what. */
export class TableReader {
  /** Lines left out because they begin with # and are no rows. */
  comments = 0;
  readonly #take: (cells: Cells) => void;
  readonly #refuse: Refuse;
  readonly #choice: ColumnChoice | undefined;
  #beginning: string | undefined = "";
  #rows: Rows | undefined;
  #first: Row[] | undefined = [];
  #delimiter = "";
  #layout: Layout | undefined;

  /** `take` gets the cells of each row; `refuse` makes the error for a line. */
  constructor(take: (cells: Cells) => void, refuse: Refuse, choice: ColumnChoice | undefined) {
    this.#take = take;
    this.#refuse = refuse;
    this.#choice = choice;
  }

  push(piece: string): void {
    if (this.#beginning === undefined) this.#rows?.push(piece);
    else {
      this.#beginning += piece;
      if (this.#beginning.length >= BEGINNING) this.#begin(false);
    }
  }

  finish(): void {
    this.#begin(true);
    this.#rows?.finish();
    this.#decide();
  }

  /** Whether a comma may begin the fraction of a number, as it does where commas are not between fields. */
  get decimalComma(): boolean {
    return this.#delimiter === ";";
  }

  /** Whether the columns are a guess: nobody, neither a header nor the user, said which is the count. */
  get guessed(): boolean {
    return this.#layout?.guessed ?? false;
  }

  get columns(): TakenColumns {
    const { count, word, words, names } = this.#layout as Layout;
    const column = (at: number): Column => names?.[at].trim() || at + 1;
    return {
      count: column(count),
      ...(word < 0 ? {} : { word: column(word) }),
      ...(words < 0 ? {} : { words: column(words) }),
    };
  }

  /** Sees how the table is written. */
  #begin(whole: boolean): void {
    const beginning = this.#beginning;
    if (beginning === undefined) return;
    this.#beginning = undefined;
    if (isObject(beginning)) this.#rows = this.#object();
    else {
      const dialect = dialectOf(beginning, whole);
      this.#delimiter = dialect.delimiter;
      this.#rows = rowsOf(dialect, (row) => this.#row(row), this.#refuse);
    }
    this.#rows.push(beginning);
  }

  #object(): Rows {
    const columns = { fields: 2, word: 0, count: 1, words: -1, span: 1 };
    this.#layout = { ...columns, names: ["keys", "values"], guessed: this.#choice === undefined };
    this.#first = undefined;
    return new JsonRows(
      (word, count, line) => this.#take({ word, count, words: undefined, line }),
      this.#refuse,
    );
  }

  /** Sees by the first rows which column is what, and reads them. */
  #decide(): void {
    const first = this.#first;
    if (first === undefined) return;
    this.#first = undefined;
    // A line that begins with # may be a comment: it tells nothing unless there is nothing else.
    const plain = first.filter(({ hash }) => !hash);
    const known = plain.length > 0 ? plain : first;
    if (known.length === 0) return;
    const rows = known.map(({ fields }) => fields);
    if (hasRowNames(rows)) rows[0].unshift("");
    const layout = layoutOf(rows, this.#choice, this.#delimiter === " ");
    if (typeof layout === "string") throw this.#refuse(known[0].line, layout);
    this.#layout = layout;
    for (const row of first) if (row !== known[0] || layout.names === undefined) this.#row(row);
  }

  #row(row: Row): void {
    if (this.#first !== undefined) {
      this.#first.push(row);
      if (this.#first.length === FIRST_ROWS) this.#decide();
      return;
    }
    const { fields, line, hash } = row;
    const layout = this.#layout as Layout;
    if (hash && this.#isComment(fields, layout, line)) {
      ++this.comments;
      return;
    }
    if (fields.length !== layout.fields) {
      throw this.#refuse(
        line,
        `${fields.length} ${plural(fields.length, "field")}, where the first row has ${layout.fields}`,
      );
    }
    const { count, word, words, span } = layout;
    this.#take({
      count: fields[count],
      word: word < 0 ? undefined : span === 1 ? fields[word] : fields.slice(word, span).join(" "),
      words: words < 0 ? undefined : fields[words],
      line,
    });
  }

  /**
   * Whether a line that begins with # is a comment, and no row: it has other fields than the table, or no number for a
   * count. One that has is a row if it begins as one word does; if it begins as a sentence does, nobody can know.
   */
  #isComment(fields: readonly string[], layout: Layout, line: number): boolean {
    if (fields.length !== layout.fields || !isNumber(fields[layout.count])) return true;
    if (!/\S\s+\S/.test(fields[0].trim())) return false;
    const why = `${show(fields[0])} may be a comment or a word: take the line out, or put the word in double quotes`;
    throw this.#refuse(line, why);
  }
}
