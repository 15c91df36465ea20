import { accessSync, constants, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../check/errors.ts";
import { asLine, differenceOf } from "./difference-of.ts";
import { makeDirectory } from "./directory.ts";
import { isFailure, OutputError, troubleWriting } from "./files.ts";
import { Manifest } from "./manifest.ts";
import { cannotWrite, OpenFile, type Whole } from "./open-file.ts";
import { removeLeftovers } from "./temporary.ts";

/** What a file is made of; or one that is there already, under its temporary name. */
export type Content = Whole | OpenFile;

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

  /** Begins a file that is written piece by piece, to be among those that `write` puts in their places. */
  open(name: string): OpenFile {
    return new OpenFile(join(this.directory, name));
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
    let file = content instanceof OpenFile ? content : undefined;
    try {
      makeDirectory(dirname(path));
      file ??= OpenFile.of(path, content as Whole);
      ready(file.close());
      file.place();
    } catch (error) {
      file?.discard();
      if (error instanceof OutputError || error instanceof InputError) throw error;
      throw cannotWrite(path, error);
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
