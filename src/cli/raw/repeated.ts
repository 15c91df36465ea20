// Columns that have one value through many rows: values stand in a dictionary, and a page says which of them it repeats.
import { ByteWriter } from "hyparquet-writer";
import type { Chunk, ColumnType, Page } from "./pages.ts";
import { levels, run } from "./runs.ts";

export type Value = number | string | null;

/** A page without a single value. */
export const nothing = (rows: number): Page => ({
  ...{ rows, encoding: "PLAIN", nulls: rows },
  ...{ bytes: new Uint8Array(), levels: levels(rows, false) },
});

/** A column of pages with `rows[i]` times `values[i]` each. */
export function repeated(
  { type, nullable }: ColumnType,
  values: readonly Value[],
  rows: readonly number[],
): Chunk {
  const different = [...new Set(values)].filter((value) => value !== null);
  const bits = Math.max(1, 32 - Math.clz32(different.length - 1));
  const pages = values.map((value, i): Page => {
    const bytes = new ByteWriter(16);
    bytes.appendUint8(bits);
    if (value !== null) run(bytes, different.indexOf(value), rows[i], bits);
    return {
      ...{ rows: rows[i], encoding: "RLE_DICTIONARY", bytes: bytes.getBytes() },
      ...(nullable && { levels: levels(rows[i], value !== null) }),
      nulls: value === null ? rows[i] : 0,
      ...(typeof value === "number" && { range: [value, value] as const }),
    };
  });
  const bytes = new ByteWriter();
  for (const value of different) {
    if (type === "STRING") {
      const text = Buffer.from(String(value));
      bytes.appendUint32(text.length);
      bytes.appendBytes(text);
    } else if (type === "INT64") bytes.appendInt64(BigInt(value));
    else bytes.appendFloat64(Number(value));
  }
  return { dictionary: { values: different.length, bytes: bytes.getBytes() }, pages };
}
