import type { Trajectories } from "../../chunks/trajectories.ts";
import type { OpenFile } from "../open-file.ts";
import { Groups } from "./groups.ts";
import { Keys } from "./keys.ts";
import { doubles, wholeOrNone } from "./pages.ts";
import { ParquetStream } from "./parquet-stream.ts";
import { groupOf, keyColumns, type Part, rowsOf } from "./parts.ts";

/** A table of a run's trajectories in a Parquet file, in their order. The size of its groups depends on its layout alone. */
export class RawTable {
  readonly #stream: ParquetStream;
  readonly #groups: Groups;
  readonly #part: Part;
  readonly #keys = new Keys();

  constructor(
    file: OpenFile,
    part: Part,
    of: { readonly trajectories: number; readonly seed: number | string },
  ) {
    this.#part = part;
    this.#stream = new ParquetStream(file, [...keyColumns(part), ...part.values], of);
    this.#groups = new Groups(
      groupOf(part, of.trajectories),
      part.values.map(() => rowsOf(part)),
      (first, count, numbers) => this.#write(first, count, numbers),
    );
  }

  /** Takes the next trajectories. */
  add(some: Trajectories): void {
    this.#groups.add(some.count, this.#part.take(some));
  }

  /** Ends the file. */
  end(): OpenFile {
    this.#groups.end();
    return this.#stream.finish();
  }

  /** Removes it. */
  discard(): void {
    this.#stream.file.discard();
  }

  #write(first: number, count: number, numbers: readonly Float64Array[]): void {
    const { generations, values } = this.#part;
    const pages = numbers.map((column, c) =>
      values[c].type === "DOUBLE" ? doubles(column) : wholeOrNone(column),
    );
    const all = [...this.#keys.pages(first, count, generations), ...pages];
    this.#stream.group(
      count * rowsOf(this.#part),
      all.map((page) => ({ pages: [page] })),
    );
  }
}
