import type { ColumnChunk, SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import type { OpenFile } from "../open-file.ts";
import { createdBy, provenance } from "../parquet.ts";
import type { Page } from "./pages.ts";

/** A column of numbers; of whole ones, or of those where some rows may have none. */
export interface ColumnType {
  readonly name: string;
  readonly type: "INT64" | "DOUBLE";
  readonly nullable?: boolean;
}

/** A Parquet file that is written row group by row group; only its list of groups grows with it. */
export class ParquetStream {
  readonly file: OpenFile;
  readonly #columns: readonly ColumnType[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;

  constructor(file: OpenFile, columns: readonly ColumnType[], seed: number | string) {
    this.file = file;
    this.#columns = columns;
    const schema: SchemaElement[] = columns.map(({ name, type, nullable }) => ({
      ...{ name, type, repetition_type: nullable ? "OPTIONAL" : "REQUIRED" },
    }));
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: [{ name: "root", num_children: columns.length }, ...schema],
      codec: "UNCOMPRESSED",
      kvMetadata: provenance({ seed }),
      createdBy,
    });
  }

  /** Writes a row group of so many rows, with a page for each column. */
  group(rows: number, pages: readonly Page[]): void {
    const began = this.#bytes.offset;
    const columns = pages.map((page, c) => this.#chunk(rows, this.#columns[c], page));
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

  #chunk(rows: number, { name, type }: ColumnType, page: Page): ColumnChunk {
    const { encoding, bytes, levels, nulls, range } = page;
    const began = this.#bytes.offset;
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
    const total = BigInt(this.#bytes.offset - began);
    const ends = range && { min_value: BigInt(range[0]), max_value: BigInt(range[1]) };
    return {
      file_offset: BigInt(began),
      meta_data: {
        ...{ type, encodings: levels ? [encoding, "RLE"] : [encoding], path_in_schema: [name] },
        ...{ codec: "UNCOMPRESSED", num_values: BigInt(rows), data_page_offset: BigInt(began) },
        ...{ total_uncompressed_size: total, total_compressed_size: total },
        statistics: { null_count: BigInt(nulls), ...ends },
      },
    };
  }

  #flush(): void {
    this.file.append(this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}
