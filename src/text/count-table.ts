import { InputError, invalid, show } from "../check/errors.ts";
import { readOptions } from "../check/given.ts";
import { type ReadOptions, sourceOf } from "./open.ts";
import { readPath } from "./read.ts";
import { columnChoice } from "./table/choice.ts";
import { type Cells, TableReader, type TakenColumns } from "./table/reader.ts";
import { Watch } from "./table/watch.ts";
import { WholeNumbers } from "./table/whole.ts";
import { MAX_TYPES } from "./vocabulary.ts";

const WHOLE = "an integer from 0 to 2^53-1";
const IDS =
  "every number from the first to the last once: ids of a vocabulary, as in vocab.json, or counts? Counts are needed; " +
  "if they are: --columns word,count";

/** Counts, equal ones added up. */
export interface CountSums {
  /** Running words: the sum of counts times multiplicities. Past 2^53 it is rounded, like any double. */
  readonly tokens: number;
  /** Different words: the sum of the multiplicities. */
  readonly types: number;
  /** The different counts, at least 1, falling. */
  readonly counts: Float64Array;
  /** How many words have each. */
  readonly multiplicities: Float64Array;
}

/** A table of counts. */
export interface CountTable extends CountSums {
  /** The columns that were taken: their names, or where there is no header their numbers from 1. */
  readonly columns: TakenColumns;
  /** Lines left out because they begin with # and are no rows. */
  readonly comments: number;
}

/**
 * Reads a table of counts that arrives in pieces, cut anywhere: fields between commas, semicolons, tabs or white space,
 * or a JSON object of words and counts. Which column is what, its header tells, or `columns`, as `--columns` has it, or
 * the first 1000 rows do: docs/corpora.md. Rows of equal count are added up; empty lines are skipped, and so are
 * words of count 0. Memory grows with the different counts, and with the words where they are given.
 *
 * @throws {InputError} that names the line: for a table that can be read in two ways, a missing column, a count that is
 * negative or no integer, a word that came before, a line with more or fewer fields, a quote that is not closed.
 */
export class CountReader {
  readonly #name: string;
  readonly #table: TableReader;
  readonly #words = new Map<number, number>();
  readonly #seen = new Map<string, number>();
  readonly #watch = new Watch();
  #numbers: WholeNumbers | undefined;

  /** `name` is how an error calls the table (default `the table`). */
  constructor(name = "the table", columns?: string) {
    this.#name = name;
    this.#table = new TableReader(
      (cells) => this.#add(cells),
      (line, why) => this.#refuse(line, why),
      columns === undefined ? undefined : columnChoice(columns),
    );
  }

  /** Takes the next piece. */
  push(piece: string): void {
    this.#table.push(piece);
  }

  /** Ends the table. */
  finish(): CountTable {
    this.#table.finish();
    const counts = Float64Array.from(this.#words.keys()).sort().reverse();
    const multiplicities = counts.map((count) => this.#words.get(count) ?? 0);
    if (counts.length === 0) throw refuseTable(this.#name, "no count above 0 in it");
    let tokens = 0;
    let types = 0;
    counts.forEach((count, i) => {
      tokens += count * multiplicities[i];
      types += multiplicities[i];
    });
    if (!Number.isSafeInteger(types)) throw refuseTable(this.#name, "more than 2^53-1 words in it");
    this.#suspect();
    const { columns, comments } = this.#table;
    return { tokens, types, counts, multiplicities, columns, comments };
  }

  #refuse(line: number, why: string): InputError {
    return refuseTable(this.#name, `line ${line}: ${why}`);
  }

  #add(cells: Cells): void {
    const { word, line } = cells;
    const count = this.#whole("count", cells.count, line);
    const words = cells.words === undefined ? 1 : this.#whole("words", cells.words, line);
    this.#watch.add(word, count, line);
    if (count === 0 || words === 0) return;
    if (word !== undefined) this.#once(word, line);
    const before = this.#words.get(count);
    if (before === undefined && this.#words.size === MAX_TYPES) {
      throw this.#refuse(line, `more than ${MAX_TYPES} different counts`);
    }
    this.#words.set(count, (before ?? 0) + words);
  }

  #whole(column: string, cell: string, line: number): number {
    this.#numbers ??= new WholeNumbers(this.#table.decimalComma);
    const value = this.#numbers.read(cell);
    if (typeof value === "number") return value;
    const text = cell.trim();
    const given = text === "" ? "missing" : show(text);
    if (value === "either") {
      const many = text.replace(/\D/g, "");
      const why = `${column} ${given} may be ${Number(many) / 1000} or ${many}: write all counts without such signs`;
      throw this.#refuse(line, why);
    }
    const guess = this.#table.guessed ? "; no header says that it is the count: --columns can" : "";
    throw this.#refuse(line, `${column} ${given}, where ${WHOLE} is needed${guess}`);
  }

  #once(word: string, line: number): void {
    const before = this.#seen.get(word);
    if (before !== undefined) {
      const encoding = word.includes("\ufffd")
        ? "; what is no UTF-8 is read as U+FFFD, so words that differ may look the same: save the table as UTF-8"
        : "";
      throw this.#refuse(line, `word ${show(word)} again, first on line ${before}${encoding}`);
    }
    if (this.#seen.size === MAX_TYPES) throw this.#refuse(line, `more than ${MAX_TYPES} different words`);
    // A slice would keep the whole piece of the table alive.
    this.#seen.set(word.split("").join(""), line);
  }

  /** Refuses a table whose numbers may be no counts, or count everything twice. */
  #suspect(): void {
    const { total } = this.#watch;
    if (total !== undefined) {
      const { word, count, line } = total;
      const which = `the count ${count} of ${show(word)} is the sum of all others: their total, or that of a word`;
      throw this.#refuse(line, `${which}? Take a total out, or write the word in another way`);
    }
    const { columns, guessed } = this.#table;
    if (guessed && columns.word !== undefined && this.#watch.isIds(this.#words.size)) {
      throw refuseTable(this.#name, IDS);
    }
  }
}

const refuseTable = (name: string, why: string): InputError =>
  new InputError(`invalid counts: ${name} (${why})`);

/** Options of `readCountTable`. */
interface CountTableOptions extends ReadOptions {
  /** Which column is what, as `--columns` has it. */
  readonly columns?: string | undefined;
}

/**
 * Reads a table of counts as `CountReader` does, from a file as `countFile` does. `replaced` is the number of invalid
 * UTF-8 sequences in it.
 *
 * @throws {InputError} naming the file, as `countFile` does, and the line, as `CountReader` does
 */
export async function readCountTable(
  path: string,
  options: CountTableOptions = {},
): Promise<CountTable & { readonly source: string; readonly replaced: number }> {
  if (typeof path !== "string") throw invalid("counts", path, "a file name, or - for standard input");
  const { columns, ...how } = readOptions(options, ["signal", "onProgress", "columns"]);
  const { source, name } = sourceOf(path);
  const reader = new CountReader(name, columns);
  const { replaced } = await readPath(path, how, (text) => reader.push(text)).catch((error) => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message.replace(/^invalid corpus:/, "invalid counts:"));
  });
  return { ...reader.finish(), source, replaced };
}
