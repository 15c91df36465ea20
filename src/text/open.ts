import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import process from "node:process";
import type { Readable } from "node:stream";
import { InputError, invalid } from "../check/errors.ts";
import { isSignal } from "../check/given.ts";
import { onAbort } from "../host/abort.ts";
import { shorten } from "../show/width.ts";
import { refuse } from "./check.ts";
import { PIECE } from "./stream.ts";

/** How a file is read. */
export interface ReadOptions {
  /** Stops the reading; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each piece read: bytes of the file so far and in all (undefined where unknown, as on a pipe). */
  readonly onProgress?: ((bytesRead: number, totalBytes: number | undefined) => void) | undefined;
}

/** Reads bytes to their end. `name` is how errors call them; `onBytes` wants to know how many were read so far. */
export type Consume<T> = (input: Readable, name: string, onBytes: (bytes: number) => void) => Promise<T>;

/** How a note to a user calls a path. */
export const shortName = (path: string): string => shorten(sourceOf(path).source, 40);

/** How a result and how an error call a path; `-` is standard input. */
export function sourceOf(path: string): { source: string; name: string } {
  return path === "-"
    ? { source: "standard input", name: "standard input" }
    : { source: path, name: JSON.stringify(path) };
}

/**
 * Opens a file, or standard input if `path` is `-`, has `consume` read it, and closes it.
 * @throws {InputError} naming the file, where it cannot be read
 */
export async function openPath<T>(
  path: string,
  { signal, onProgress }: ReadOptions,
  consume: Consume<T>,
): Promise<T> {
  if (signal !== undefined && !isSignal(signal)) throw invalid("signal", signal, "an AbortSignal");
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw invalid("onProgress", onProgress, "a function");
  }
  const piped = path === "-";
  const { name } = sourceOf(path);
  signal?.throwIfAborted();
  try {
    const about = piped ? undefined : await stat(path);
    if (about?.isDirectory()) throw refuse(name, "a directory; one file is needed");
    const input: Readable = piped ? process.stdin : createReadStream(path, { highWaterMark: PIECE });
    // Some systems give the size 0 to files made up as they are read.
    const total = (about?.isFile() && about.size) || undefined;
    const read = consume(input, name, (bytes) => onProgress?.(bytes, total));
    return await (signal ? unless(signal, input, read) : read);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw explain(error, name);
  }
}

/** Waits for what is read of `input`, but no longer than until the signal: opening a pipe may take forever. */
async function unless<T>(signal: AbortSignal, input: Readable, read: Promise<T>): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = onAbort(signal, () => {
      reject(signal.reason);
      input.destroy();
    });
  });
  // Nobody listens to it any more when the signal came first.
  read.catch(() => {});
  try {
    return await Promise.race([read, aborted]);
  } finally {
    stop();
  }
}

/** What the system or zlib reported, in the words of a user; anything else is a bug of ours and stays as it is. */
function explain(error: unknown, name: string): unknown {
  if (error instanceof InputError || !(error instanceof Error) || !("code" in error)) return error;
  const code = String(error.code);
  if (code === "ENOENT" || code === "ENOTDIR") return refuse(name, "no such file");
  if (code === "EISDIR") return refuse(name, "a directory; one file is needed");
  if (code === "EACCES" || code === "EPERM") return refuse(name, "permission denied");
  if (code === "Z_BUF_ERROR") return refuse(name, "truncated or damaged gzip");
  if (code.startsWith("Z_")) return refuse(name, `damaged gzip: ${error.message}`);
  return "syscall" in error || code.startsWith("ERR_INVALID_ARG")
    ? refuse(name, `not readable: ${code}`)
    : error;
}
