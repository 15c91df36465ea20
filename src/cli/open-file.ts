import { createHash } from "node:crypto";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { InputError } from "../check/errors.ts";
import { isFailure, OutputError, troubleWriting } from "./files.ts";
import { temporary } from "./temporary.ts";

/** A file that is being written under a temporary name, piece by piece; it keeps account of its SHA-256. */
export class OpenFile {
  /** The name that it is to have. */
  readonly path: string;
  /** The one that it has. */
  readonly partial: string;
  readonly #hash = createHash("sha256");
  #file: number | undefined;

  /** @throws {InputError} where it cannot be made @throws {OutputError} when the disk is full */
  constructor(path: string) {
    this.path = path;
    this.partial = temporary(path);
    // A new file: whatever lies or links there under this name is none of ours.
    this.#guarded(() => {
      this.#file = openSync(this.partial, "wx");
    });
  }

  /** Writes a piece at its end. @throws {OutputError} when the disk is full; nothing is left of the file then */
  append(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#guarded(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file as number, bytes, at);
    });
  }

  /** Ends it, and returns its SHA-256. */
  close(): string {
    this.#guarded(() => this.#release());
    return this.#hash.digest("hex");
  }

  /** Removes it; where that is refused, the reason for which it is half written is what counts. */
  discard(): void {
    try {
      this.#release();
      rmSync(this.partial, { force: true });
    } catch {}
  }

  #release(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
  }

  #guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.discard();
      throw cannotWrite(this.path, error);
    }
  }
}

/** What is said of a file that cannot be written. */
export function cannotWrite(path: string, error: unknown): Error {
  const message = `cannot write ${path}: ${troubleWriting(error)}`;
  return isFailure(error) ? new OutputError(message) : new InputError(message);
}
