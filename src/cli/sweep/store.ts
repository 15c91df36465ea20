import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../check/errors.ts";
import type { RunDocument } from "../../simulate/run-document.ts";
import type { Cell } from "../../study/cells.ts";
import type { ShardStore, Store } from "../../study/store.ts";
import { version } from "../../version.ts";
import { sha256 as kernels } from "../../wasm/bytes.ts";
import { differenceOf } from "../difference-of.ts";
import { writeWhole } from "../open-file.ts";
import { Kept } from "./kept.ts";
import { packed, unpacked } from "./shard-file.ts";

const STUDY = "study.json";

/** Keeps the finished cells of a study below its directory, in `cells`, and shards of those that are not in `work`. */
export class CellStore implements Store {
  /** How many cells were there already. */
  kept = 0;
  readonly shards: ShardStore;
  readonly #out: string;
  readonly #study: object;
  readonly #cells: Kept;
  readonly #work: Kept;

  /**
   * Writes nothing yet. `tell` hears of files that are not what was written.
   * @throws {InputError} when another study was written there
   */
  constructor(out: string, study: object, tell: (text: string) => void) {
    checkSame(out, study);
    this.#out = out;
    this.#study = study;
    this.#cells = new Kept(join(out, "cells"), ".json", tell);
    const work = new Kept(join(out, "work"), ".shard", tell);
    this.#work = work;
    const key = (cell: Cell, { first, count }: { first: number; count: number }) =>
      `${keyOf(cell)}-${first}-${count}`;
    this.shards = {
      has: (cell, span) => work.has(key(cell, span)),
      read(cell, span) {
        const bytes = work.read(key(cell, span));
        return bytes && unpacked(bytes);
      },
      write: (cell, span, shard) => work.write(key(cell, span), packed(shard)),
      drop: (cell) => work.drop(`${keyOf(cell)}-`),
    };
  }

  /** Says which study the directory is of. */
  begin(): void {
    const text = `${JSON.stringify({ lethe: version, study: this.#study }, null, 1)}\n`;
    writeWhole(join(this.#out, STUDY), text);
  }

  /** Whether a cell is there, whole or not. */
  has(cell: Cell): boolean {
    return this.#cells.has(keyOf(cell));
  }

  read(cell: Cell): RunDocument | undefined {
    const bytes = this.#cells.read(keyOf(cell));
    if (bytes === undefined) return undefined;
    this.kept += 1;
    return JSON.parse(bytes.toString()) as RunDocument;
  }

  /** Sees that all is on the disk. */
  sync(): void {
    this.#cells.sync();
    this.#work.sync();
  }

  write(cell: Cell, run: RunDocument): void {
    this.#cells.write(keyOf(cell), Buffer.from(JSON.stringify(run)));
  }
}

const keys = new WeakMap<Cell, string>();

/** What a cell's numbers follow from. */
function keyOf(cell: Cell): string {
  const { checked, until } = cell;
  const from = () => JSON.stringify([version, kernels, checked.experiment, until]);
  const key = keys.get(cell) ?? createHash("sha256").update(from()).digest("hex").slice(0, 32);
  keys.set(cell, key);
  return key;
}

/** Where a cell is kept, but for the hash of what comes of it. */
export const fileOf = (out: string, cell: Cell): string => join(out, "cells", `${keyOf(cell)}-….json`);

/** The study that was written there, if there was one. */
export function studyIn(out: string): object | undefined {
  try {
    return (JSON.parse(readFileSync(join(out, STUDY), "utf8")) as { study?: object }).study;
  } catch {
    return undefined;
  }
}

function checkSame(out: string, study: object): void {
  const before = studyIn(out);
  if (before === undefined) return;
  const difference = differenceOf(before, study);
  if (difference === undefined) return;
  throw new InputError(
    `invalid out: ${JSON.stringify(out)} (it has another study: ${difference}; take another directory)`,
  );
}
