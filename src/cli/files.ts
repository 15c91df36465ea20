import { readFileSync } from "node:fs";
import { decode } from "../text/decode.ts";

/** Why a file could not be read, in the words of a user. */
export function trouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file";
  if (code === "EISDIR") return "a directory";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ERR_STRING_TOO_LONG" || code === "ERR_FS_FILE_TOO_LARGE") return "too large";
  return message;
}

/** The text of a whole file, UTF-8 or UTF-16, plain or gzipped; `refuse` makes the error for one that has none. */
export function textOfFile(path: string, refuse: (why: string) => Error): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw refuse(trouble(error));
  }
  const read = decode(bytes);
  if ("why" in read) throw refuse(read.why);
  return read.text;
}
