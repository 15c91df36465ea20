import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../check/errors.ts";
import type { RunDocument } from "../../simulate/run-document.ts";
import type { Cell } from "../../study/cells.ts";
import type { ShardStore, Store } from "../../study/store.ts";
import { version } from "../../version.ts";
import { sha256 as kernels } from "../../wasm/bytes.ts";
import type { Span } from "../../workers/queue.ts";
import { differenceOf } from "../difference-of.ts";
import { writeWhole } from "../open-file.ts";
import { Kept } from "./kept.ts";
import { RawFilesOfShards } from "./raw-store.ts";
import { packed, unpacked } from "./shard-file.ts";

const STUDY = "study.json";

/** How a study is kept. */
interface Keeping {
  /** Whether every trajectory is kept (default: where it was before). */
  readonly raw?: boolean;
  /** Hears of files that are not what was written. */
  readonly tell: (text: string) => void;
}

/**
 * Keeps the finished cells of a study below its directory, in `cells`, and shards of those that are not in `work`; in
 * `raw` every trajectory, where that is asked for or was before.
 */
export class CellStore implements Store {
  /** How many cells were there already. */
  kept = 0;
  readonly shards: ShardStore;
  readonly raw: RawFilesOfShards | undefined;
  readonly #out: string;
  readonly #study: object;
  readonly #cells: Kept;
  readonly #work: Kept;

  /** Writes nothing yet. @throws {InputError} when another study was written there */
  constructor(out: string, study: object, { raw = isRaw(out), tell }: Keeping) {
    checkSame(out, study);
    this.#out = out;
    this.#study = study;
    this.#cells = new Kept(join(out, "cells"), ".json", tell);
    const work = new Kept(join(out, "work"), ".shard", tell);
    this.#work = work;
    const key = (cell: Cell, { first, count }: Span) => `${keyOf(cell)}-${first}-${count}`;
    this.shards = {
      has: (cell, span) => work.has(key(cell, span)),
      read(cell, span) {
        const bytes = work.read(key(cell, span));
        return bytes && unpacked(bytes);
      },
      write: (cell, span, shard) => work.write(key(cell, span), packed(shard)),
      drop: (cell) => work.drop(`${keyOf(cell)}-`),
    };
    this.raw = raw ? new RawFilesOfShards(out, key, tell) : undefined;
  }

  /** Says which study the directory is of. */
  begin(): void {
    const about = { lethe: version, ...(this.raw && { raw: true }), study: this.#study };
    writeWhole(join(this.#out, STUDY), `${JSON.stringify(about, null, 1)}\n`);
  }

  /** Whether a shard of a cell is there, whole or not. */
  has(cell: Cell, span: Span): boolean {
    const isKnown = this.#cells.has(keyOf(cell)) || this.shards.has(cell, span);
    return isKnown && this.raw?.has(cell, span) !== false;
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
    this.raw?.sync();
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

/** What was written there of a study, if there was one. */
function writtenIn(out: string): { readonly study?: object; readonly raw?: unknown } {
  try {
    return JSON.parse(readFileSync(join(out, STUDY), "utf8")) ?? {};
  } catch {
    return {};
  }
}

/** The study that was written there, if there was one. */
export const studyIn = (out: string): object | undefined => writtenIn(out).study;

/** Whether every trajectory was asked for there. */
const isRaw = (out: string): boolean => writtenIn(out).raw === true;

function checkSame(out: string, study: object): void {
  const before = studyIn(out);
  if (before === undefined) return;
  const difference = differenceOf(before, study);
  if (difference === undefined) return;
  throw new InputError(
    `invalid out: ${JSON.stringify(out)} (it has another study: ${difference}; take another directory)`,
  );
}
