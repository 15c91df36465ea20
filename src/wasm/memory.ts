// Memory of one instance. Growing it detaches every view, so views are made when they are needed and never kept.
import type { Exports } from "./module.ts";

/** Reserves `bytes`, or says in plain words that there is not enough memory. */
export function reserve(wasm: Exports, bytes: number): number {
  const at = wasm.reserve(bytes) >>> 0;
  if (at === 0) throw new RangeError(`out of memory: ${Math.ceil(bytes / 1048576)} MB more are needed`);
  return at;
}

export function f64(wasm: Exports, at: number, length: number): Float64Array {
  return new Float64Array(wasm.memory.buffer, at, length);
}

export function u32(wasm: Exports, at: number, length: number): Uint32Array {
  return new Uint32Array(wasm.memory.buffer, at, length);
}

export function u8(wasm: Exports, at: number, length: number): Uint8Array {
  return new Uint8Array(wasm.memory.buffer, at, length);
}
