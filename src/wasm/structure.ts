import type { Told } from "./instance.ts";
import { f64, u32 } from "./memory.ts";
import type { Exports } from "./module.ts";
import type { Room } from "./room.ts";

/**
 * Room for a structure of the kernels, with its fields of 32 bits and, apart from them, those of 64: the address. The
 * others are left as they are.
 */
export function layStructure<Field extends string, Fraction extends string = never>(
  memory: Room,
  layout: Told<NoInfer<"bytes" | Field | Fraction>>,
  fields: Readonly<Record<Field, number>>,
  fractions?: Readonly<Record<Fraction, number>>,
): number {
  const at = memory.reserve((layout as Told<"bytes">).bytes.value);
  const place = (field: string): number => at + (layout as Told<string>)[field].value;
  for (const [field, value] of Object.entries<number>(fields)) u32(memory.wasm, place(field), 1)[0] = value;
  for (const [field, value] of Object.entries<number>(fractions ?? {}))
    f64(memory.wasm, place(field), 1)[0] = value;
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
