import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { InputError } from "../check/errors.ts";
import { batches } from "../show/batches.ts";
import { isFailure, OutputError, troubleWriting } from "./files.ts";
import { temporary } from "./temporary.ts";

/** What is written at once: a text, bytes, or pieces of text, of which no single string need hold them all. */
export type Whole = string | Uint8Array | Iterable<string>;

/**
 * A file that is being written under a temporary name, piece by piece, and then gets its own: whatever happens in the
 * meantime, whoever looks finds a whole file or none. It keeps account of its SHA-256.
 */
export class OpenFile {
  /** The name that it is to have, unless it is told another. */
  readonly path: string;
  /** The one that it has. */
  readonly #partial: string;
  readonly #hash = createHash("sha256");
  #file: number | undefined;

  /**
   * `label`: what goes into its hash before all that is in it.
   * @throws {InputError} where it cannot be made @throws {OutputError} when the disk is full
   */
  constructor(path: string, label = "") {
    this.path = path;
    this.#partial = temporary(path);
    this.#hash.update(label);
    // A new file: whatever lies or links there under this name is none of ours.
    this.#guarded(() => {
      this.#file = openSync(this.#partial, "wx");
    });
  }

  /** A file with all that is to be in it. */
  static of(path: string, content: Whole, label = ""): OpenFile {
    const file = new OpenFile(path, label);
    try {
      for (const piece of content instanceof Uint8Array ? [content] : batches(content)) {
        file.append(Buffer.from(piece));
      }
    } catch (error) {
      // What makes the pieces may fail, too.
      file.discard();
      throw error;
    }
    return file;
  }

  /** Writes a piece at its end. @throws {OutputError} when the disk is full; nothing is left of the file then */
  append(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#guarded(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file as number, bytes, at);
    });
  }

  /** Ends it, sees that it is on the disk, and returns its SHA-256. */
  close(): string {
    this.#guarded(() => {
      fsyncSync(this.#file as number);
      this.#release();
    });
    return this.#hash.digest("hex");
  }

  /** Gives the closed file its name. */
  place(path = this.path): void {
    this.#guarded(() => renameSync(this.#partial, path), path);
  }

  /** Removes it; where that is refused, the reason for which it is half written is what counts. */
  discard(): void {
    try {
      this.#release();
      rmSync(this.#partial, { force: true });
    } catch {}
  }

  #release(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
  }

  #guarded(act: () => void, path = this.path): void {
    try {
      act();
    } catch (error) {
      this.discard();
      throw cannotWrite(path, error);
    }
  }
}

/** Writes a whole file in the place of what was there. @throws {InputError} {@link OutputError} when it cannot be */
export function writeWhole(path: string, content: Whole): void {
  const file = OpenFile.of(path, content);
  file.close();
  file.place();
}

/** What is said of a file that cannot be written. */
export function cannotWrite(path: string, error: unknown): Error {
  const message = `cannot write ${path}: ${troubleWriting(error)}`;
  return isFailure(error) ? new OutputError(message) : new InputError(message);
}
