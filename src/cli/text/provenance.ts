import type { Provenance } from "../../simulate/provenance.ts";
import { shorten } from "./width.ts";

/** Where a result comes from, on one line. */
export function provenanceLine({ lethe, wasm, seed, backend, platform }: Provenance): string {
  return `seed ${shorten(String(seed), 60)} · lethe ${lethe} · ${backend} ${wasm.slice(0, 12)} · ${platform}`;
}
