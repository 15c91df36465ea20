// Views of the memory of an instance. Growing it detaches every view, so views are made when they are needed and never
// kept.

/** What has a memory. */
type Owner = { readonly memory: WebAssembly.Memory };

export function f64(wasm: Owner, at: number, length: number): Float64Array {
  return new Float64Array(wasm.memory.buffer, at, length);
}

export function u32(wasm: Owner, at: number, length: number): Uint32Array {
  return new Uint32Array(wasm.memory.buffer, at, length);
}

export function u8(wasm: Owner, at: number, length: number): Uint8Array {
  return new Uint8Array(wasm.memory.buffer, at, length);
}
