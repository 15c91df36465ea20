import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../check/errors.ts";
import { makeDirectory, syncDirectory } from "../directory.ts";
import { trouble } from "../files.ts";
import { hashOf } from "../hash-of.ts";
import { cannotWrite, OpenFile } from "../open-file.ts";

/** Names of files are brought to the disk this often, in milliseconds: a power cut then costs no more than that. */
const SYNC_EVERY = 1000;

/**
 * A directory of files that say by their names what they are of, and what is in them: `KEY-HASH.ENDING`. Half a file, one
 * that was changed and one that is of something else is found by its hash, told of and removed. Several processes may
 * write there, on several machines, without locks: what two of them write under one name is the same.
 */
export class Kept {
  readonly #directory: string;
  readonly #ending: string;
  readonly #tell: (text: string) => void;
  /** Names by their keys, as they were when the directory was last looked at, and what was written since. */
  #names = new Map<string, string[]>();
  #seen: number | undefined;
  #synced = performance.now();

  /** `tell` hears of files that are not what was written. */
  constructor(directory: string, ending: string, tell: (text: string) => void) {
    this.#directory = directory;
    this.#ending = ending;
    this.#tell = tell;
    this.#look();
  }

  /** Whether there is something of this key, whole or not. */
  has(key: string): boolean {
    return this.#names.has(key);
  }

  /** What is kept of it. @throws {InputError} when it may not be read */
  read(key: string): Buffer | undefined {
    return this.#find(key, (path) => {
      const bytes = readFileSync(path);
      return { value: bytes, hash: createHash("sha256").update(labelOf(key)).update(bytes).digest("hex") };
    });
  }

  /** Where it is kept, if it is what was written: for what is too large to be read at once. */
  find(key: string): string | undefined {
    return this.#find(key, (path) => ({ value: path, hash: hashOf(path, labelOf(key)) }));
  }

  write(key: string, bytes: Uint8Array): void {
    const file = this.open(key);
    file.append(bytes);
    this.keep(key, file);
  }

  /** Begins a file of this key, to be kept when it is whole. */
  open(key: string): OpenFile {
    try {
      makeDirectory(this.#directory);
    } catch (error) {
      throw cannotWrite(this.#directory, error);
    }
    return new OpenFile(join(this.#directory, `${key}${this.#ending}`), labelOf(key));
  }

  /** Keeps a file that was begun. */
  keep(key: string, file: OpenFile): void {
    const name = this.#nameOf(key, file.close());
    file.place(join(this.#directory, name));
    if (!this.#names.get(key)?.includes(name)) this.#put(key, name);
    if (performance.now() - this.#synced > SYNC_EVERY) this.sync();
  }

  /** Sees that all names are on the disk, too. */
  sync(): void {
    if (this.#names.size > 0) syncDirectory(this.#directory);
    this.#synced = performance.now();
  }

  /** Removes what is kept of keys that begin so. */
  drop(prefix: string): void {
    for (const [key, names] of this.#names) {
      if (!key.startsWith(prefix)) continue;
      for (const name of names) rmSync(join(this.#directory, name), { force: true });
      this.#names.delete(key);
    }
  }

  #find<T>(key: string, load: Load<T>): T | undefined {
    const found = this.#try(key, load);
    if (found !== undefined) return found;
    // Another process may have brought it, or taken it away.
    this.#look();
    return this.#try(key, load);
  }

  #try<T>(key: string, load: Load<T>): T | undefined {
    for (const name of this.#names.get(key) ?? []) {
      const path = join(this.#directory, name);
      const loaded = readable(path, load);
      if (loaded === undefined) continue;
      if (name === this.#nameOf(key, loaded.hash)) return loaded.value;
      this.#tell(`${path} is not what was written: it is removed, and run again`);
      rmSync(path, { force: true });
    }
    this.#names.delete(key);
    return undefined;
  }

  #look(): void {
    const changed = statSync(this.#directory, { throwIfNoEntry: false })?.mtimeMs;
    if (changed === this.#seen) return;
    this.#seen = changed;
    this.#names = new Map();
    for (const name of readdirSync(this.#directory)) {
      const [, key] = /^(.+)-[0-9a-f]{32}\.\w+$/.exec(name) ?? [];
      if (key !== undefined && name.endsWith(this.#ending)) this.#put(key, name);
    }
  }

  #nameOf(key: string, hash: string): string {
    return `${key}-${hash.slice(0, 32)}${this.#ending}`;
  }

  #put(key: string, name: string): void {
    this.#names.set(key, [...(this.#names.get(key) ?? []), name]);
  }
}

/** Reads a file, and says what its hash is. */
type Load<T> = (path: string) => { readonly value: T; readonly hash: string };

function readable<T>(path: string, load: Load<T>): ReturnType<Load<T>> | undefined {
  try {
    return load(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new InputError(`cannot read ${path}: ${trouble(error)}`);
  }
}

/** What begins the hash: under another key it is not what was written. */
const labelOf = (key: string): string => `${key}\n`;
