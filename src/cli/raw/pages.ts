// What a row group holds of a column, ready to be written. hyparquet-writer would make the same of arrays of values, at a
// tenth of the speed: here the bytes of most columns are those of the arrays, or repeat from group to group.
import { ByteWriter } from "hyparquet-writer";
import { deltaBinaryPack } from "hyparquet-writer/src/delta.js";
import { levels } from "./runs.ts";

/** A column of whole numbers, of others or of texts; where it is nullable, rows may have none. */
export interface ColumnType {
  readonly name: string;
  readonly type: "INT64" | "DOUBLE" | "STRING";
  readonly nullable?: boolean;
}

/** Some values of a column, one after the other. */
export interface Page {
  readonly rows: number;
  readonly encoding: "PLAIN" | "DELTA_BINARY_PACKED" | "RLE_DICTIONARY";
  readonly bytes: Uint8Array;
  /** Bits that say which rows have a value, as Parquet's definition levels; none where all have to. */
  readonly levels?: Uint8Array;
  readonly nulls: number;
  /** The least and the largest value, where they are known. */
  readonly range?: readonly [least: number, largest: number];
}

/** What a row group holds of a column. */
export interface Chunk {
  readonly dictionary?: { readonly values: number; readonly bytes: Uint8Array };
  readonly pages: readonly Page[];
}

/** Numbers as they lie in memory, least byte first: WebAssembly has no other order, nor has any machine it runs on. */
export const doubles = (values: Float64Array, nullable = false): Page => ({
  ...{ rows: values.length, encoding: "PLAIN", nulls: 0 },
  bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  ...(nullable && { levels: levels(values.length, true) }),
});

/** Whole numbers; NaN stands for none. */
export function wholeOrNone(values: Float64Array): Page {
  const words = new Uint32Array(2 * values.length);
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  let there = 0;
  for (let i = 0; i < values.length; ++i) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    bits[i >> 3] |= 1 << (i & 7);
    words[2 * there] = value; // modulo 2^32
    words[2 * there + 1] = value / 2 ** 32;
    there += 1;
  }
  const levels = new ByteWriter();
  levels.appendVarInt((bits.length << 1) | 1); // so many times eight bits follow
  levels.appendBytes(bits);
  return {
    ...{ rows: values.length, encoding: "PLAIN", bytes: new Uint8Array(words.buffer, 0, 8 * there) },
    ...{ levels: levels.getBytes(), nulls: values.length - there },
  };
}

/** Whole numbers by their differences, which in tables of trajectories are the same in every group. */
export class Differences {
  readonly #head: Uint8Array;
  readonly #tail: Uint8Array;
  readonly #rows: number;
  readonly #least: number;
  readonly #largest: number;

  /** Of numbers that begin with 0. */
  constructor(values: readonly number[]) {
    this.#rows = values.length;
    const isShort = values.every((value) => value === (value | 0));
    const bytes = new ByteWriter();
    deltaBinaryPack(bytes, isShort ? Int32Array.from(values) : Array.from(values, BigInt), "INT64");
    // Two numbers that say how it is packed, that of the values, and the first of them, which is a single 0.
    const head = new ByteWriter();
    head.appendVarInt(128);
    head.appendVarInt(4);
    head.appendVarInt(values.length);
    this.#head = head.getBytes();
    this.#tail = bytes.getBytes().subarray(this.#head.length + 1);
    this.#least = values.reduce((a, b) => Math.min(a, b), 0);
    this.#largest = values.reduce((a, b) => Math.max(a, b), 0);
  }

  /** The same numbers, from another one on. */
  from(first: number): Page {
    const page = new ByteWriter(this.#head.length + this.#tail.length + 10);
    page.appendBytes(this.#head);
    page.appendZigZag(BigInt(first));
    page.appendBytes(this.#tail);
    const range = [first + this.#least, first + this.#largest] as const;
    return { rows: this.#rows, encoding: "DELTA_BINARY_PACKED", bytes: page.getBytes(), nulls: 0, range };
  }
}
