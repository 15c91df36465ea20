import { version } from "../version.ts";
import { sha256 } from "../wasm/bytes.ts";

/** Where a result comes from: enough to make it again. */
export interface Provenance {
  /** Version of lethe. */
  readonly lethe: string;
  /** SHA-256 of the WebAssembly kernels. */
  readonly wasm: string;
  readonly seed: number | string;
  /** What ran: the kernels, or their twin with the same bits where WebAssembly is refused. */
  readonly backend: "wasm" | "typescript";
  /** The engine and system; it has no influence on the numbers. */
  readonly platform: string;
}

export function provenance(seed: number | string, backend: Provenance["backend"]): Provenance {
  return { lethe: version, wasm: sha256, seed, backend, platform: platform() };
}

/** Runtime, system and processor where there is a process to ask, else what the browser says of itself. */
function platform(): string {
  const host = globalThis as { process?: { version?: string; platform?: string; arch?: string } };
  const { process } = host;
  if (process?.version) return `node ${process.version} ${process.platform} ${process.arch}`;
  return globalThis.navigator?.userAgent ?? "unknown";
}
