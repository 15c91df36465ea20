import { parquetWriteBuffer } from "hyparquet-writer";
import { csv } from "../../show/csv.ts";
import { MEASURED } from "../../study/columns.ts";
import type { Column, Table, Tables } from "../../study/tables.ts";
import type { OutputFile } from "../output.ts";
import { createdBy, provenance } from "../parquet.ts";

/** Tables of no more rows are written as CSV, too. */
const SMALL = 100_000;

/** The tables of a study as files. */
export function* tableFiles({ observables, survival, times }: Tables, study: object): Generator<OutputFile> {
  for (const [name, table] of Object.entries({ observables, survival, times })) {
    const columns = Object.entries(table);
    if (columns.length === 0) continue;
    yield { name: `${name}.parquet`, content: parquet(table, study) };
    const rows = columns[0][1].length;
    if (rows <= SMALL) yield { name: `${name}.csv`, content: csv(Object.keys(table), rowsOf(columns, rows)) };
  }
}

function* rowsOf(columns: readonly [string, Column][], rows: number): Generator<(number | string | null)[]> {
  for (let i = 0; i < rows; ++i) yield columns.map(([, column]) => column[i]);
}

/** What is in a column, in every study alike: in one where a law is never known, too. Others are as their values are. */
const WHOLE = ["samples", "trajectories", "generation", "censored"];
const TEXTS = ["model", "regime", "seed", "observable", "event", "law"];

/** The type of a column of this name. */
export function typeOf(name: string, column: Column): "STRING" | "INT64" | "DOUBLE" {
  const all = (is: (value: unknown) => boolean) => column.every((value) => value === null || is(value));
  if (TEXTS.includes(name) || !all((value) => typeof value === "number")) return "STRING";
  return WHOLE.includes(name) ||
    (!(MEASURED as readonly string[]).includes(name) && all(Number.isSafeInteger))
    ? "INT64"
    : "DOUBLE";
}

/**
 * How many bytes the files of a table of so many rows have, to judge by a table of some of them. At most: repeated values
 * take less in Parquet.
 */
export function bytesOf(some: Table, rows: number): number {
  const columns = Object.entries(some);
  const numbers = columns.filter(
    ([name, column]) => typeof column[0] !== "string" && typeOf(name, column) === "DOUBLE",
  );
  const there = columns[0][1].length;
  const text = [...csv([], rowsOf(columns, there))].reduce((sum, line) => sum + line.length, 0);
  return rows * (8 * numbers.length + (rows <= SMALL ? text / there : 0));
}

function parquet(table: Table, study: object): Uint8Array {
  const columnData = Object.entries(table).map(([name, column]) => {
    const type = typeOf(name, column);
    const as = { STRING: String, INT64: BigInt, DOUBLE: Number }[type];
    return { name, type, data: column.map((value) => (value === null ? null : as(value))) };
  });
  const kvMetadata = provenance({ seed: (study as { seed?: unknown }).seed, study });
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy }));
}
