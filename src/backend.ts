import type { Kernels } from "./kernels.ts";
import { twin } from "./reference/kernels.ts";
import { wasmKernels } from "./wasm/kernels.ts";
import { compile } from "./wasm/module.ts";

let chosen: Kernels | undefined;

/** The kernels to use: WebAssembly, or the twin, with the same bits, where WebAssembly is refused. */
export function kernels(): Kernels {
  chosen ??= fromWasm() ?? twin;
  return chosen;
}

function fromWasm(): Kernels | undefined {
  try {
    return wasmKernels();
  } catch {
    return undefined;
  }
}

/**
 * Compiles the kernels now rather than at the first draw. Nobody has to call it; a page may, to keep the few
 * milliseconds out of its first frame. Where WebAssembly is refused the library runs in plain TypeScript, with the
 * same results. Never rejects.
 */
export async function init(): Promise<void> {
  await compile().catch(() => undefined);
  kernels();
}
