import { either, invalid } from "../check/errors.ts";
import { refuse } from "./check.ts";
import type { WordCounts } from "./count.ts";
import { MAX_TYPES } from "./vocabulary.ts";

/** How the ids of a file are written: whole numbers of 16 or 32 bits without sign, the least significant byte first. */
export const IDS = ["u16", "u32"] as const;
export type Ids = (typeof IDS)[number];

/** Bytes of an id. */
const SIZE = { u16: 2, u32: 4 } as const;

/** @throws {InputError} for anything else */
export function checkIds(ids: unknown): asserts ids is Ids {
  if (!IDS.includes(ids as Ids)) throw invalid("ids", ids, either(IDS));
}

/**
 * Counts the ids in bytes that arrive in pieces, cut anywhere. The words are the ids, in decimal digits. Memory grows with the
 * greatest id, not with the file.
 *
 * @throws {InputError} from `push` for an id above 9,999,999, and from `finish` for a part of an id at the end; `name` is how it
 * calls the file
 */
export class IdCounter {
  readonly #ids: Ids;
  readonly #name: string;
  #counts = new Float64Array(2 ** 16);
  #bytes = 0;
  /** What stands at the end of the last piece of an id that goes on in the next. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(ids: Ids, name: string) {
    this.#ids = ids;
    this.#name = name;
  }

  push(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const whole = bytes.length - (bytes.length % SIZE[this.#ids]);
    if (this.#ids === "u16") for (let at = 0; at < whole; at += 2) ++this.#counts[bytes.readUInt16LE(at)];
    else for (let at = 0; at < whole; at += 4) this.#add(bytes.readUInt32LE(at), this.#bytes + at);
    this.#bytes += whole;
    this.#rest = Buffer.from(bytes.subarray(whole));
  }

  #add(id: number, at: number): void {
    if (id >= this.#counts.length) this.#grow(id, at);
    ++this.#counts[id];
  }

  #grow(id: number, at: number): void {
    if (id >= MAX_TYPES) {
      const why = `id ${id} at byte ${at}: too large, ids go from 0 to ${MAX_TYPES - 1}; are they u16?`;
      throw refuse(this.#name, why);
    }
    const counts = new Float64Array(Math.min(MAX_TYPES, 2 ** Math.ceil(Math.log2(id + 1))));
    counts.set(this.#counts);
    this.#counts = counts;
  }

  finish(): WordCounts {
    if (this.#rest.length > 0) {
      const size = this.#bytes + this.#rest.length;
      throw refuse(
        this.#name,
        `${size} bytes: no multiple of ${SIZE[this.#ids]}, so not ids of ${this.#ids}`,
      );
    }
    const counts = this.#counts;
    const met: number[] = [];
    for (let id = 0; id < counts.length; ++id) if (counts[id] > 0) met.push(id);
    const words = new Map(met.map((id) => [id, String(id)]));
    // The order of all word counts.
    met.sort((a, b) => counts[b] - counts[a] || (words.get(a)! < words.get(b)! ? -1 : 1));
    return {
      total: this.#bytes / SIZE[this.#ids],
      words: met.map(String),
      counts: Float64Array.from(met, (id) => counts[id]),
    };
  }
}
