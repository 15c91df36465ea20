import { renameSync, rmSync, writeFileSync } from "node:fs";
import { InputError } from "../../check/errors.ts";
import { isFailure, OutputError, troubleWriting } from "../files.ts";
import { temporary } from "../temporary.ts";

/** Writes a file under another name, then gives it its own: whoever looks finds a whole one, or what was there. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const partial = temporary(path);
  try {
    writeFileSync(partial, content);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    const why = troubleWriting(error);
    if (isFailure(error)) throw new OutputError(`cannot write ${path}: ${why}`);
    throw new InputError(`invalid out: ${JSON.stringify(path)} (a file that can be written: ${why})`);
  }
}
