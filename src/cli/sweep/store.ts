import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { InputError } from "../../check/errors.ts";
import type { RunDocument } from "../../simulate/run-document.ts";
import type { Cell } from "../../study/cells.ts";
import type { Store } from "../../study/sweep.ts";
import { version } from "../../version.ts";
import { sha256 as kernels } from "../../wasm/bytes.ts";
import { differenceOf } from "../difference-of.ts";
import { isFailure, OutputError, troubleWriting } from "../files.ts";
import { temporary } from "../temporary.ts";

const STUDY = "study.json";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Finished cells, each in a file whose name has the hash of what it is made from, and of what is in it: half a file, a
 * changed one and one of another version are not taken for it.
 */
export class CellStore implements Store {
  /** How many cells were there already. */
  kept = 0;
  readonly #directory: string;
  readonly #names: ReadonlyMap<string, string>;

  /** @throws {InputError} when another study was written there */
  constructor(out: string, study: object) {
    this.#directory = join(out, "cells");
    checkSame(out, study);
    this.#guarded(this.#directory, () => mkdirSync(this.#directory, { recursive: true }));
    const files = readdirSync(this.#directory).filter((name) =>
      /^[0-9a-f]{32}-[0-9a-f]{32}\.json$/.test(name),
    );
    this.#names = new Map(files.map((name) => [name.slice(0, 32), name]));
    this.#place(join(out, STUDY), `${JSON.stringify({ lethe: version, study }, null, 1)}\n`);
  }

  read(cell: Cell): RunDocument | undefined {
    const name = this.#names.get(keyOf(cell));
    if (name === undefined) return undefined;
    const text = readFileSync(join(this.#directory, name), "utf8");
    if (hashOf(text).slice(0, 32) !== name.slice(33, 65)) {
      rmSync(join(this.#directory, name));
      return undefined;
    }
    this.kept += 1;
    return JSON.parse(text) as RunDocument;
  }

  write(cell: Cell, run: RunDocument): void {
    const text = JSON.stringify(run);
    this.#place(join(this.#directory, `${keyOf(cell)}-${hashOf(text).slice(0, 32)}.json`), text);
  }

  /** Writes a file under another name, sees that it is on the disk, and gives it its own. */
  #place(path: string, text: string): void {
    const partial = temporary(path);
    try {
      const file = openSync(partial, "w");
      try {
        const bytes = Buffer.from(text);
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(partial, path);
    } catch (error) {
      rmSync(partial, { force: true });
      throw refused(path, error);
    }
  }

  #guarded(path: string, write: () => unknown): void {
    try {
      write();
    } catch (error) {
      throw refused(path, error);
    }
  }
}

function refused(path: string, error: unknown): Error {
  const message = `cannot write ${path}: ${troubleWriting(error)}`;
  return isFailure(error) ? new OutputError(message) : new InputError(message);
}

/** What a cell's numbers follow from. */
const keyOf = ({ checked: { experiment } }: Cell): string =>
  hashOf(JSON.stringify([version, kernels, experiment])).slice(0, 32);

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
