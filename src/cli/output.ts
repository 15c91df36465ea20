import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../check/errors.ts";
import { batches } from "../show/batches.ts";
import { asLine, differenceOf } from "./difference-of.ts";
import { isFailure, OutputError, troubleWriting } from "./files.ts";
import { Manifest } from "./manifest.ts";
import { removeLeftovers, temporary } from "./temporary.ts";

/** What a file is made of: all at once, or pieces of text, of which no single string need hold them all. */
export type Content = string | Uint8Array | Iterable<string>;

/** A file to be written: its name, perhaps with a directory, and what is in it. */
export interface OutputFile {
  readonly name: string;
  readonly content: Content;
}

/**
 * A directory that results are written to. A file is first written under a temporary name, then renamed: whoever
 * looks finds a whole file or none, also when two runs write at once, the disk is full or the process is killed. The
 * directory keeps a list of what was written there, so that nothing of an earlier run stays beside the new.
 */
export class Output {
  readonly directory: string;
  readonly #manifest: Manifest;

  /**
   * Makes the directory where it is missing. `asked` is what the files follow from: command and options.
   * @throws {InputError} when it cannot be written to, or has files of something else and `force` is not given
   * @throws {OutputError} when the disk is full
   */
  constructor(directory: string, asked?: object, force = false) {
    this.directory = directory;
    try {
      makeDirectory(directory);
      accessSync(directory, constants.W_OK | constants.X_OK);
    } catch (error) {
      if (isFailure(error)) throw new OutputError(`cannot make ${directory}: ${troubleWriting(error)}`);
      throw refused(directory, error);
    }
    removeLeftovers(directory, true);
    const line = asked && asLine(asked);
    this.#manifest = new Manifest(directory, line);
    if (line !== undefined && !force) this.#refuseOthers(JSON.parse(line));
  }

  /** Nothing of another experiment is written over, or removed, in passing. */
  #refuseOthers(asked: object): void {
    const earlier = this.#manifest.earlier();
    if (earlier === undefined) return;
    const difference = earlier.asked && differenceOf(earlier.asked, asked);
    if (earlier.asked && difference === undefined) return;
    const said = difference ? `; ${difference}` : "";
    throw new InputError(
      `invalid out: ${JSON.stringify(this.directory)} (it has ${earlier.file} of another experiment${said}; ` +
        "take another directory, or --force to write over its files)",
    );
  }

  /** Writes the files, then removes those that an earlier run wrote here and this one did not. */
  write(files: Iterable<OutputFile>): void {
    for (const { name, content } of files) {
      this.#place(name, content, (hash) => {
        this.#manifest.add(name, hash);
        this.#place(this.#manifest.name, this.#manifest.text());
      });
    }
    this.#manifest.removeOthers();
    this.#place(this.#manifest.name, this.#manifest.text());
  }

  /** Writes one file; `ready` is called with its SHA-256 before it takes its place. */
  #place(name: string, content: Content, ready: (hash: string) => void = () => {}): void {
    const path = join(this.directory, name);
    const partial = temporary(path);
    try {
      makeDirectory(dirname(path));
      ready(fill(partial, content));
      renameSync(partial, path);
    } catch (error) {
      remove(partial);
      if (error instanceof OutputError || error instanceof InputError) throw error;
      const message = `cannot write ${path}: ${troubleWriting(error)}`;
      throw isFailure(error) ? new OutputError(message) : new InputError(message);
    }
  }
}

/** The directory that `--out` names, if it does. `asked` is what its files follow from. */
export const outputFor = ({ out, force = false }: Where, asked: object): Output | undefined =>
  out === undefined ? undefined : new Output(out, asked, force);

interface Where {
  readonly out?: string;
  readonly force?: boolean;
}

/** Writes a new file and returns its SHA-256. */
function fill(path: string, content: Content): string {
  const hash = createHash("sha256");
  // A new file: whatever lies or links there under this name is none of ours.
  const file = openSync(path, "wx");
  try {
    for (const piece of content instanceof Uint8Array ? [content] : batches(content)) {
      const bytes = Buffer.from(piece);
      hash.update(bytes);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** Removes a file that may not be there; where that is refused, the reason it was half written is what counts. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/**
 * Refuses a directory that cannot be made or written to, as far as that can be told without making it: before a text is
 * read. @throws {InputError}
 */
export function checkOut(directory: string | undefined): void {
  if (directory === undefined) return;
  let place = directory;
  try {
    if (directory === "") throw Object.assign(new Error(), { code: "ENOENT" });
    while (statSync(place, { throwIfNoEntry: false }) === undefined) {
      if (dirname(place) === place) return;
      place = dirname(place);
    }
    if (!statSync(place).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refused(directory, error);
  }
}

const refused = (directory: string, error: unknown): InputError =>
  new InputError(
    `invalid out: ${JSON.stringify(directory)} (a directory that can be written to: ${troubleWriting(error)})`,
  );

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
