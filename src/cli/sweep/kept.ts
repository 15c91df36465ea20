import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../check/errors.ts";
import { trouble } from "../files.ts";
import { place, syncDirectory } from "./whole-file.ts";

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
    const found = this.#try(key);
    if (found) return found;
    // Another process may have brought it, or taken it away.
    this.#look();
    return this.#try(key);
  }

  write(key: string, bytes: Uint8Array): void {
    const name = `${key}-${hashOf(key, bytes)}${this.#ending}`;
    place(join(this.#directory, name), bytes);
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

  #try(key: string): Buffer | undefined {
    for (const name of this.#names.get(key) ?? []) {
      const path = join(this.#directory, name);
      const bytes = readWhole(path);
      if (bytes === undefined) continue;
      if (name === `${key}-${hashOf(key, bytes)}${this.#ending}`) return bytes;
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

  #put(key: string, name: string): void {
    this.#names.set(key, [...(this.#names.get(key) ?? []), name]);
  }
}

function readWhole(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new InputError(`cannot read ${path}: ${trouble(error)}`);
  }
}

/** Of the key too: under another one it is not what was written. */
const hashOf = (key: string, bytes: Uint8Array): string =>
  createHash("sha256").update(`${key}\n`).update(bytes).digest("hex").slice(0, 32);
