import { u32 } from "./memory.ts";
import type { Exports, Told } from "./module.ts";
import type { Room } from "./room.ts";

/** Room for a structure of the kernels, with its fields of 32 bits: the address. The others are left as they are. */
export function layStructure<Field extends string>(
  memory: Room,
  layout: Told<"bytes" | Field>,
  fields: Readonly<Record<Exclude<Field, "bytes">, number>>,
): number {
  const at = memory.reserve(layout.bytes.value);
  for (const field of Object.keys(fields) as Exclude<Field, "bytes">[]) {
    u32(memory.wasm, at + layout[field].value, 1)[0] = fields[field];
  }
  return at;
}

/** A field of 32 bits of the structure at an address. */
export function fieldAt<Field extends string>(
  wasm: Exports,
  at: number,
  layout: Told<Field>,
  field: NoInfer<Field>,
): number {
  return u32(wasm, at + layout[field].value, 1)[0];
}
