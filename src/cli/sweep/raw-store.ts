import { join } from "node:path";
import type { Cell } from "../../study/cells.ts";
import type { RawShard, RawStore } from "../../study/store.ts";
import { shardsOf } from "../../study/units.ts";
import type { Span } from "../../workers/queue.ts";
import type { OpenFile } from "../open-file.ts";
import { Groups } from "../raw/groups.ts";
import { groupOf, type Part, partsOf, rowsOf } from "../raw/parts.ts";
import { Kept } from "./kept.ts";

/**
 * Keeps every trajectory of a study below its directory, in `raw`: of each shard a file with its records and one with the
 * times of its events. A file has groups of trajectories, all of one size but the last: of each column the numbers of a
 * group, eight bytes each as they lie in memory.
 */
export class RawFilesOfShards implements RawStore {
  readonly #kept: Readonly<Record<Part["name"], Kept>>;
  readonly #keyOf: (cell: Cell, span: Span) => string;
  readonly #open = new Set<OpenFile>();
  readonly #found = new Map<string, string>();

  /** `tell` hears of files that are not what was written. */
  constructor(out: string, keyOf: (cell: Cell, span: Span) => string, tell: (text: string) => void) {
    const directory = join(out, "raw");
    this.#keyOf = keyOf;
    this.#kept = {
      trajectories: new Kept(directory, ".trajectories", tell),
      events: new Kept(directory, ".events", tell),
    };
  }

  has(cell: Cell, span: Span): boolean {
    return partsOf(cell.checked).every(({ name }) => this.#kept[name].has(this.#keyOf(cell, span)));
  }

  begin(cell: Cell, span: Span, checked: Cell["checked"]): RawShard {
    const key = this.#keyOf(cell, span);
    const parts = partsOf(checked).map((part) => {
      const kept = this.#kept[part.name];
      const file = kept.open(key);
      this.#open.add(file);
      const groups = new Groups(
        groupOf(part, span.count),
        part.values.map(() => rowsOf(part)),
        (_first, _count, columns) => {
          for (const { buffer, byteOffset, byteLength } of columns)
            file.append(new Uint8Array(buffer, byteOffset, byteLength));
        },
      );
      return { part, kept, file, groups };
    });
    return {
      add(some) {
        for (const { part, groups } of parts) groups.add(some.count, part.take(some));
      },
      end: () => {
        for (const { kept, file, groups } of parts) {
          groups.end();
          kept.keep(key, file);
          this.#open.delete(file);
        }
      },
    };
  }

  /** Where a part of a shard is, if it is what was written; that is looked at once. */
  find(name: Part["name"], cell: Cell, span: Span): string | undefined {
    const key = this.#keyOf(cell, span);
    const path = this.#found.get(`${name} ${key}`) ?? this.#kept[name].find(key);
    if (path !== undefined) this.#found.set(`${name} ${key}`, path);
    return path;
  }

  /** Whether all of these cells are there, and what was written; what is not, is removed. */
  isWhole(cells: readonly Cell[]): boolean {
    const parts = cells.flatMap((cell) =>
      shardsOf(cell).flatMap((span) => partsOf(cell.checked).map(({ name }) => this.find(name, cell, span))),
    );
    return !parts.includes(undefined);
  }

  /** Sees that all is on the disk. */
  sync(): void {
    for (const kept of Object.values(this.#kept)) kept.sync();
  }

  /** Removes what was begun and has not come to its end. */
  discard(): void {
    for (const file of this.#open) file.discard();
    this.#open.clear();
  }
}
