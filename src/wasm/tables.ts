import { u8 } from "./memory.ts";
import type { Room } from "./room.ts";

/**
 * Room for the tables of assembly/chains/transitions.ts, for counts 0, …, `largest`. Memory that is never written to
 * costs nothing.
 */
export function layTables(memory: Room, largest: number): number {
  const { wasm } = memory;
  const heads = wasm.tableHeads(largest);
  const at = memory.reserve(heads + wasm.Bytes.table.value * (largest + 1));
  u8(wasm, at, heads).fill(0);
  return at;
}
