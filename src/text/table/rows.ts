import Papa from "papaparse";
import { Lines } from "../lines.ts";
import type { Dialect } from "./dialect.ts";

/** A row this long is none. */
const LONGEST = 1_000_000;

export interface Row {
  readonly fields: string[];
  /** Its first line, from 1. */
  readonly line: number;
  /** It begins with #, not in quotes. */
  readonly hash: boolean;
}

export type Take = (row: Row) => void;
export type Refuse = (line: number, why: string) => Error;

/** Cuts the text of a table, which arrives in pieces, into rows. Empty lines are none. */
export interface Rows {
  push(piece: string): void;
  finish(): void;
}

export function rowsOf(dialect: Dialect, take: Take, refuse: Refuse): Rows {
  return dialect.delimiter === " " ? spaced(dialect, take, refuse) : new Separated(dialect, take, refuse);
}

/** Rows whose fields are between white space. */
function spaced({ newline, padded }: Dialect, take: Take, refuse: Refuse): Rows {
  const cut = (line: string) => {
    if (!padded) return line.trim().split(/\s+/);
    const [, count, rest] = /^ *(\S+) ?(.*)$/s.exec(line) as RegExpExecArray;
    return [count, rest];
  };
  return new Lines(
    (line, number) => {
      if (line.trim() !== "") take({ fields: cut(line), line: number, hash: line.startsWith("#") });
    },
    refuse,
    { end: newline, longest: LONGEST },
  );
}

/** Rows whose fields are between commas, semicolons or tabs, perhaps in quotes. */
class Separated implements Rows {
  readonly #dialect: Dialect;
  readonly #take: Take;
  readonly #refuse: Refuse;
  #held = "";
  #line = 1;

  constructor(dialect: Dialect, take: Take, refuse: Refuse) {
    this.#dialect = dialect;
    this.#take = take;
    this.#refuse = refuse;
  }

  push(piece: string): void {
    const text = this.#held + piece;
    const end = text.lastIndexOf(this.#dialect.newline) + 1;
    // What has no new end of a line has been looked at before.
    const looked = end > this.#held.length ? this.#rows(text.slice(0, end), false) : 0;
    this.#held = text.slice(looked);
    if (this.#held.length > LONGEST) throw this.#refuse(this.#line, `more than ${LONGEST} characters`);
  }

  finish(): void {
    this.#rows(this.#held, true);
    this.#held = "";
  }

  /** Hands on the rows of a text and returns where the first begins that is not complete. */
  #rows(text: string, last: boolean): number {
    const { delimiter, newline, quoted } = this.#dialect;
    const quotes = quoted && text.includes('"');
    let from = 0;
    Papa.parse<string[]>(text, {
      delimiter,
      newline,
      fastMode: quoted ? undefined : true,
      step: ({ data, errors, meta }, parser) => {
        // After the last end of a line there is one more row, of nothing.
        if (from === text.length) return;
        const [fault] = errors;
        // A quote that is still open may be closed on a later line.
        if (fault?.code === "MissingQuotes" && !last) return parser.abort();
        if (fault !== undefined) throw this.#refuse(this.#line, faultOf(fault.code));
        this.#give(data, text.slice(from, meta.cursor), quotes);
        from = meta.cursor;
      },
    });
    return from;
  }

  #give(fields: string[], text: string, quotes: boolean): void {
    const { newline } = this.#dialect;
    const line = this.#line;
    ++this.#line;
    const end = fields.length - 1;
    // Of a \r in quotes, one stands before the quote that ends the line.
    if (newline === "\n" && fields[end].endsWith("\r") && text.endsWith("\r\n")) {
      fields[end] = fields[end].slice(0, -1);
    }
    if (end === 0 && fields[0].trim() === "") return;
    if (quotes) {
      for (let i = 0; i <= end; ++i) {
        this.#line += fields[i].split(newline).length - 1;
        // Some write a space after the comma, and quotes after the space.
        if (fields[i].startsWith(' "')) fields[i] = fields[i].replace(/^ +"(.*)" *$/s, "$1");
      }
    }
    this.#take({ fields, line, hash: text.startsWith("#") });
  }
}

const faultOf = (code: string): string =>
  code === "MissingQuotes" ? "a quote that is not closed" : "a quote within a field in quotes";
