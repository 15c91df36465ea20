// A shard as a file: a line of JSON with the names and lengths of its lists, then their numbers, eight bytes each,
// little-endian.
import { endianness } from "node:os";
import type { Shard } from "../../chunks/shard.ts";

const IS_LITTLE = endianness() === "LE";

export function packed(shard: Shard): Uint8Array {
  const lists = Object.entries(shard);
  const head = `${JSON.stringify(lists.map(([name, { length }]) => [name, length]))}\n`;
  const numbers = lists.map(([, { buffer, byteOffset, byteLength }]) => {
    const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    return IS_LITTLE ? bytes : Buffer.from(bytes).swap64();
  });
  return Buffer.concat([Buffer.from(head), ...numbers]);
}

/** What was packed; the caller knows by its hash that it is whole. */
export function unpacked(bytes: Buffer): Shard {
  const end = bytes.indexOf("\n") + 1;
  const head = JSON.parse(bytes.toString("utf8", 0, end)) as [name: string, length: number][];
  // Numbers begin at multiples of eight bytes, which those of a file do not.
  const numbers = Buffer.from(new ArrayBuffer(bytes.length - end));
  bytes.copy(numbers, 0, end);
  if (!IS_LITTLE) numbers.swap64();
  let at = 0;
  return Object.fromEntries(
    head.map(([name, length]) => {
      const list = new Float64Array(numbers.buffer, at, length);
      at += 8 * length;
      return [name, list];
    }),
  );
}
