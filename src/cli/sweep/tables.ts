import { parquetWriteBuffer } from "hyparquet-writer";
import { csv } from "../../show/csv.ts";
import type { Column, Table, Tables } from "../../study/tables.ts";
import { version } from "../../version.ts";
import { sha256 as kernels } from "../../wasm/bytes.ts";
import type { OutputFile } from "../output.ts";

/** Tables of no more rows are written as CSV, too. */
const SMALL = 100_000;

/** The tables as files. */
export function* tableFiles({ observables, survival, times }: Tables): Generator<OutputFile> {
  for (const [name, table] of Object.entries({ observables, survival, times })) {
    const columns = Object.entries(table);
    if (columns.length === 0) continue;
    yield { name: `${name}.parquet`, content: parquet(table) };
    const rows = columns[0][1].length;
    if (rows <= SMALL) yield { name: `${name}.csv`, content: csv(Object.keys(table), rowsOf(columns, rows)) };
  }
}

function* rowsOf(columns: readonly [string, Column][], rows: number): Generator<(number | string | null)[]> {
  for (let i = 0; i < rows; ++i) yield columns.map(([, column]) => column[i]);
}

function parquet(table: Table): Uint8Array {
  const columnData = Object.entries(table).map(([name, data]) => {
    const isText = data.some((value) => typeof value === "string");
    const isWhole = !isText && data.every((value) => value === null || Number.isSafeInteger(value));
    const whole = isWhole && data.map((value) => (value === null ? null : BigInt(value)));
    if (whole) return { name, data: whole, type: "INT64" as const };
    return {
      name,
      data: isText ? data.map((value) => (value === null ? null : String(value))) : [...data],
      type: isText ? ("STRING" as const) : ("DOUBLE" as const),
    };
  });
  const kvMetadata = [
    { key: "lethe", value: version },
    { key: "lethe.wasm", value: kernels },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: `lethe ${version}` }));
}
