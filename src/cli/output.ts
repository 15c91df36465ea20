import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../errors.ts";

/**
 * A directory that results are written to. A file is first written under a temporary name, then renamed: whoever
 * looks finds a whole file or none, also when two runs write at once or the disk is full.
 */
export class Output {
  readonly directory: string;

  /** Makes the directory where it is missing. @throws {InputError} when it cannot be written to */
  constructor(directory: string) {
    this.directory = directory;
    try {
      makeDirectory(directory);
      accessSync(directory, constants.W_OK);
    } catch (error) {
      throw new InputError(
        `invalid out: ${JSON.stringify(directory)} (a directory that can be written to: ${reason(error)})`,
      );
    }
  }

  /** Writes one file; `name` may lead into a subdirectory. */
  write(name: string, content: string | Uint8Array): void {
    const path = join(this.directory, name);
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      makeDirectory(dirname(path));
      writeFileSync(temporary, content);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw new InputError(`cannot write ${path}: ${reason(error)}`);
    }
  }
}

/** Makes a directory and those above it. One by one: Node's own recursive mkdir never returns below /proc. */
function makeDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) makeDirectory(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it in the meantime.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "no space is left on the device";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "EROFS") return "the file system is read-only";
  if (code === "ENOTDIR" || code === "EEXIST") return "a file is in the way";
  if (code === "ENOENT") return "it cannot be made there";
  return message;
}
