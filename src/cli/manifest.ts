import { existsSync, lstatSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./hash-of.ts";

/** Longer lists are none of ours. */
const LONGEST = 1 << 20;
/** Before what was asked for; sha256sum passes over it. */
const ASKED = "# lethe ";
const LINE = /^([0-9a-f]{64}) {2}((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;

/**
 * The list of what was written into a directory, in the form of `sha256sum`, which can check it. A file of an earlier
 * run is removed only when it is listed and still has the bytes that were written: what a user put there, or changed,
 * stays.
 */
export class Manifest {
  readonly name = "lethe-files.sha256";
  readonly #directory: string;
  /** Of earlier runs. */
  #old: readonly (readonly [hash: string, name: string])[];
  readonly #new = new Map<string, string>();
  readonly #asked: string | undefined;

  /** `asked`: what the files of this run follow from, as one line of JSON. */
  constructor(directory: string, asked?: string) {
    this.#directory = directory;
    this.#asked = asked;
    this.#old = entriesIn(read(join(directory, this.name)));
  }

  /** What was asked for by the last run that left files which are still there, and one of these files. */
  earlier(): { readonly file: string; readonly asked: object | undefined } | undefined {
    const left = this.#old.find(([, name]) => existsSync(join(this.#directory, name)));
    if (left === undefined) return undefined;
    const line = read(join(this.#directory, this.name)).find((line) => line.startsWith(ASKED));
    return { file: left[1], asked: line === undefined ? undefined : objectIn(line.slice(ASKED.length)) };
  }

  /** Enters a file of this run. */
  add(name: string, hash: string): void {
    this.#new.set(name, hash);
  }

  /** Removes the files of earlier runs that this one did not write, where nobody has changed them. */
  removeOthers(): void {
    for (const [hash, name] of this.#old) {
      if (this.#new.has(name)) continue;
      const path = join(this.#directory, name);
      try {
        if (lstatSync(path).isFile() && hashOf(path) === hash) rmSync(path);
      } catch {
        // It is gone already, or cannot be touched.
      }
    }
    this.#old = [];
  }

  /** The list: files of this run, and of earlier ones as long as they may be there. */
  text(): string {
    const lines = [...this.#old, ...Array.from(this.#new, ([name, hash]) => [hash, name] as const)];
    const asked = this.#asked === undefined ? "" : `${ASKED}${this.#asked}\n`;
    return asked + lines.map(([hash, name]) => `${hash}  ${name}\n`).join("");
  }
}

/** The lines of a list; none where it is no list. */
function read(path: string): string[] {
  try {
    const about = lstatSync(path);
    if (!about.isFile() || about.size > LONGEST) return [];
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

function objectIn(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function entriesIn(lines: readonly string[]): (readonly [hash: string, name: string])[] {
  return lines.flatMap((line) => {
    const found = LINE.exec(line);
    return found ? [[found[1], found[2]] as const] : [];
  });
}
