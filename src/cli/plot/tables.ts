import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FileMetaData, parquetMetadata, parquetReadObjects } from "hyparquet";
import { InputError, invalid, oneOf } from "../../check/errors.ts";
import type { PlotOptions } from "../../plot/study/index.ts";
import type { Table } from "../../study/tables.ts";
import { trouble } from "../files.ts";

/** The tables of a study, by the names of their files. */
const NAMES = ["times", "observables", "survival"];

interface Found {
  readonly bytes: ArrayBuffer;
  readonly metadata: FileMetaData;
  readonly columns: readonly string[];
}

/** The tables of a study that are in a directory. */
export class TablesIn {
  readonly #directory: string;
  readonly #found = new Map<string, Found>();

  /** @throws {InputError} where there is none, or one that cannot be read */
  constructor(directory: string) {
    this.#directory = directory;
    for (const name of NAMES) {
      const path = join(directory, `${name}.parquet`);
      if (!existsSync(path)) continue;
      try {
        const { buffer, byteOffset, byteLength } = readFileSync(path);
        const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
        const metadata = parquetMetadata(bytes);
        const columns = metadata.schema.slice(1).map((column) => column.name);
        this.#found.set(name, { bytes, metadata, columns });
      } catch (error) {
        throw invalid(
          "dir",
          directory,
          `a directory with tables of a study: ${name}.parquet: ${trouble(error)}`,
        );
      }
    }
    if (this.#found.size === 0)
      throw invalid(
        "dir",
        directory,
        "a directory with tables of a study, as lethe sweep and lethe merge write them",
      );
  }

  /**
   * The table that has the columns which the options name: that of times, which has a row for each cell and event, unless
   * they speak of generations. @throws {InputError} where there is none, or more than one
   */
  pick({ x, y, colour, where = {} }: Partial<PlotOptions>, named: unknown): string {
    const names = [...this.#found.keys()];
    if (named !== undefined) {
      if (names.includes(named as string)) return named as string;
      throw invalid("table", named, oneOf(names));
    }
    const wanted = Object.entries({ x, y, colour, ...prefixed(where) }).filter(
      ([, name]) => name !== undefined,
    ) as [string, string][];
    for (const [option, column] of wanted) {
      if (!names.some((name) => this.#has(name, column)))
        throw invalid(option, column, `a column: ${this.#listed()}`);
    }
    const columns = wanted.map(([, column]) => column);
    const able = names.filter((name) => columns.every((column) => this.#has(name, column)));
    if (able.length === 0)
      throw new InputError(`invalid y: no table has ${columns.join(", ")} together (${this.#listed()})`);
    if (able.length === 1 || (able[0] === "times" && !columns.includes("generation"))) return able[0];
    throw new InputError(`missing option: table (${able.join(" or ")}: all have ${columns.join(", ")})`);
  }

  /** All columns of a table. @throws {InputError} for a file that is damaged */
  async read(name: string): Promise<Table> {
    const { bytes, metadata, columns } = this.#found.get(name) as Found;
    try {
      const rows = await parquetReadObjects({ file: bytes, metadata });
      return Object.fromEntries(columns.map((column) => [column, rows.map((row) => plain(row[column]))]));
    } catch (error) {
      throw invalid(
        "dir",
        this.#directory,
        `a directory with tables of a study: ${name}.parquet: ${trouble(error)}`,
      );
    }
  }

  #has(name: string, column: string): boolean {
    return this.#found.get(name)?.columns.includes(column) ?? false;
  }

  #listed(): string {
    return [...this.#found].map(([name, { columns }]) => `in ${name} ${columns.join(", ")}`).join("; ");
  }
}

const prefixed = (where: object): Record<string, string> =>
  Object.fromEntries(Object.keys(where).map((name) => [`where.${name}`, name]));

const plain = (value: unknown): number | string | null =>
  typeof value === "bigint" ? Number(value) : ((value as number | string) ?? null);
