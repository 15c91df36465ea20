import type { RunDocument } from "../../simulate/run-document.ts";
import { version } from "../../version.ts";
import { sha256 } from "../../wasm/bytes.ts";

/** What an output was made with, where that is something else than what runs now: its numbers may be others. */
export function staleness({
  lethe,
  provenance,
}: Partial<Pick<RunDocument, "lethe" | "provenance">>): string[] {
  if (lethe !== undefined && lethe !== version) {
    return [`the file is from lethe ${lethe}, this is ${version}: its numbers may differ`];
  }
  const { wasm = sha256 } = provenance ?? {};
  if (wasm === sha256) return [];
  return [
    `the file is from other kernels (${wasm.slice(0, 12)}, these are ${sha256.slice(0, 12)}): its numbers may differ`,
  ];
}
