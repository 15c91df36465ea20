import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../../check/errors.ts";
import { isFailure, OutputError, troubleWriting } from "../files.ts";
import { temporary } from "../temporary.ts";

/**
 * Writes a file under another name, sees that it is on the disk, and gives it its own: whatever happens in the meantime,
 * there is a whole file or none. @throws {InputError} {@link OutputError} when it cannot be written
 */
export function place(path: string, bytes: Uint8Array): void {
  const partial = temporary(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(partial, "w");
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    remove(partial);
    const message = `cannot write ${path}: ${troubleWriting(error)}`;
    throw isFailure(error) ? new OutputError(message) : new InputError(message);
  }
}

/** A file's name is on the disk when its directory is. Not all systems let a directory be opened for that. */
export function syncDirectory(path: string): void {
  try {
    const directory = openSync(path, "r");
    try {
      fsyncSync(directory);
    } finally {
      closeSync(directory);
    }
  } catch (error) {
    if (isFailure(error)) throw error;
  }
}

/** What is half written may not be there, or not be ours to remove; why it is half written is what counts. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
