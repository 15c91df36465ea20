import { InputError, invalid, show } from "../errors.ts";
import { readOptions } from "../given.ts";
import { COLUMNS, fieldsOf, type Layout, layoutOf, whole } from "./count-layout.ts";
import { Lines } from "./lines.ts";
import { type ReadOptions, readPath, sourceOf } from "./read.ts";
import { MAX_TYPES } from "./vocabulary.ts";

const WHOLE = "an integer from 0 to 2^53-1";

/** A table of counts, its rows of equal count added up. */
export interface CountTable {
  /** Running words: the sum of counts times multiplicities. Past 2^53 it is rounded, like any double. */
  readonly tokens: number;
  /** Different words: the sum of the multiplicities. */
  readonly types: number;
  /** The different counts, at least 1, falling. */
  readonly counts: Float64Array;
  /** How many words have each. */
  readonly multiplicities: Float64Array;
}

/**
 * Reads a table of counts that arrives in pieces, cut anywhere: comma- or tab-separated, ended by \n or \r\n, with a
 * header or without. Columns: `count`, an integer; if wanted `words`, how many words occur so often (rows of equal
 * count are added), or `word`, each once. Other columns of a header are left aside; without one the first line tells,
 * by where its numbers are: `count`, `count,words`, `word,count` or `count,word`. Empty lines are skipped, and so are
 * words of count 0. Memory grows with the different counts, and with the words where they are given.
 *
 * @throws InputError that names the line: for a missing column, a count that is negative or no integer, a word that
 * came before, a line with more or fewer fields, a quote that is not closed.
 */
export class CountReader {
  readonly #name: string;
  readonly #lines: Lines;
  readonly #words = new Map<number, number>();
  readonly #seen = new Map<string, number>();
  #layout: Layout | undefined;

  /** `name` is how an error calls the table (default `the table`). */
  constructor(name = "the table") {
    this.#name = name;
    this.#lines = new Lines(
      (line, number) => this.#line(line, number),
      (number, why) => this.#refuse(number, why),
    );
  }

  /** Takes the next piece. */
  push(piece: string): void {
    this.#lines.push(piece);
  }

  /** Ends the table. */
  finish(): CountTable {
    this.#lines.finish();
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
    return { tokens, types, counts, multiplicities };
  }

  #refuse(line: number, why: string): InputError {
    return refuseTable(this.#name, `line ${line}: ${why}`);
  }

  #line(line: string, number: number): void {
    if (line.trim() === "") return;
    if (this.#layout === undefined) {
      const layout = layoutOf(line);
      if (typeof layout === "string") throw this.#refuse(number, layout);
      this.#layout = layout;
      if (layout.header) return;
    }
    this.#row(this.#layout, line, number);
  }

  #row(layout: Layout, line: string, number: number): void {
    const fields = fieldsOf(line, layout.tabs);
    if (fields === undefined) throw this.#refuse(number, "a quote that is not closed");
    if (fields.length !== layout.fields) {
      throw this.#refuse(number, `${fieldCount(fields.length)}, where the first line has ${layout.fields}`);
    }
    const count = this.#whole("count", fields[layout.count], number);
    const words = layout.words < 0 ? 1 : this.#whole("words", fields[layout.words], number);
    if (layout.word >= 0) this.#once(fields[layout.word], number);
    if (count === 0 || words === 0) return;
    const before = this.#words.get(count);
    if (before === undefined && this.#words.size === MAX_TYPES) {
      throw this.#refuse(number, `more than ${MAX_TYPES} different counts`);
    }
    this.#words.set(count, (before ?? 0) + words);
  }

  #whole(column: string, text: string, line: number): number {
    const value = whole(text);
    if (value !== undefined) return value;
    const given = text.trim() === "" ? "missing" : show(text.trim());
    const guessed = this.#layout?.header ? "" : `; there is no header to say otherwise: ${COLUMNS}`;
    throw this.#refuse(line, `${column} ${given}, where ${WHOLE} is needed${guessed}`);
  }

  #once(word: string, line: number): void {
    const before = this.#seen.get(word);
    if (before !== undefined) throw this.#refuse(line, `word ${show(word)} again, first on line ${before}`);
    if (this.#seen.size === MAX_TYPES) throw this.#refuse(line, `more than ${MAX_TYPES} different words`);
    // A slice would keep the whole piece of the table alive.
    this.#seen.set(word.split("").join(""), line);
  }
}

const fieldCount = (n: number): string => (n === 1 ? "1 field" : `${n} fields`);

const refuseTable = (name: string, why: string): InputError =>
  new InputError(`invalid counts: ${name} (${why})`);

/**
 * Reads a table of counts as `CountReader` does, from a UTF-8 file, plain or gzipped, or from standard input if `path`
 * is `-`. A byte-order mark is dropped.
 *
 * @throws InputError, naming the file, as `countFile` does, and the line, as `CountReader` does
 */
export async function readCountTable(
  path: string,
  options: ReadOptions = {},
): Promise<CountTable & { readonly source: string }> {
  if (typeof path !== "string") throw invalid("counts", path, "a file name, or - for standard input");
  const how = readOptions(options, ["signal", "onProgress"]);
  const { source, name } = sourceOf(path);
  const reader = new CountReader(name);
  try {
    await readPath(path, how, (text) => reader.push(text));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message.replace(/^invalid corpus:/, "invalid counts:"));
  }
  return { ...reader.finish(), source };
}
