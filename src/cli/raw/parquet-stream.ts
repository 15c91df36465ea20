import type { ColumnChunk, SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import type { OpenFile } from "../open-file.ts";
import { createdBy, provenance } from "../parquet.ts";
import type { Chunk, ColumnType, Page } from "./pages.ts";

const physical = (type: ColumnType["type"]) => (type === "STRING" ? "BYTE_ARRAY" : type);

/** A Parquet file that is written row group by row group; only its list of groups grows with it. */
export class ParquetStream {
  readonly file: OpenFile;
  readonly #columns: readonly ColumnType[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;

  /** `from`: what it says of where its numbers come from. */
  constructor(file: OpenFile, columns: readonly ColumnType[], from: Parameters<typeof provenance>[0]) {
    this.file = file;
    this.#columns = columns;
    const schema: SchemaElement[] = columns.map(({ name, type, nullable }) => ({
      ...{ name, type: physical(type), repetition_type: nullable ? "OPTIONAL" : "REQUIRED" },
      ...(type === "STRING" && { converted_type: "UTF8" }),
    }));
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: [{ name: "root", num_children: columns.length }, ...schema],
      codec: "UNCOMPRESSED",
      kvMetadata: provenance(from),
      createdBy,
    });
  }

  /** Writes a row group of so many rows, with what it holds of each column. */
  group(rows: number, chunks: readonly Chunk[]): void {
    const began = this.#bytes.offset;
    const columns = chunks.map((chunk, c) => this.#chunk(rows, this.#columns[c], chunk));
    const size = BigInt(this.#bytes.offset - began);
    this.#writer.row_groups.push({
      ...{ columns, num_rows: BigInt(rows), total_byte_size: size, total_compressed_size: size },
    });
    this.#writer.num_rows += BigInt(rows);
    this.#flush();
  }

  /** Ends the file. */
  finish(): OpenFile {
    this.#writer.finish();
    this.#flush();
    return this.file;
  }

  #chunk(rows: number, { name, type }: ColumnType, { dictionary, pages }: Chunk): ColumnChunk {
    const began = this.#bytes.offset;
    if (dictionary) this.#dictionary(dictionary);
    const pagesBegan = this.#bytes.offset;
    for (const page of pages) this.#page(page);
    const total = BigInt(this.#bytes.offset - began);
    const encodings = new Set(pages.map(({ encoding }) => encoding));
    const hasLevels = pages.some(({ levels }) => levels !== undefined);
    return {
      file_offset: BigInt(began),
      meta_data: {
        ...{ type: physical(type), path_in_schema: [name], codec: "UNCOMPRESSED", num_values: BigInt(rows) },
        encodings: [
          ...(dictionary ? (["PLAIN"] as const) : []),
          ...encodings,
          ...(hasLevels ? (["RLE"] as const) : []),
        ],
        data_page_offset: BigInt(pagesBegan),
        ...(dictionary && { dictionary_page_offset: BigInt(began) }),
        ...{ total_uncompressed_size: total, total_compressed_size: total },
        statistics: {
          null_count: BigInt(pages.reduce((sum, { nulls }) => sum + nulls, 0)),
          ...rangeOf(pages, type),
        },
      },
    };
  }

  #dictionary({ values, bytes }: NonNullable<Chunk["dictionary"]>): void {
    writePageHeader(this.#bytes, {
      ...{
        type: "DICTIONARY_PAGE",
        uncompressed_page_size: bytes.length,
        compressed_page_size: bytes.length,
      },
      dictionary_page_header: { num_values: values, encoding: "PLAIN" },
    });
    this.#bytes.appendBytes(bytes);
  }

  #page({ rows, encoding, bytes, levels, nulls }: Page): void {
    const size = bytes.length + (levels?.length ?? 0);
    writePageHeader(this.#bytes, {
      ...{ type: "DATA_PAGE_V2", uncompressed_page_size: size, compressed_page_size: size },
      data_page_header_v2: {
        ...{ num_values: rows, num_nulls: nulls, num_rows: rows, encoding },
        ...{ definition_levels_byte_length: levels?.length ?? 0, repetition_levels_byte_length: 0 },
        is_compressed: false,
      },
    });
    if (levels) this.#bytes.appendBytes(levels);
    this.#bytes.appendBytes(bytes);
  }

  #flush(): void {
    this.file.append(this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}

/** The least and the largest value of a chunk, where they are known of all its pages that have any. */
function rangeOf(pages: readonly Page[], type: ColumnType["type"]) {
  const filled = pages.filter(({ rows, nulls }) => nulls < rows);
  const ranges = filled.flatMap(({ range }) => (range ? [range] : []));
  if (ranges.length === 0 || ranges.length < filled.length) return {};
  const as = type === "INT64" ? BigInt : Number;
  return {
    min_value: as(ranges.reduce((least, [one]) => Math.min(least, one), ranges[0][0])),
    max_value: as(ranges.reduce((most, [, one]) => Math.max(most, one), ranges[0][1])),
  };
}
