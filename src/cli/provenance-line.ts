import { shorten } from "../show/width.ts";
import type { Origin } from "../simulate/provenance.ts";

/** Where a result comes from, on one line. */
export function provenanceLine({ lethe, wasm, seed, backend, platform }: Origin): string {
  return `seed ${shorten(String(seed), 60)} · lethe ${lethe} · ${backend} ${wasm.slice(0, 12)} · ${platform}`;
}
