import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import process from "node:process";
import { addAbortSignal, type Readable } from "node:stream";
import { InputError, invalid } from "../errors.ts";
import { isSignal, readOptions } from "../given.ts";
import { refuse } from "./check.ts";
import { Counter, type CountOptions, type WordCounts } from "./count.ts";
import { PIECE, readText } from "./stream.ts";

/** How a file is read. */
export interface ReadOptions {
  /** Stops the reading; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each piece read: bytes of the file so far and in all (undefined where unknown, as on a pipe). */
  readonly onProgress?: ((bytesRead: number, totalBytes: number | undefined) => void) | undefined;
}

/** Options of `countFile`. */
export interface CountFileOptions extends CountOptions, ReadOptions {
  /** Called with the text, piece by piece, cut anywhere. */
  readonly onText?: ((piece: string) => void) | undefined;
}

/** The word counts of a file, and what was read. */
export interface FileCounts extends WordCounts {
  /** The path as given, or `standard input`. */
  readonly source: string;
  /** Bytes read from it: the compressed ones, where it is gzipped. */
  readonly bytes: number;
  /** Invalid UTF-8 sequences, each read as one U+FFFD. Many of them mean that the text is not UTF-8. */
  readonly replaced: number;
  /** True if it was gzipped, as its first bytes tell, whatever its name. */
  readonly gzip: boolean;
}

/**
 * Counts the words of a UTF-8 file, plain or gzipped, or of standard input if `path` is `-`. It is read as a
 * stream, so its size does not matter, only its number of different words. A byte-order mark is dropped.
 *
 * @throws InputError, naming the file, if it is missing, a directory, unreadable, empty, without any word, a
 * damaged or truncated gzip, or not text: UTF-16, or a NUL byte among the first 65,536 bytes (after decompression);
 * and as `Counter` does.
 */
export async function countFile(path: string, options: CountFileOptions = {}): Promise<FileCounts> {
  if (typeof path !== "string") throw invalid("path", path, "a file name, or - for standard input");
  const read = readOptions(options, ["tokenizer", "signal", "onText", "onProgress"]);
  const { tokenizer, onText } = read;
  if (onText !== undefined && typeof onText !== "function") throw invalid("onText", onText, "a function");
  const { source, name } = sourceOf(path);
  const counter = new Counter({ tokenizer }, name);
  const file = await readPath(path, read, (text) => {
    counter.push(text);
    onText?.(text);
  });
  const counts = counter.finish();
  if (counts.tokens === 0) throw refuse(name, `no word in it, by tokenizer ${tokenizer ?? "words"}`);
  return { ...counts, source, ...file };
}

/** How a result and how an error call a path; `-` is standard input. */
export function sourceOf(path: string): { source: string; name: string } {
  return path === "-"
    ? { source: "standard input", name: "standard input" }
    : { source: path, name: JSON.stringify(path) };
}

/** Reads a file, or standard input, as `countFile` does and hands its text to `take`, piece by piece. */
export async function readPath(
  path: string,
  { signal, onProgress }: ReadOptions,
  take: (text: string) => void,
): Promise<{ bytes: number; replaced: number; gzip: boolean }> {
  if (signal !== undefined && !isSignal(signal)) throw invalid("signal", signal, "an AbortSignal");
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw invalid("onProgress", onProgress, "a function");
  }
  const piped = path === "-";
  const { name } = sourceOf(path);
  signal?.throwIfAborted();
  try {
    const about = piped ? undefined : await stat(path);
    if (about?.isDirectory()) throw refuse(name, "a directory; one text file is needed");
    const input: Readable = piped ? process.stdin : createReadStream(path, { highWaterMark: PIECE });
    if (signal) addAbortSignal(signal, input);
    // Some systems give the size 0 to files made up as they are read.
    const total = (about?.isFile() && about.size) || undefined;
    return await readText(input, name, take, (bytes) => onProgress?.(bytes, total));
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw explain(error, name);
  }
}

/** What the system or zlib reported, in the words of a user; anything else is a bug of ours and stays as it is. */
function explain(error: unknown, name: string): unknown {
  if (error instanceof InputError || !(error instanceof Error) || !("code" in error)) return error;
  const code = String(error.code);
  if (code === "ENOENT" || code === "ENOTDIR") return refuse(name, "no such file");
  if (code === "EISDIR") return refuse(name, "a directory; one text file is needed");
  if (code === "EACCES" || code === "EPERM") return refuse(name, "permission denied");
  if (code === "Z_BUF_ERROR") return refuse(name, "truncated or damaged gzip");
  if (code.startsWith("Z_")) return refuse(name, `damaged gzip: ${error.message}`);
  return "syscall" in error || code.startsWith("ERR_INVALID_ARG")
    ? refuse(name, `not readable: ${code}`)
    : error;
}
