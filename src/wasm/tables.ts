import { u8 } from "./memory.ts";
import type { Room } from "./room.ts";

const TABLE_BYTES = 8 * 512;

/**
 * Room for the tables of assembly/chains/transitions.ts, for counts 0, …, `largest`. Memory that is never written to
 * costs nothing.
 */
export function layTables(memory: Room, largest: number): number {
  const heads = 16 * (largest + 2);
  const at = memory.reserve(heads + TABLE_BYTES * (largest + 1));
  u8(memory.wasm, at, heads).fill(0);
  return at;
}
