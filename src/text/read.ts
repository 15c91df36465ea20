import { invalid } from "../check/errors.ts";
import { readOptions } from "../check/given.ts";
import { plural } from "../plural.ts";
import { refuse } from "./check.ts";
import { mobyDick } from "./corpora.ts";
import { Counter, type CountOptions, WORD_OPTIONS, type WordCounts } from "./count.ts";
import { Beginning, notes } from "./notes.ts";
import { openPath, type ReadOptions, shortName, sourceOf } from "./open.ts";
import { readText } from "./stream.ts";

/** Options of `countFile`. */
export interface CountFileOptions extends CountOptions, ReadOptions {
  /** Called with the text, piece by piece, cut anywhere; with `jsonField` the documents, a line break after each. */
  readonly onText?: ((piece: string) => void) | undefined;
  /** Called with what there is to say of the text: what it looks like, and by which option it is read as that. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/** What was read. */
export interface Source {
  /** The path as given, or `standard input`; the title of the built-in book. */
  readonly source: string;
  /** Its size, or where the book is from. */
  readonly about: string;
  /** Bytes read from it: the compressed ones, where it is gzipped; 0 for the built-in book. */
  readonly bytes: number;
  /** Invalid UTF-8 sequences, each read as one U+FFFD. Many of them mean that the text is not UTF-8. */
  readonly replaced: number;
  /** True if it was gzipped, as its first bytes tell, whatever its name. */
  readonly gzip: boolean;
}

/** The word counts of a file, and what was read. */
export type FileCounts = WordCounts & Source;

/**
 * Counts the words of a file, UTF-8 or UTF-16 with its byte-order mark, plain or gzipped, of standard input if `path` is
 * `-`, or of the built-in book if it is undefined. It is read as a stream, so its size does not matter, only its number
 * of different words. A byte-order mark is dropped.
 *
 * @throws {InputError} naming the file, if it is missing, a directory, unreadable, empty, without any word, a
 * damaged or truncated gzip, or not text: an archive, a PDF, …, or a NUL byte among the first 65,536 bytes (after
 * decompression); and as `Counter` does.
 */
export async function countFile(
  path: string | undefined,
  options: CountFileOptions = {},
): Promise<FileCounts> {
  if (path !== undefined && typeof path !== "string")
    throw invalid("path", path, "a file name, or - for standard input");
  const given = readOptions(options, [...WORD_OPTIONS, "signal", "onText", "onProgress", "onNote"]);
  const { tokenizer, jsonField, onText } = given;
  if (onText !== undefined && typeof onText !== "function") throw invalid("onText", onText, "a function");
  const { value, ...source } = await readCorpus(path, given, (name, take) => {
    const counter = new Counter({ tokenizer, jsonField }, name, take);
    const finish = () => {
      const counts = counter.finish();
      if (counts.total === 0) throw refuse(name, `no word in it, by tokenizer ${tokenizer ?? "words"}`);
      return counts;
    };
    return { push: (piece) => counter.push(piece), finish };
  });
  return { ...value, ...source };
}

/** What a text that arrives in pieces becomes. */
export interface Reader<T> {
  push(piece: string): void;
  finish(): T;
}

/**
 * Reads the text that a command is given: a file, standard input (`-`), or the built-in book where it is given none.
 * `open` makes the reader; it is told how an error calls the text, and hands on the text, or the documents in it.
 */
export async function readCorpus<T>(
  path: string | undefined,
  { onNote, onText, tokenizer, jsonField, ...how }: CountFileOptions,
  open: (name: string, take: (piece: string) => void) => Reader<T>,
): Promise<Source & { readonly value: T }> {
  if (path === undefined) {
    const { title, source, text } = await mobyDick();
    const reader = open(title, onText ?? (() => {}));
    reader.push(text);
    return { value: reader.finish(), source: title, about: source, bytes: 0, replaced: 0, gzip: false };
  }
  const { source, name } = sourceOf(path);
  const beginning = new Beginning();
  const reader = open(name, (piece) => {
    beginning.add(piece);
    onText?.(piece);
  });
  const read = await readPath(path, how, (piece) => reader.push(piece));
  const value = reader.finish();
  if (onNote) notes(shortName(path), beginning, read.replaced, { tokenizer, jsonField }).forEach(onNote);
  return { value, source, ...aboutOf(read) };
}

/** What is told of a file that was read. */
export const aboutOf = <R extends { readonly bytes: number }>(read: R): R & { readonly about: string } => ({
  about: `file of ${read.bytes} ${plural(read.bytes, "byte")}`,
  ...read,
});

/** Reads a file, or standard input, as `countFile` does and hands its text to `take`, piece by piece. */
export const readPath = (
  path: string,
  how: ReadOptions,
  take: (text: string) => void,
): Promise<{ bytes: number; replaced: number; gzip: boolean }> =>
  openPath(path, how, (input, name, onBytes) => readText(input, name, take, onBytes));
