import type { OpenFile } from "../open-file.ts";
import { Groups } from "./groups.ts";
import { Differences, doubles, type Page, wholeOrNone } from "./pages.ts";
import { type ColumnType, ParquetStream } from "./parquet-stream.ts";

/** Rows of a row group, about: programs that read Parquet in parallel expect groups of this size. */
const ROWS = 2 ** 17;

/** What a table has of each trajectory. */
export interface Layout {
  readonly trajectories: number;
  readonly seed: number | string;
  /** A row for each of these generations; without them, one row. */
  readonly generations?: readonly number[];
  /** The columns behind `trajectory` and `generation`. */
  readonly values: readonly ColumnType[];
}

/** A table of trajectories in a Parquet file, in their order. The size of its groups depends on its layout alone. */
export class RawTable {
  readonly #stream: ParquetStream;
  readonly #groups: Groups;
  readonly #generations: readonly number[] | undefined;
  readonly #values: readonly ColumnType[];
  /** The first columns of the last group: all but the last of a table are alike. */
  #keys:
    | { readonly count: number; readonly trajectory: Differences; readonly rest: readonly Page[] }
    | undefined;

  constructor(file: OpenFile, { trajectories, seed, generations, values }: Layout) {
    const keys = ["trajectory", ...(generations ? ["generation"] : [])];
    const columns = [...keys.map((name): ColumnType => ({ name, type: "INT64" })), ...values];
    const length = generations?.length ?? 1;
    this.#stream = new ParquetStream(file, columns, seed);
    this.#generations = generations;
    this.#values = values;
    this.#groups = new Groups(
      Math.min(trajectories, Math.max(1, Math.floor(ROWS / length))),
      values.map(() => length),
      (first, count, numbers) => this.#write(first, count, numbers),
    );
  }

  /** Takes the next trajectories: of each column, trajectory after trajectory, a number for each of its rows. */
  add(count: number, numbers: readonly Float64Array[]): void {
    this.#groups.add(count, numbers);
  }

  /** Ends the file. */
  end(): OpenFile {
    this.#groups.end();
    return this.#stream.finish();
  }

  #write(first: number, count: number, numbers: readonly Float64Array[]): void {
    if (this.#keys?.count !== count) this.#keys = keysOf(count, this.#generations);
    const pages = numbers.map((column, c) =>
      this.#values[c].type === "DOUBLE" ? doubles(column) : wholeOrNone(column),
    );
    const { trajectory, rest } = this.#keys;
    this.#stream.group(count * (this.#generations?.length ?? 1), [trajectory.from(first), ...rest, ...pages]);
  }
}

function keysOf(count: number, generations: readonly number[] | undefined) {
  const length = generations?.length ?? 1;
  const rows = count * length;
  const trajectory = new Differences(Array.from({ length: rows }, (_, i) => Math.floor(i / length)));
  if (generations === undefined) return { count, trajectory, rest: [] };
  const generation = new Differences(Array.from({ length: rows }, (_, i) => generations[i % length]));
  return { count, trajectory, rest: [generation.from(generations[0])] };
}
